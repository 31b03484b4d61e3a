"""The pages of a register's file and journal, decrypted one by one, free ones too: what a key reveals.

Written from SQLCipher 4's own description: pages of 4096 bytes, AES-256-CBC, at the end of each page 16
bytes of vector and 64 of HMAC; the first 16 bytes of the file are salt. A journal has 32 bytes of
head and 24 before each page.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from habeas.register.sqlcipher import FILE

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16


def everything(folder: Path, key: bytes) -> bytes:
    """All pages of the file, and those of its journal if there is one."""
    data = (folder / FILE).read_bytes()
    plain = [_page(data[:PAGE], key, start=SALT)]
    plain += [_page(data[at : at + PAGE], key) for at in range(PAGE, len(data), PAGE)]
    journal = folder / f"{FILE}-wal"
    if journal.exists():
        frames = journal.read_bytes()[32:]
        for at in range(0, len(frames), PAGE + 24):
            frame = frames[at + 24 : at + 24 + PAGE]
            if len(frame) == PAGE:
                number = int.from_bytes(frames[at : at + 4], "big")
                plain.append(_page(frame, key, start=SALT if number == 1 else 0))
    return b"".join(plain)


def _page(page: bytes, key: bytes, *, start: int = 0) -> bytes:
    vector = page[-RESERVED : -RESERVED + VECTOR]
    opened = Cipher(AES(key), CBC(vector)).decryptor()
    return opened.update(page[start:-RESERVED]) + opened.finalize()

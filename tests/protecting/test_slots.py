"""Each way opens the register; a changed slot opens as little as a wrong secret."""

import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import HabeasError, IntegrityError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.keys import new_key
from habeas.protecting.recovery import grouped, new_code
from habeas.protecting.slots import (
    KeyFile,
    Passphrase,
    RecoveryCode,
    Secret,
    Slots,
    check_seal,
    meant,
    new_slot,
    opened,
    sealed,
)
from habeas.protecting.slots_file import FILE, read_slots, write_slots

CHEAP = Cost(64, 1, 1)
KEY = new_key(secrets.token_bytes)
CODE = new_code(secrets.token_bytes)
WAYS: tuple[Passphrase | RecoveryCode | KeyFile, ...] = (
    Passphrase("a b c d e"),
    RecoveryCode(CODE),
    KeyFile(bytes(32)),
)
REGISTER = "00" * 16


def _slots(key: bytes = KEY, register: str = REGISTER) -> Slots:
    made = (new_slot(register, key, way, cost=CHEAP, entropy=secrets.token_bytes) for way in WAYS)
    return sealed(register, tuple(made), key)


SLOTS = _slots()


@pytest.mark.parametrize("way", WAYS)
def test_each_way_opens_the_register(way: Secret) -> None:
    assert opened(SLOTS, way) == KEY


def test_a_passphrase_opens_however_its_accents_were_typed() -> None:
    way = Passphrase("пароль Ł é й")
    slot = new_slot(REGISTER, KEY, way, cost=CHEAP, entropy=secrets.token_bytes)
    assert opened(sealed(REGISTER, (slot,), KEY), Passphrase("пароль Ł e\u0301 и\u0306")) == KEY


@pytest.mark.parametrize("way", [Passphrase("a b c d"), KeyFile(b"x" * 32), RecoveryCode("A" * 35)])
def test_a_wrong_secret_opens_nothing(way: Secret) -> None:
    with pytest.raises(RegisterError, match="does not open") as caught:
        opened(SLOTS, way)
    assert caught.value.code == "secret-wrong"


@pytest.mark.parametrize("field", ["salt", "nonce", "wrapped", "cost"])
def test_a_changed_slot_is_like_a_wrong_secret(field: str) -> None:
    first = SLOTS.slots[0]
    changed = {
        "salt": replace(first, salt=bytes(16)),
        "nonce": replace(first, nonce=bytes(12)),
        "wrapped": replace(first, wrapped=first.wrapped[:-1] + bytes([first.wrapped[-1] ^ 1])),
        "cost": replace(first, cost=Cost(64, 2, 1)),
    }[field]
    with pytest.raises(RegisterError) as caught:
        opened(replace(SLOTS, slots=(changed, *SLOTS.slots[1:])), WAYS[0])
    assert caught.value.code == "secret-wrong"


def test_a_slot_of_another_register_does_not_open() -> None:
    with pytest.raises(RegisterError, match="does not open"):
        opened(replace(SLOTS, register="11" * 16), WAYS[0])


def test_a_slot_added_or_taken_away_is_told_to_who_opens_another() -> None:
    other = new_slot(REGISTER, KEY, Passphrase("mine"), cost=CHEAP, entropy=secrets.token_bytes)
    for slots in ((*SLOTS.slots, other), SLOTS.slots[:1]):
        with pytest.raises(IntegrityError, match="added, taken away"):
            opened(replace(SLOTS, slots=slots), WAYS[0])


def test_the_seal_is_for_one_register() -> None:
    check_seal(SLOTS, KEY, REGISTER)
    with pytest.raises(IntegrityError):
        check_seal(SLOTS, KEY, "22" * 16)


def test_what_is_typed_is_a_code_where_it_looks_like_one() -> None:
    assert meant(grouped(CODE).lower()) == RecoveryCode(CODE)
    assert meant("some words") == Passphrase("some words")


def test_no_secret_is_shown_by_repr() -> None:
    assert "a b c" not in repr(WAYS)
    assert CODE not in repr(WAYS)


def test_is_written_for_its_owner_alone_and_read_back(tmp_path: Path) -> None:
    write_slots(tmp_path, SLOTS)
    write_slots(tmp_path, SLOTS)
    assert read_slots(tmp_path) == SLOTS
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [place.name for place in tmp_path.iterdir()] == [FILE]


def test_a_folder_without_slots_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no register"):
        read_slots(tmp_path)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be written"):
        write_slots(tmp_path / "gone", SLOTS)


def _with(**changes: object) -> Callable[[dict[str, object]], object]:
    return lambda values: values | changes


def _slot_with(**changes: object) -> Callable[[dict[str, object]], object]:
    def change(values: dict[str, object]) -> object:
        slots = values["slots"]
        assert isinstance(slots, list)
        return values | {"slots": [slots[0] | changes, *slots[1:]]}

    return change


@pytest.mark.parametrize(
    "change",
    [
        _with(form="habeas slots 2"),
        _with(slots=[]),
        _with(slots={}),
        _with(slots=[1]),
        _with(register=5),
        _with(register="x" * 65),
        _with(seal="00"),
        _with(seal=None),
        _slot_with(kind="back door"),
        _slot_with(memory_kib=100 * 1024**2),
        _slot_with(memory_kib=10**400),
        _slot_with(memory_kib="64"),
        _slot_with(memory_kib=True),
        _slot_with(memory_kib=-1),
        _slot_with(rounds=10**9),
        _slot_with(lanes=10**9),
        _slot_with(rounds=None),
        _slot_with(salt="00"),
        _slot_with(salt="not hex"),
        _slot_with(wrapped=7),
        lambda values: [values],
        lambda values: values | {"slots": [values["slots"]] * 33},
    ],
)
def test_a_hostile_file_is_refused_before_it_is_used(
    tmp_path: Path, change: Callable[[dict[str, object]], object]
) -> None:
    write_slots(tmp_path, SLOTS)
    values = json.loads((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_text(json.dumps(change(values)))
    with pytest.raises(IntegrityError, match=r"slots\.json"):
        read_slots(tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"{", b"[" * 60_000, b'{"form": 1' + b" " * 70_000 + b"}", b"null"],
)
def test_a_file_that_is_no_slots_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(HabeasError) as caught:
        read_slots(tmp_path)
    assert caught.value.exit_code == IntegrityError.exit_code

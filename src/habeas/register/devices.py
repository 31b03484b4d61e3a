"""The device that writes here: its key, and how a computer becomes another device.

Laws: a private key never leaves the register's file; a device's id is drawn from its public key.
"""

from sqlalchemy import insert, select, update

from habeas.protecting.device import Device, new_device
from habeas.protecting.keys import Entropy
from habeas.register.kept import about, signer
from habeas.register.store import Store


def device_with(store: Store, name: str) -> Device | None:
    """The device of that id, if it can sign here."""
    for row in store.rows(select(signer).where(signer.c.device == name)):
        if row.private is not None:
            return Device(row.device, bytes(row.public), bytes(row.private))
    return None


def current(store: Store) -> Device | None:
    """The device that writes here, if it can sign."""
    for row in store.rows(select(about.c.device)):
        return device_with(store, row.device)
    return None


def enrol(store: Store, entropy: Entropy) -> Device:
    """A new device, which writes here from now on; inside a transaction."""
    made = new_device(entropy)
    row = {"device": made.id, "public": made.public, "private": made.private}
    store.run(insert(signer), [row])
    use(store, made)
    return made


def enrolled(store: Store, entropy: Entropy) -> Device:
    """A new device, which writes here from now on; a transaction of its own."""
    with store.writing():
        return enrol(store, entropy)


def use(store: Store, device: Device) -> None:
    """Let a device that can sign here be the one that writes; inside a transaction."""
    store.run(update(about).values(device=device.id), [{}])

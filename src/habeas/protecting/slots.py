"""The ways to open a register."""

FILE = "slots.json"

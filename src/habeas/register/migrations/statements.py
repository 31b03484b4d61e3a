"""The statements of a step, as they were released: data beside the step, parted by lines of `--`."""

from pathlib import Path

from habeas.register.store import Store


def run_statements(store: Store, file: str) -> None:
    """Run the statements of a file of this folder, in their order."""
    text = (Path(__file__).parent / file).read_text("utf-8")
    for statement in text.split("\n--\n"):
        store.write_out(statement)

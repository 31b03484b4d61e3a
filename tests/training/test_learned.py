"""The learned and the compiled tables are what their inputs make."""

from pathlib import Path
from tomllib import loads

from habeas.language.conventions.tables import data
from training.names import learn_costs, learn_weights, write_given


def values(text: str) -> dict[tuple[str, str], float]:
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {(left, right): float(gain) for left, right, gain in rows}


def test_costs_are_learned_from_the_files_beside_the_script() -> None:
    """A tenth more or less is the rounding of another machine; what is left out is strange."""
    made, shipped = values(learn_costs.table()), values(data("costs.txt"))
    for pair in made.keys() | shipped.keys():
        assert abs(made.get(pair, -4.5) - shipped.get(pair, -4.5)) <= 0.11, pair


def test_given_names_are_written_by_the_conventions() -> None:
    assert write_given.table() == data("given-spellings.txt")
    assert write_given.keys() == data("given-keys.txt")


def test_weights_of_words_are_learned_from_the_same_files() -> None:
    """A hundredth or two is the rounding of another machine."""
    made, shipped = (
        loads(text) for text in (learn_weights.table(), learn_weights.OUT.read_text("utf-8"))
    )
    assert made.keys() == shipped.keys()
    for name, value in made.items():
        assert abs(value - shipped[name]) <= 0.021, name


def test_sources_are_told() -> None:
    told = (Path(__file__).parents[2] / "training/names/README.md").read_text("utf-8")
    for file in ("tokens-en-ru.tsv", "tokens-uk-ru.tsv", "surnames.txt"):
        assert file in told

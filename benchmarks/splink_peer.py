"""Two lists joined by Splink on DuckDB with its usual comparisons of names. Needs the extra `bench`.

It is given more than Habeas: the fields of every name as the generator knows them, in plain letters.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow
import splink.comparison_library as compared
from anyascii import anyascii
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


@dataclass(frozen=True)
class Fields:
    """A record: given name, surname, and year of birth (-1 for none)."""

    given: str
    surname: str
    year: int


def linked(
    one: Sequence[Fields], two: Sequence[Fields]
) -> tuple[list[tuple[float, int, int]], float]:
    """The best link of each record of the second list, with its weight; and the seconds it took."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    start = time.perf_counter()
    database = DuckDBAPI()
    tables = []
    for name, records in (("a", one), ("b", two)):
        table = pyarrow.Table.from_pylist([_row(at, record) for at, record in enumerate(records)])
        tables.append(database.register(table, dataset_display_name=name, table_name=name))
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            compared.NameComparison("given"),
            compared.NameComparison("surname"),
            compared.LevenshteinAtThresholds("year_text", 1),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("surname", "given"),
            block_on("surname", "year_text"),
            block_on("given", "year_text"),
            block_on("substr(surname, 1, 4)", "substr(given, 1, 2)"),
        ],
        retain_intermediate_calculation_columns=False,
    )
    linker = Linker(tables, settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("surname", "given", "year_text")], recall=0.3
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in (("surname", "given"), ("given", "year_text")):
        training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    training.estimate_parameters_using_expectation_maximisation(block_on("surname", "year_text"))
    found = linker.inference.predict(threshold_match_weight=-8)
    best: dict[int, tuple[float, int, int]] = {}
    columns = ("match_weight", "source_dataset_l", "unique_id_l", "unique_id_r")
    for row in found.as_record_list():
        weight, side, left, right = (row[column] for column in columns)
        if side != "a":
            left, right = right, left
        if right not in best or weight > best[right][0]:
            best[right] = (weight, left, right)
    return sorted(best.values(), reverse=True), time.perf_counter() - start


def _row(number: int, record: Fields) -> dict[str, str | int | None]:
    year = None if record.year < 0 else str(record.year)
    given, surname = (anyascii(name).lower() or None for name in (record.given, record.surname))
    return {"unique_id": number, "given": given, "surname": surname, "year_text": year}

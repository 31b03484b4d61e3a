"""How quickly reports are read: texts of 3,000 letters and web pages, beside others' tools.

    .venv/bin/python benchmarks/reading.py [--rounds N] [--natasha FOLDER]
    .venv/bin/python benchmarks/reading.py --jobs 2 [--rounds N]

The texts are the labelled pages of seven languages, joined to 3,000 letters each: in kilobytes that is
more where a language is not written in Latin letters, and both are printed. Web pages are such texts
among menus and teasers. The engines take turns; each line is the median of its rounds, with its ratio
to ours on the same texts. Times are those of the processor, so that a busy machine slows nobody.

With --jobs, nothing else is measured than how many texts and pages that many processes read a second by
the clock, as `habeas read` has them read: all of them eight times, in processes begun afresh, loading
included; from text or page to claims, which are handed back. Of use on a quiet machine alone.

Peers come with the extras `bench` and `ru`; what is not installed is named and skipped. None of them
does what a reader does: they are parts one would build one of. FOLDER is natasha's folder `data` with
the models of slovnet; else the installed package's is taken.
"""

import argparse
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from reading_items import Engine, Item, items, ours, ours_page, several, sizes  # noqa: E402 - likewise

from habeas.tasks.clearing import clear_seldom  # noqa: E402 - the path comes first

_WORDS = (
    "released freed detained sentenced pardoned died entlassen freigelassen освобождён задержан"
)


def trafilatura() -> Engine:
    """The main text of a web page, and no claims."""
    from trafilatura import extract

    return lambda item: extract(item.page.decode(), include_comments=False)


def spacy() -> Engine:
    """Tokens, and a matcher for numbers before a word and for ten words of release and arrest."""
    import spacy
    from spacy.matcher import Matcher

    made = {}
    for code in {item.language for item in items()}:
        known = code if importlib.util.find_spec(f"spacy.lang.{code}") else "xx"
        nlp = spacy.blank(known)
        matcher = Matcher(nlp.vocab)
        matcher.add("number", [[{"LIKE_NUM": True}, {"IS_ALPHA": True}]])
        matcher.add("word", [[{"LOWER": word}] for word in _WORDS.split()])
        made[code] = (nlp, matcher)

    def run(item: Item) -> object:
        nlp, matcher = made[item.language]
        return matcher(nlp(item.text))

    return run


def dateparser() -> Engine:
    """Days in running text, by language."""
    from dateparser.search import search_dates

    return lambda item: search_dates(item.text, languages=[item.language])


def slovnet(folder: str) -> Engine:
    """People in Russian texts."""
    from navec import Navec
    from slovnet import NER

    place = Path(folder)
    tagger = NER.load(place / "model" / "slovnet_ner_news_v1.tar")
    tagger.navec(Navec.load(place / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return lambda item: tagger(item.text)


def engines(natasha: str) -> dict[str, tuple[Callable[[], Engine], str]]:
    """Each engine by its name, how it is made, and what it is compared with."""
    return {
        "habeas, texts": (lambda: ours, "habeas, texts"),
        "spaCy blank + Matcher": (spacy, "habeas, texts"),
        "dateparser": (dateparser, "habeas, texts"),
        "slovnet (Russian)": (lambda: slovnet(natasha), "habeas, texts"),
        "habeas, pages": (lambda: ours_page, "habeas, pages"),
        "trafilatura alone": (trafilatura, "habeas, pages"),
    }


def timed(run: Engine, row: Sequence[Item]) -> float:
    """Seconds of the processor for an item."""
    begun = time.process_time()
    for item in row:
        run(item)
    return (time.process_time() - begun) / len(row)


def peak(name: str, natasha: str) -> str:
    """The memory of one engine in a process of its own, as it says."""
    command = [sys.executable, __file__, "--alone", name, "--natasha", natasha]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return f"{int(done.stdout) // 1024} MB" if done.stdout.strip() else "?"


def alone(name: str, natasha: str) -> None:
    """Run one engine once over all texts, and print the most memory it had."""
    run = engines(natasha)[name][0]()
    timed(run, _meant(name, items()))
    status = Path("/proc/self/status")
    if status.exists():
        print(next(line.split()[1] for line in status.read_text().splitlines() if "VmHWM" in line))


def _meant(name: str, row: list[Item]) -> list[Item]:
    return [item for item in row if item.language == "ru"] if "Russian" in name else row


def cold(rounds: int) -> tuple[float, float]:
    """Median processor seconds of `habeas read` of one text, and of a Python that does nothing."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "a.txt"
        file.write_text(items()[0].text, encoding="utf-8")
        read_it = [sys.executable, "-P", "-m", "habeas", "read", str(file)]
        rows: tuple[list[float], list[float]] = ([], [])
        for _ in range(rounds):
            for call, row in zip((read_it, [sys.executable, "-c", ""]), rows, strict=True):
                row.append(_spent(call))
    return statistics.median(rows[0]), statistics.median(rows[1])


def _spent(call: Sequence[str]) -> float:
    """Processor seconds of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run(call, capture_output=True, check=True, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def folder(row: Sequence[Item], kind: str, jobs: int, start: float) -> tuple[float, float]:
    """Files a second of a folder read as users read one, start and JSON included, in `jobs` processes.

    By the clock, and as they would be if each process had a processor to itself; `start` are the
    seconds of the cold start, in which only one process computes.
    """
    with tempfile.TemporaryDirectory() as place:
        for number in range(3 * len(row)):
            item = row[number % len(row)]
            data = item.page if kind == "html" else item.text.encode()
            Path(place, f"{number:04}.{kind}").write_bytes(data + b"\n" * number)
        call = [sys.executable, "-P", "-m", "habeas", "read", place, "--json"]
        begun = time.perf_counter()
        spent = _spent([*call, "--published", "2025-12-16", "--jobs", str(jobs)])
        files, passed = 3 * len(row), time.perf_counter() - begun
        return files / passed, files / (start + (spent - start) / jobs)


def main() -> int:
    """Print the table."""
    words = argparse.ArgumentParser()
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--natasha", default=_natasha())
    words.add_argument("--alone", default="")
    words.add_argument("--jobs", type=int, choices=range(2, 65), metavar="N")
    given = words.parse_args()
    clear_seldom()
    if given.alone:
        alone(given.alone, given.natasha)
        return 0
    row = items()
    print(sizes(row))
    if given.jobs:
        several(row, given.jobs, given.rounds)
        return 0
    there: dict[str, Engine] = {}
    for name, (make, _) in engines(given.natasha).items():
        try:
            there[name] = make()
        except (ImportError, OSError) as wrong:
            print(f"{name}: skipped, {wrong}")
    seconds = _rounds(there, row, given.rounds)
    print(f"medians of {given.rounds} rounds; a second of one processor's time")
    for name in there:
        base = engines(given.natasha)[name][1]
        same = statistics.median(seconds[base, name])
        mine = statistics.median(seconds[name, name])
        memory = peak(name, given.natasha)
        print(f"{name:24} {1 / mine:8.1f} a second  {mine / same:6.2f} × our time  {memory:>7}")
    ready, bare = cold(max(5, given.rounds))
    print(f"cold start of habeas read: {ready:.2f} s, {ready / bare:.1f} × python -c pass")
    for kind in ("txt", "html"):
        for jobs in (1, 2):
            rows = [folder(row, kind, jobs, ready) for _ in range(given.rounds)]
            clock, free = (statistics.median(one) for one in zip(*rows, strict=True))
            print(f"habeas read, {3 * len(row)} {kind} files, {jobs} processes: ", end="")
            print(f"{clock:.0f} a second by the clock, {free:.0f} if nobody else computes")
    return 0


def _rounds(
    there: dict[str, Engine], row: list[Item], rounds: int
) -> dict[tuple[str, str], list[float]]:
    """Seconds an item of each engine, and of ours on the very texts of that engine, round by round."""
    found: dict[tuple[str, str], list[float]] = {}
    for number in range(rounds + 1):
        for name, run in there.items():
            meant = _meant(name, row)
            base = engines("")[name][1]
            for key in {base, name}:
                one = timed(there[key] if key != name else run, meant)
                if number:
                    found.setdefault((key, name), []).append(one)
    return found


def _natasha() -> str:
    spec = importlib.util.find_spec("natasha")
    return str(Path(spec.origin or "").parent / "data") if spec else ""


if __name__ == "__main__":
    sys.exit(main())

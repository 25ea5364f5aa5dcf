"""How surely a town is found that a report spells as another language than its own does.

    python benchmarks/spellings.py PAIRS [--names POSTAL] [--words WORDS]

PAIRS is a table of names with the columns `russian_based_latin`, `russian`, `ukrainian` and `ukrainian_latin`, or one
of OpenStreetMap's settlements with `name_ru` and `name_uk`, whose Latin forms our own tables make. Each Russian-based
Latin form is asked for among all Ukrainian names of the file; with `--names` also among those of GeoNames' postal
codes of Ukraine (`UA_postal.txt.gz`, the third column), which makes about 20,000. A town counts as found if its very
Ukrainian spelling is answered, so namesakes count as wrong.

What `reference/sound_laws.py` charges was chosen on the odd rows. Where the two languages use two names (Primorske,
Sartana) no spelling helps: such pairs are told apart by the likeness of letters alone, and the rest counted once more.

The last line asks the packed gazetteer, places of Ukraine alone. It holds the other and former names that GeoNames lists,
among which the Russian ones often are: that is how well the program does, not how well spelling alone does.

`--words` names a file of words, one a line, that are no places (English words, surnames): it counts how many of those
that the packed gazetteer does not know are taken for another spelling of a place.
"""

import argparse
import csv
import gzip
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from reportedly.reference.gazetteer import KINDS, MATCHES, Gazetteer, Match, PlaceKind
from reportedly.reference.spelling import fold, romanise, skeleton
from reportedly.reference.transliteration import latinise

LEAST_OF_ONE_NAME = 55.0
"""Per cent of letters alike: below it the two languages use two names."""
_ENTRY = (
    "key INTEGER PRIMARY KEY, slug, name, kind, lat, lon, country, admin1, admin2, population, radius_km, note, capital"
)


class Pair(NamedTuple):
    """One town in two languages."""

    asked: str
    """The Russian name in Latin letters."""
    russian: str
    ukrainian: str
    ukrainian_latin: str

    def is_one_name(self) -> bool:
        """Are both the same name, told by letters alone?"""
        return fuzz.ratio(romanise(self.russian), romanise(self.ukrainian)) >= LEAST_OF_ONE_NAME


def read_pairs(path: Path) -> list[Pair]:
    """The rows of the table at `path` whose two names are written differently, each once."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as lines:
        pairs = dict.fromkeys(map(as_pair, csv.DictReader(lines, delimiter="\t")))
    return [pair for pair in pairs if pair.asked and pair.ukrainian and pair.asked != pair.ukrainian_latin]


def as_pair(row: Mapping[str, str]) -> Pair:
    """A row of either table."""
    if "name_uk" in row:
        russian, ukrainian = row["name_ru"], row["name_uk"]
        return Pair(latinise(russian, "ru") or "", russian, ukrainian, latinise(ukrainian, "uk") or "")
    return Pair(row["russian_based_latin"], row["russian"], row["ukrainian"], row["ukrainian_latin"])


def read_names(path: Path) -> set[str]:
    """The place names of GeoNames' postal codes."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {line.split("\t")[2].strip() for line in lines}


def write_gazetteer(path: Path, names: Iterable[str]) -> None:
    """Make a gazetteer of `names` at `path`, each a settlement of Ukraine without a point."""
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE TABLE entry ({_ENTRY})")
        base.execute("CREATE TABLE name (key, match, entry, PRIMARY KEY (key, match, entry)) WITHOUT ROWID")
        for number, name in enumerate(sorted(names), start=1):
            kind = KINDS.index(PlaceKind.SETTLEMENT)
            base.execute("INSERT INTO entry (key, name, kind, population) VALUES (?, ?, ?, 0)", (number, name, kind))
            keys = {(fold(name), MATCHES.index(Match.EXACT))}
            if bones := skeleton(name):
                keys.add((f"-{bones}", MATCHES.index(Match.SKELETON)))
            base.executemany("INSERT INTO name VALUES (?, ?, ?)", [(*key, number) for key in keys])


def report(label: str, pairs: Sequence[Pair], gazetteer: Gazetteer) -> None:
    """Print how many of `pairs` are found, as the first answer and among the first five, and how fast."""
    began = time.perf_counter()
    answers = [[entry.name for entry in gazetteer.find_like(pair.asked)] for pair in pairs]
    each_ms = 1000 * (time.perf_counter() - began) / len(pairs)
    first = sum(pair.ukrainian in names[:1] for pair, names in zip(pairs, answers, strict=True))
    five = sum(pair.ukrainian in names[:5] for pair, names in zip(pairs, answers, strict=True))
    wrong = sum(pair.ukrainian not in names and bool(names) for pair, names in zip(pairs, answers, strict=True))
    count = len(pairs)
    print(
        f"{label:24} {count:4} pairs  recall@1 {first / count:.3f}  @5 {five / count:.3f}  "
        f"only others {wrong / count:.3f}  {each_ms:.2f} ms each"
    )


def report_packed(pairs: Sequence[Pair]) -> None:
    """Print how often the packed gazetteer, which knows other and former names too, leads to the town."""
    gazetteer = Gazetteer.open_packed()
    first = five = count = 0
    for pair in pairs:
        meant = {each.id for each in gazetteer.find(pair.ukrainian) if each.match is not Match.SKELETON}
        if meant:
            answers = [each.id for each in gazetteer.find(pair.asked) if each.country == "UA"]
            count += 1
            first += answers[:1] != [] and answers[0] in meant
            five += not meant.isdisjoint(answers[:5])
    print(
        f"{'packed gazetteer, in UA':24} {count:4} pairs  recall@1 {first / max(1, count):.3f}  @5 {five / max(1, count):.3f}"
    )


def count_mistaken(path: Path) -> None:
    """Print which of the words at `path` are taken for a place's other spelling."""
    gazetteer = Gazetteer.open()
    words = [word for word in path.read_text(encoding="utf-8").split("\n") if word and not gazetteer.knows(word)]
    taken = [(word, found[0].name) for word in words if (found := gazetteer.find_like(word))]
    print(f"{len(taken)} of {len(words)} words taken for a place:", ", ".join(f"{a} ({b})" for a, b in taken))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--words", type=Path)
    asked = parser.parse_args()
    pairs = read_pairs(asked.pairs)
    names = {pair.ukrainian for pair in pairs} | (read_names(asked.names) if asked.names else set())
    print(f"{len(names)} names to find them among")
    with tempfile.TemporaryDirectory() as folder:
        write_gazetteer(Path(folder) / "names.sqlite", names)
        gazetteer = Gazetteer.open(Path(folder) / "names.sqlite")
        for label, some in (("odd rows (chosen on)", pairs[::2]), ("even rows", pairs[1::2]), ("all", pairs)):
            report(label, some, gazetteer)
        report("even rows, one name", [pair for pair in pairs[1::2] if pair.is_one_name()], gazetteer)
        report("all, one name", [pair for pair in pairs if pair.is_one_name()], gazetteer)
        gazetteer.base.close()
    report_packed(pairs)
    if asked.words:
        count_mistaken(asked.words)


if __name__ == "__main__":
    main()

"""How many of the cases of Russian and Ukrainian attribution are read rightly, by language and form.

    python -m benchmarks.slavic_cases [--articles] [--language ru] [--form chain] [--show]

The cases lie in `tests/slavic`, and `cases_ru.toml` says what their fields mean. `articles_ru.toml` and `articles_uk.toml`
hold whole articles, which `--articles` reads in place of the short cases; there a form is the layout of a newsroom. A claim is found if one is read that
holds at least half of the anchor's letters and shares a fifth of what both cover; each read claim answers one anchor only.
`rest` stands for everything else that a case asks of a claim: kind, polarity, certainty, tense, place, the origin's
identity, type and side. `absent` counts the stretches on which no claim with a source may stand, and none does.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.flow import read_text
from reportedly.model.claim import Chain, Claim
from reportedly.model.reading import Reading

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "slavic"
LANGUAGES = ("ru", "uk")
SETS = ("cases", "articles")
PUBLISHED = date(2025, 12, 3)
OF_CLAIM = ("kind", "polarity", "certainty", "tense")
OF_ORIGIN = ("identity", "type", "side")
FIELDS = frozenset({"anchor", "chains", "place", "absent", "miss", *OF_CLAIM, *OF_ORIGIN})
COLUMNS = ("found", "chains", "rest", "absent", "all")

Wanted = Mapping[str, Any]
"""What a case asks of one claim, as its file says it."""
Judgement = tuple[Wanted, Mapping[str, bool], str]
"""What was asked of a claim, which checks held, and in words what was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, and what should be read in it."""

    language: str
    form: str
    number: int
    """Its place in the file, from 1."""
    text: str
    outlet: str | None
    claims: tuple[Wanted, ...]


def load_cases(which: str = "cases") -> Iterator[Case]:
    """All cases of one of the `SETS`, in the order of their files."""
    for language in LANGUAGES:
        path = FOLDER / f"{which}_{language}.toml"
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], start=1):
            yield Case(
                language=language,
                form=case["form"],
                number=number,
                text=case["text"],
                outlet=case.get("outlet"),
                claims=tuple(case["claims"]),
            )


def read_case(case: Case) -> Reading:
    """What is read in the text of a case."""
    return read_text(case.text, outlet=case.outlet, published=PUBLISHED, language=case.language)


def is_same_word(one: str, other: str) -> bool:
    """Do two words differ in their endings at most?"""
    shorter = min(len(one), len(other))
    kept = min(shorter, max(4, shorter - 2))
    return one[:kept] == other[:kept] and abs(len(one) - len(other)) <= min(3, shorter - 1)


def is_named(wanted: str, names: list[str]) -> bool:
    """Does one of the names hold all words of one of the alternatives in `wanted`?"""
    known = [_words(name) for name in names]
    return any(
        all(any(is_same_word(word, each) for each in words) for word in _words(alternative))
        for alternative in wanted.split("|")
        for words in known
    )


def judge(case: Case, reading: Reading) -> list[Judgement]:
    """One judgement for each claim that the case asks for."""
    judged: list[Judgement] = []
    free = list(reading.claims)
    for wanted in case.claims:
        start = case.text.index(wanted["anchor"])
        end = start + len(wanted["anchor"])
        if wanted.get("absent"):
            standing = [claim.span.text for claim in reading.claims if claim.chains and _covers(claim, start, end)]
            judged.append((wanted, {"absent": not standing}, f"read {standing}"))
            continue
        near = [claim for claim in free if _covers(claim, start, end) and _likeness(claim, start, end) >= 0.2]
        claim = max(near, key=lambda each: _likeness(each, start, end), default=None)
        if claim is None:
            judged.append((wanted, {"found": False, **dict.fromkeys(_asked(wanted), False)}, "not found"))
            continue
        free.remove(claim)
        judged.append((wanted, {"found": True, **_check(reading, claim, wanted)}, _tell(reading, claim)))
    return judged


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))


def _shared(claim: Claim, start: int, end: int) -> int:
    return max(0, min(end, claim.span.end) - max(start, claim.span.start))


def _covers(claim: Claim, start: int, end: int) -> bool:
    return 2 * _shared(claim, start, end) >= end - start


def _likeness(claim: Claim, start: int, end: int) -> float:
    shared = _shared(claim, start, end)
    return shared / (len(claim.span) + end - start - shared)


def _asked(wanted: Wanted) -> list[str]:
    """What is checked of a claim once it is found."""
    return [name for name in ("chains", *OF_CLAIM, "place", *OF_ORIGIN) if name in wanted]


def _check(reading: Reading, claim: Claim, wanted: Wanted) -> dict[str, bool]:
    sources = {source.id: source for source in reading.sources}
    origins = [sources[chain[-1].source] for chain in claim.chains]
    held = {"chains": _chains_hold(reading, claim.chains, wanted["chains"])}
    held |= {name: getattr(claim, name) in wanted[name] for name in OF_CLAIM if name in wanted}
    if "place" in wanted:
        held["place"] = any(is_named(wanted["place"], [place.name, place.span.text]) for place in claim.places)
    held |= {
        name: any(getattr(origin, name) in wanted[name] for origin in origins) for name in OF_ORIGIN if name in wanted
    }
    return held


def _chains_hold(reading: Reading, chains: tuple[Chain, ...], wanted: list[list[str]]) -> bool:
    """Does every chain that is wanted answer another one that was read, and none is left over?"""
    names = {source.id: [source.name, *(each.text for each in source.mentions)] for source in reading.sources}
    left = list(chains)
    for links in wanted:
        answer = next(
            (
                chain
                for chain in left
                if len(chain) == len(links)
                and all(is_named(each, names[link.source]) for each, link in zip(links, chain, strict=True))
            ),
            None,
        )
        if answer is None:
            return False
        left.remove(answer)
    return not left


def _tell(reading: Reading, claim: Claim) -> str:
    sources = {source.id: source for source in reading.sources}
    chains = [[sources[link.source].name for link in chain] for chain in claim.chains]
    origins = [f"{each.identity}/{each.type}/{each.side}" for each in (sources[c[-1].source] for c in claim.chains)]
    places = [place.name for place in claim.places]
    said = f"{claim.kind}, {claim.polarity}, {claim.certainty}, {claim.tense}"
    return f"read {claim.span.text!r} of {chains} {origins}: {said}, places {places}"


def main() -> None:
    """Prints a table: language, form, and the shares that held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--form")
    parser.add_argument("--articles", action="store_true", help="read the articles in place of the short cases")
    parser.add_argument("--show", action="store_true", help="print every claim that is not read rightly")
    given = parser.parse_args()
    asked, held = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for case in load_cases("articles" if given.articles else "cases"):
        if given.language not in (None, case.language) or given.form not in (None, case.form):
            continue
        for wanted, checks, told in judge(case, read_case(case)):
            wrong = [name for name, good in checks.items() if not good]
            if given.show and wrong:
                mark = " (known)" if wanted.get("miss") else ""
                print(f"{case.language} {case.form} {case.number}{mark}: {wanted['anchor']!r}: {', '.join(wrong)}")
                print(f"    wanted {wanted.get('chains')}, {told}")
            for name, good in [*checks.items(), ("all", not wrong)]:
                column = name if name in COLUMNS else "rest"
                for form in (case.form, "ALL"):
                    asked[case.language, form, column] += 1
                    held[case.language, form, column] += good
    print(f"{'':20s}" + "".join(f"{column:>16s}" for column in COLUMNS))
    for language, form in dict.fromkeys((language, form) for language, form, _ in sorted(asked)):
        cells = [(held[language, form, column], asked[language, form, column]) for column in COLUMNS]
        shares = "".join(f"{good:4d}/{all_:<4d}{good / max(1, all_):6.1%} " for good, all_ in cells)
        print(f"{language} {form:17s}{shares}")


if __name__ == "__main__":
    main()

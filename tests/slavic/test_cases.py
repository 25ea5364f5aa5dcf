"""Attribution in Russian and Ukrainian: cases and articles of our own, written before anything was tuned on them."""

from collections import Counter
from functools import cache

import pytest

from benchmarks.slavic_cases import (
    FIELDS,
    LANGUAGES,
    OF_CLAIM,
    SETS,
    Case,
    Judgement,
    is_named,
    is_same_word,
    judge,
    load_cases,
    read_case,
)
from reportedly.model.claim import Certainty, Kind, Polarity, Tense

CASES = [case for which in SETS for case in load_cases(which)]
ASKED = [(place, nth) for place, case in enumerate(CASES) for nth in range(len(case.claims))]
PLAIN = 20
"""Cases in each language that say it the plainest way, as nine in ten real attributions do."""
HARD = 45
ARTICLES = 7
"""Articles in each language, each in the layout of another newsroom."""
MANY = 15
MEANINGS = dict(zip(OF_CLAIM, (Kind, Polarity, Certainty, Tense), strict=True))


def name_of(asked: tuple[int, int]) -> str:
    """A claim's language, form, and the numbers of its case and of itself."""
    case = CASES[asked[0]]
    return f"{case.language}-{case.form.replace(' ', '_')}-{case.number}-{asked[1] + 1}"


def case_name(case: Case) -> str:
    return f"{case.language}-{case.form.replace(' ', '_')}-{case.number}"


@cache
def judged(place: int) -> list[Judgement]:
    """The judgements on one case, which is read once."""
    return judge(CASES[place], read_case(CASES[place]))


@pytest.mark.parametrize("asked", ASKED, ids=name_of)
def test_a_claim_is_read_with_its_sources(asked: tuple[int, int]) -> None:
    place, nth = asked
    wanted, checks, told = judged(place)[nth]
    wrong = [name for name, good in checks.items() if not good]
    missed = set(wanted.get("miss", ()))
    assert set(wrong) <= missed, f"{wanted['anchor']!r}, {wanted.get('chains')}: {', '.join(wrong)} in {told}"
    assert missed <= set(wrong), (
        f"{wanted['anchor']!r}: {', '.join(missed - set(wrong))} is read rightly now, take it off `miss`"
    )


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_a_case_says_clearly_what_it_asks(case: Case) -> None:
    for wanted in case.claims:
        assert case.text.count(wanted["anchor"]) == 1, f"{wanted['anchor']!r} does not stand once in its text"
        assert wanted.keys() <= FIELDS
        assert ("chains" in wanted) != ("absent" in wanted)
        for name, meaning in MEANINGS.items():
            assert set(wanted.get(name, ())) <= set(meaning), name


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_a_source_that_is_asked_for_stands_in_the_text(case: Case) -> None:
    for wanted in case.claims:
        for link in (link for chain in wanted.get("chains", ()) for link in chain):
            assert is_named(link, [case.text]), f"{link!r} is named nowhere in {case.text!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_plain_and_hard_cases(language: str) -> None:
    forms = Counter(case.form for case in load_cases() if case.language == language)
    assert forms.pop("plain") >= PLAIN
    assert forms.total() >= HARD and min(forms.values()) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_layout_has_an_article_of_many_claims(language: str) -> None:
    articles = [case for case in load_cases("articles") if case.language == language]
    assert len({case.form for case in articles}) == len(articles) >= ARTICLES
    assert all(len(case.claims) >= MANY for case in articles)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ветров", "ветрову", True),
        ("источник", "источников", True),
        ("мэр", "мэра", True),
        ("волна", "волны", True),
        ("киев", "киева", True),
        ("боец", "бойца", False),
        ("мер", "мерією", False),
        ("сорокин", "соловьев", False),
    ],
)
def test_an_ending_makes_no_other_word(one: str, other: str, same: bool) -> None:
    assert is_same_word(one, other) is same is is_same_word(other, one)

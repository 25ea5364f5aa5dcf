"""From the words of an address to a query."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import ReportedlyError, RequestError
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Box, Lack, Query, ReviewState, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType
from reportedly.workbench.asking import Words, make_query
from reportedly.workbench.parameters import FILTERS, PAGING, SORTING
from tests.workbench.served import fill

ALL = (*FILTERS, *SORTING, *PAGING)
UNDERSTOOD: list[tuple[str, list[str], dict[str, Any]]] = [
    ("q", ["dam"], {"text": "dam"}),
    ("side", ["Russia", "ukraine"], {"sides": ("russia", "ukraine")}),
    ("source", ["Front Diary"], {"sources": ("Front Diary",)}),
    ("without", ["place", "day"], {"lacks": (Lack.PLACE, Lack.DAY)}),
    ("source_type", ["official"], {"source_types": (SourceType.OFFICIAL,)}),
    ("kind", ["control", "STRIKE"], {"kinds": (Kind.CONTROL, Kind.STRIKE)}),
    ("certainty", ["possible"], {"certainties": (Certainty.POSSIBLE,)}),
    ("polarity", ["negative"], {"polarities": (Polarity.NEGATIVE,)}),
    ("tense", ["future"], {"tenses": (Tense.FUTURE,)}),
    ("flag", ["certainty-raised"], {"flags": (FlagCode.CERTAINTY_RAISED,)}),
    ("place", ["Kupiansk"], {"places": ("Kupiansk",)}),
    ("bbox", ["30,46.5,40.2,51"], {"box": Box(south=46.5, west=30, north=51, east=40.2)}),
    ("from", ["2025-12-01"], {"happened_from": date(2025, 12, 1)}),
    ("to", ["2025-12-01"], {"happened_to": date(2025, 12, 1)}),
    ("published_from", ["2025-12-01"], {"published_from": date(2025, 12, 1)}),
    ("published_to", ["2025-12-01"], {"published_to": date(2025, 12, 1)}),
    ("language", ["UK"], {"languages": ("uk",)}),
    ("outlet", ["State Wire"], {"outlets": ("State Wire",)}),
    ("review", ["open"], {"reviews": (ReviewState.OPEN,)}),
    ("at", ["12"], {"at": 12}),
    ("at", ["1999-12-31"], {"at": 0}),
    ("sort", ["happened"], {"sort": Sort.HAPPENED}),
    ("order", ["oldest"], {"newest_first": False}),
    ("limit", ["7"], {"limit": 7}),
    ("after", ["abc"], {"after": "abc"}),
    ("q", [""], {}),
]
WRONG = [
    ({"kind": ["tank"]}, "takes control, combat"),
    ({"from": ["yesterday"]}, "takes a day such as 2025-12-03"),
    ({"from": ["2025-02-30"]}, "in the calendar"),
    ({"from": ["2025-12-02"], "to": ["2025-12-01"]}, "lies after"),
    ({"bbox": ["1,2,3"]}, "west, south, east and north"),
    ({"bbox": ["0,95,1,96"]}, "is no box"),
    ({"language": ["english"]}, "two letters"),
    ({"limit": ["0"]}, "from 1 to 200"),
    ({"limit": ["0000000000000019999"]}, "from 1 to 200"),
    ({"limit": ["9" * 400]}, "from 1 to 200"),
    ({"limit": ["²"]}, "from 1 to 200"),
    ({"q": ["a", "b"]}, "takes one value"),
    ({"at": ["soon"]}, "or the number of an entry"),
    ({"colour": ["red"]}, "there is no parameter 'colour'"),
    ({"side": ["x" * 2000]}, "letters"),
    ({"side": ["x"] * 500}, "values"),
    ({"document": ["rp-!"]}, "is no id"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = tmp_path_factory.mktemp("ledger") / "case.db"
    with open_ledger(fill(str(path))) as opened:
        yield opened


def ask(values: dict[str, list[str]], ledger: Ledger) -> Query:
    words = Words(values)
    words.check(ALL)
    return make_query(words, ledger)


@pytest.mark.parametrize(("name", "values", "asked"), UNDERSTOOD)
def test_each_parameter_asks_one_question(ledger: Ledger, name: str, values: list[str], asked: dict[str, Any]) -> None:
    assert ask({name: values}, ledger) == Query(**asked)


def test_every_filter_is_tried_here() -> None:
    assert {each.name for each in ALL} == {name for name, _, _ in UNDERSTOOD} | {"document"}


@pytest.mark.parametrize(("values", "words"), WRONG)
def test_what_is_wrong_is_told_with_the_way_out(ledger: Ledger, values: dict[str, list[str]], words: str) -> None:
    with pytest.raises(ReportedlyError, match=words):
        ask(values, ledger)


def test_a_document_is_named_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    document = ledger.documents(Query(limit=1)).items[0].id
    assert ask({"document": [document[3:9].lower()]}, ledger).documents == (document,)
    claim = ledger.claims(Query(limit=1)).items[0].claim.id
    with pytest.raises(RequestError, match="is a claim, and no document"):
        ask({"document": [claim]}, ledger)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([each.name for each in ALL]), st.lists(st.text(), max_size=3), max_size=4))
def test_no_words_are_a_bug(values: dict[str, list[str]]) -> None:
    """Without a ledger: what names no id is understood without one."""
    about_ids = {"document", "place", "source", "at"}
    words = {name: given for name, given in values.items() if name not in about_ids}
    nobody: Any = None
    with suppress(ReportedlyError):
        assert isinstance(ask(words, nobody), Query)


def test_an_entry_may_be_written_with_zeros_and_be_beyond_all(ledger: Ledger) -> None:
    assert ask({"at": ["0000000000028"]}, ledger).at == 28
    assert (ask({"at": ["9" * 400]}, ledger).at or 0) > ledger.seq()

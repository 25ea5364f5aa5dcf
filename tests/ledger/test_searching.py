"""What is found by words, on every store."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.ledger.words import Term
from reportedly.model.document import Document
from tests.ledger.readings import Says, Spot, Voice, make_reading

KUPIANSK = Spot(name="Kupiansk", words="Kupyansk", gazetteer_id="geonames:703656")


def add(ledger: SqlLedger, *sentences: str) -> None:
    """A document for each sentence, which is its one claim."""
    for sentence in sentences:
        reading = make_reading(f"{sentence}.", Says(sentence))
        ledger.add(reading.document, reading)


def find(ledger: SqlLedger, text: str) -> set[str]:
    """The words of the claims that are found."""
    return {held.claim.span.text for held in ledger.claims(Query(text=text)).items}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shelled", True),
        ("SHELLED", True),
        ("shell", True),
        ("she", True),
        ("sh", False),
        ("in", True),
        ("i", False),
        ("elled", False),
        ("shelled kherson", True),
        ("kherson shelled", True),
        ("shelled moon", False),
        ('"shelled in kherson"', True),
        ('"in kherson" school', True),
        ("«in Kherson»", True),
        ('"kherson in"', False),
        ('"shell in"', False),
        ('"shelled', True),
    ],
)
def test_all_words_each_whole_or_begun_and_phrases_in_order(ledger: SqlLedger, text: str, found: bool) -> None:
    add(ledger, "A school was shelled in Kherson")
    assert bool(find(ledger, text)) == found


def test_sources_and_places_are_words_of_their_claims(ledger: SqlLedger) -> None:
    """Where the text says Kupyansk the gazetteer says Kupiansk: both are found."""
    says = Says("Kupyansk held", by=((Voice("He", name="Governor Syniehubov"),),), at=(KUPIANSK,))
    reading = make_reading("He said Kupyansk held. It rained.", says, Says("It rained"))
    ledger.add(reading.document, reading)
    assert find(ledger, "syniehubov") == find(ledger, "kupiansk") == find(ledger, "kupyansk held") == {"Kupyansk held"}


@pytest.mark.parametrize("typed", ["kupyanks", "kupyasnk", "kupynsk", "kuppyansk", "cupyansk", "kupiansc"])
def test_a_word_that_nothing_has_stands_for_those_it_is_a_slip_of(ledger: SqlLedger, typed: str) -> None:
    add(ledger, "Kupyansk held", "Lyman fell")
    page = ledger.claims(Query(text=typed))
    assert [held.claim.span.text for held in page.items] == ["Kupyansk held"]
    assert page.notes == (f"nothing has “{typed}”: looked for kupyansk",)


@pytest.mark.parametrize("typed", ["kyvi", "kyi7", "kyv", "2026", "kupianskij", "lym"])
def test_short_words_and_numbers_are_no_slips_of_what_is_far(ledger: SqlLedger, typed: str) -> None:
    """One slip from four letters, two from seven; a number is never another."""
    add(ledger, "Kupyansk held 2025 days", "Kyiv slept")
    page = ledger.claims(Query(text=typed))
    expected = {"kyvi": 1}.get(typed, 0)
    assert len(page.items) == expected
    assert bool(page.notes) == (typed != "lym" or not expected)


def test_the_nearest_words_come_first(ledger: SqlLedger) -> None:
    add(ledger, "Vovchanska rose", "Vovchansk held", "Vochanska fell")
    (note,) = ledger.claims(Query(text="vovchanskq")).notes
    assert note == "nothing has “vovchanskq”: looked for vovchansk, vovchanska, vochanska"


@pytest.mark.parametrize("typed", ["Kharkiv", "Харків", "Харьков", "Kharkov"])
def test_a_name_is_found_in_other_scripts(ledger: SqlLedger, typed: str) -> None:
    add(ledger, "Kharkiv was hit", "Харків обстріляли", "По Харькову стреляли", "Кава смачна")
    found = find(ledger, typed)
    assert {"Kharkiv was hit", "Харків обстріляли"} <= found or typed in ("Харьков", "Kharkov")
    assert found
    assert "Кава смачна" not in found


def test_a_short_name_is_not_every_word_of_its_consonants(ledger: SqlLedger) -> None:
    add(ledger, "Kyiv was hit", "Київ обстріляли", "Кава смачна")
    page = ledger.claims(Query(text="Kyiv"))
    assert {held.claim.span.text for held in page.items} == {"Kyiv was hit", "Київ обстріляли"}
    assert page.notes == ("“kyiv”: also looked for киів",)


@pytest.mark.parametrize("text", ["", "  ", "!!", "🙂", '""', "_", "*", "--"])
def test_where_there_is_no_word_nothing_is_found_and_it_is_said(ledger: SqlLedger, text: str) -> None:
    add(ledger, "A school burned")
    page = ledger.claims(Query(text=text, count=True))
    assert (page.items, page.total, page.notes) == ((), 0, (f"there is no word in “{text}”",))
    assert ledger.documents(Query(text=text)).items == ()


@pytest.mark.parametrize(
    "text",
    ["school OR moon", "school NOT burned", "NEAR(school burned)", "words:school", "school'); DROP TABLE claim;--", "sch%", "^school",
     "school & !burned", "school <-> burned", "school:*", "{words} : school", "%(limit)s school", ":limit school", "a\x00school"],
)  # fmt: skip
def test_nothing_that_is_typed_is_a_command(ledger: SqlLedger, text: str) -> None:
    """What is no letter parts words; what is a word must be there."""
    add(ledger, "A school burned")
    words = set("".join(sign if sign.isalnum() else " " for sign in text).split())
    found = all(
        (any(each.startswith(word.casefold()) for each in ("a", "school", "burned")) and len(word) > 2) or word == "a"
        for word in words
    )
    assert bool(find(ledger, text)) == found
    assert len(ledger.claims(Query()).items) == 1


LETTERS = st.sampled_from("abk абкі'’\"*%_:&|!()<>-\x00\\🙂éʼ中ا1")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LETTERS, max_size=12) | st.text(max_size=12))
@example("'")
@example('"')
@example("\ud800")
@example("ab" * 5000)
@example("a b " * 200)
def test_any_text_may_be_looked_for(ledger: SqlLedger, text: str) -> None:
    if not ledger.seq():
        add(ledger, "A school burned")
    ledger.claims(Query(text=text))
    ledger.documents(Query(text=text))
    ledger.claims(Query(sources=(text,), places=(text,), outlets=(text,)))


def test_a_question_of_too_many_words_is_cut_and_it_is_said(ledger: SqlLedger) -> None:
    add(ledger, "A school burned")
    text = "school " + " ".join(f"{letter}{other}" for letter in "qwzxv" for other in "qwzxvjkh")
    assert ledger.claims(Query(text=text)).notes[0] == "only the first 32 words were looked for"


def test_documents_are_found_by_all_their_words(ledger: SqlLedger) -> None:
    """Also by those that no claim has, and where nothing was read yet."""
    ledger.add(Document(text="It rained in Lviv.", title="Weather"))
    reading = make_reading("A school burned. It was Monday.", Says("A school burned"))
    ledger.add(reading.document, reading)
    texts = [
        [each.document.text for each in ledger.documents(Query(text=text)).items]
        for text in ("weather lviv", "mond", "sky")
    ]
    assert texts == [["It rained in Lviv."], ["A school burned. It was Monday."], []]
    assert find(ledger, "monday") == set()


def test_terms_are_written_for_the_store(ledger: SqlLedger) -> None:
    """Alternatives in one group, groups together."""
    groups = (
        (Term(words=("moon",), is_beginning=True), Term(words=("sch",), is_beginning=True)),
        (Term(words=("a", "school"), is_beginning=False),),
    )
    add(ledger, "A school burned", "The school burned")
    match = ledger.database.write_match(groups)
    sql = f"SELECT rowid FROM claim_words WHERE {ledger.database.matches('claim_words', 'match')}"
    assert ledger.database.ask(sql, {"match": match}) == [(1,)]

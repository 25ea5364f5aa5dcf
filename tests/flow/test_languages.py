"""One ledger for all languages that are read; what is not read yet is kept beside them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.annotate.stages import annotate
from reportedly.flow import read_text
from reportedly.flow.adding import Addition, Rereading, add_paths, reread
from reportedly.ingest.loading import Given
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.document import Document
from reportedly.reference.readers import RULES

TEXTS = {
    "en": "Russian forces captured the village of Malynivka on Tuesday, the channel Front Diary said, citing a soldier.\n",
    "ru": "Во вторник армия взяла деревню Малиновка, сообщил канал «Дневник фронта» со ссылкой на солдата.\n",
    "uk": "У вівторок армія взяла село Малинівка, повідомив канал «Щоденник фронту» з посиланням на солдата.\n",
}
GERMAN = "Das Ministerium teilte mit, dass das Dorf gefallen ist und die Kämpfe am Rand der Stadt Kupjansk andauern.\n"
MODELS = {"en": "attribution-en-1", "ru": "rules-ru-1", "uk": "rules-uk-1"}
GIVEN = Given(outlet="Example Herald", published=date(2025, 12, 3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text in each language that is read, and one in another."""
    where = tmp_path / "news"
    where.mkdir()
    for name, text in {**TEXTS, "de": GERMAN}.items():
        (where / f"{name}.txt").write_text(text, encoding="utf-8")
    return where


@pytest.fixture
def filled(ledger: Ledger, folder: Path) -> Ledger:
    list(add_paths(ledger, [str(folder)], given=GIVEN))
    return ledger


@pytest.mark.parametrize("language", TEXTS)
def test_who_said_it_and_when_it_happened_is_read_in_each_language(language: str) -> None:
    reading = read_text(TEXTS[language], outlet="Example Herald", published=date(2025, 12, 3))
    claim = reading.claims[0]
    assert reading.document.language == language
    assert claim.span.text.startswith(TEXTS[language].split()[0]) and claim.kind == "control"
    assert [len(chain) for chain in claim.chains] == [2]
    assert claim.time is not None and claim.time.earliest == date(2025, 12, 2)
    assert [place.span.text for place in claim.places] in (["Malynivka"], ["Малиновка"], ["Малинівка"])
    assert (reading.made_by.model or "").split("+")[0] == MODELS[language]


def test_a_folder_of_several_languages_goes_into_one_ledger(ledger: Ledger, folder: Path) -> None:
    added = [each for each in add_paths(ledger, [str(folder)], given=GIVEN) if isinstance(each, Addition)]
    read = {each.document.language: each.reading is not None for each in added}
    assert read == {"de": False, "en": True, "ru": True, "uk": True}
    assert [(each.unread or "")[:23] for each in added if each.reading is None] == ["is German: not read yet"]
    assert ledger.verify().faults == ()


@pytest.mark.parametrize("language", TEXTS)
def test_claims_are_found_by_the_language_of_their_document(language: str, filled: Ledger) -> None:
    found = filled.claims(Query(languages=(language,))).items
    assert found and {each.document.language for each in found} == {language}


@pytest.mark.parametrize("words", ["Malynivka", "малиновка", "малинівка"])
def test_one_name_of_a_place_finds_the_claims_in_every_language(words: str, filled: Ledger) -> None:
    assert {each.document.language for each in filled.claims(Query(text=words)).items} == set(TEXTS)


def test_what_an_earlier_version_kept_unread_is_read_now(ledger: Ledger) -> None:
    """Three documents that were stored when nothing but English was read; afterwards there is nothing left to do."""
    for language, text in TEXTS.items():
        ledger.add(Document(text=text, outlet="Example Herald", published=date(2025, 12, 3), language=language))
    done = [each for each in reread(ledger) if isinstance(each, Rereading)]
    assert [(each.document.language, each.is_new) for each in done] == [(language, True) for language in TEXTS]
    assert list(reread(ledger)) == []


def test_other_rules_of_one_language_are_no_reason_to_read_the_others_again(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, "uk", "rules-uk-2")
    done = [each for each in reread(filled) if isinstance(each, Rereading)]
    assert {each.document.language for each in done if each.is_new} == {"uk"}


def test_a_quotation_in_another_language_is_parsed_as_that_language() -> None:
    text = (
        "Мэр города сообщил, что мост разрушен.\n\n"
        "«Міст цілий, рух транспорту ніхто не зупиняв», — заявив його заступник.\n\n"
        "Ремонт, по словам мэра, начнётся завтра.\n"
    )
    document = Document(text=text, outlet="Example Herald", published=date(2025, 12, 3), language="ru")
    (found,) = annotate([document])
    assert [sentence.language for sentence in found.sentences] == [None, "uk", None]
    assert "заявити" in [token.lemma for token in found.tokens]
    reading = read_text(text, language="ru")
    said = {source.name for source in reading.sources}
    assert {"Мэр города", "його заступник"} <= said


def test_a_language_that_is_named_goes_before_what_the_text_tells(ledger: Ledger, folder: Path) -> None:
    given = replace(GIVEN, language="uk")
    (addition,) = add_paths(ledger, [str(folder / "ru.txt")], given=given)
    assert isinstance(addition, Addition) and addition.reading is not None
    assert addition.reading.document.language == "uk"

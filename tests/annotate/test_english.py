"""The parser is spaCy's, taken apart to be fast: it must say what the whole says, in any company."""

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.annotate import english_vectors, english_words
from reportedly.annotate.english import MODELS, parse_english
from reportedly.annotate.english_tree import RELATIONS
from reportedly.model.annotation import Sentence, Token

TEXT = [
    "There are two villages near Lake Sevan , Anna Maria Roe of the World Food Programme told the BBC on 3 May 2024 .",
    "Let 's go , he did n't say : `` We ain't gonna leave Malynivka '' , which cost $ 4 million and 12 % of the grain .",
    "Moscow",
    "The United Nations Security Council , the Kremlin 's Dmitry Roe and about forty soldiers were there at 6 a.m.",
    "It is \n \n what they got ta do ; do you \t know that the Second Battle of the Hills has been lost by us ?",
]


def read(sentences: list[str]) -> list[Token]:
    starts = [sum(len(each) + 1 for each in sentences[:number]) for number in range(len(sentences))]
    cut = [Sentence(start=at, end=at + len(each), text=each) for at, each in zip(starts, sentences, strict=True)]
    (tokens,) = parse_english([list(enumerate(cut))])
    return tokens


def whole(sentences: list[str]) -> Doc:
    """The same text through spaCy's own pipeline, as it is installed."""
    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    parts = [nlp.tokenizer(each) for each in sentences]
    words = [token.text for part in parts for token in part]
    spaces = [bool(token.whitespace_) or token.i == len(part) - 1 for part in parts for token in part]
    starts: list[bool | int | None] = [token.i == 0 for part in parts for token in part]
    return nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))


def test_the_words_are_those_of_the_whole_pipeline() -> None:
    own, theirs = read(TEXT), whole(TEXT)
    assert [each.text for each in own] == [each.text for each in theirs]
    assert [each.lemma for each in own] == [each.lemma_.lower() for each in theirs]
    entities = [f"Entity={each.ent_iob_}-{each.ent_type_}" if each.ent_type_ else "" for each in theirs]
    assert len(set(entities)) > 10
    for token, word, entity in zip(own, theirs, entities, strict=True):
        negated = {"Polarity=Neg"} if word.dep_ == "neg" else set()
        assert token.features == {*str(word.morph).split("|"), entity, *negated} - {""}


def test_what_does_not_hang_on_a_preposition_hangs_where_the_whole_pipeline_hangs_it() -> None:
    own, theirs = read(TEXT), whole(TEXT)
    kept = [each for each in theirs if each.dep_ in ("ROOT", "nsubj", "det", "cc", "conj", "amod", "aux", "compound")]
    assert len(kept) > 40
    for word in kept:
        assert (own[word.i].head, own[word.i].relation) == (word.head.i, RELATIONS.get(word.dep_, word.dep_))


def test_what_is_remembered_changes_nothing_and_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(TEXT)
    assert read(TEXT) == first
    for few in (40, 10):  # fewer than the text has, and fewer than a sentence has
        monkeypatch.setattr(english_vectors, "_REMEMBERED", few)
        monkeypatch.setattr(english_words, "_REMEMBERED", few)
        assert read(TEXT[:1]) + read(TEXT) == read(TEXT[:1]) + first


def test_a_sentence_of_white_space_and_none_at_all() -> None:
    assert read([]) == []
    assert [each.pos for each in read([" \n "])] == ["SPACE"]

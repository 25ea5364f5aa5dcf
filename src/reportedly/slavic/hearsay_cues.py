"""Words that say that somebody says it, and not who: "якобы", "ходят слухи, что", "предварительно"."""

from collections.abc import Iterator

from reportedly.claims.attribution import Attribution, Manner
from reportedly.model.annotation import Token
from reportedly.slavic.scope import opens_that, reach_right
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import nobody
from reportedly.slavic.words import feature, lemma, listed, spelt

_GOING = frozenset(
    "ходить ходити появиться з'явитися з’явитися поступать надходити гулять гуляти шириться ширитися".split()
)


def by_hearsay(sheet: Sheet, number: int) -> Iterator[Attribution]:
    """ "Якобы", "нібито": somebody says it, and nobody says who."""
    for piece in sheet.pieces.get(number, ()):
        for token in piece.tokens:
            if (
                spelt(token.text) not in listed(sheet.language(token), "reporting", "hearsay", "adverbs")
                or token.index == piece.first.index == 0
            ):
                continue
            content = piece.indices() - {token.index}
            if any(lemma(each) in listed(sheet.language(token), "reporting", "say") for each in piece.predicates):
                continue
            if any(sheet.found.tokens[index].pos == "VERB" for index in content):
                span = sheet.tree.span([token])
                yield Attribution(
                    cue=token,
                    manner=Manner.HEARSAY,
                    paths=(nobody(span),),
                    content=content,
                    words=frozenset({token.index}),
                )


def _is_rumoured(piece: Piece, noun: Token) -> bool:
    """ "Ходять чутки": behind a verb that can have no object, a form that the accusative shares."""
    verbs = [each for each in piece.predicates if each.index < noun.index]
    return feature(noun, "Case") == "Acc" and bool(verbs) and lemma(verbs[-1]) in _GOING


def by_rumour(sheet: Sheet, number: int) -> Iterator[Attribution]:
    """ "Поступает информация, что P", "ходят слухи, что P", "предварительно, P"."""
    pieces = sheet.pieces.get(number, ())
    for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
        language = sheet.language(piece.first)
        nouns = listed(language, "reporting", "hearsay", "nouns")
        told = bool(piece.tokens) and spelt(piece.tokens[-1].text) in ("том", "те")
        noun = next(
            (
                each
                for each in piece.tokens
                if lemma(each) in nouns
                and each.pos == "NOUN"
                and (told or feature(each, "Case") in ("Nom", "") or _is_rumoured(piece, each))
            ),
            None,
        )
        if noun is not None and following is not None and opens_that(sheet, following) and len(piece.predicates) <= 1:
            content = frozenset(
                index for each in reach_right(sheet, following, lambda one: False) for index in each.indices()
            )
            span = sheet.tree.span([noun])
            yield Attribution(
                cue=noun, manner=Manner.HEARSAY, paths=(nobody(span),), content=content, words=piece.indices()
            )
        words = [each for each in piece.tokens if each.pos != "PUNCT"]
        if words and spelt(words[0].text) in listed(language, "reporting", "hearsay", "opening"):
            inside = piece.indices() - {words[0].index}
            if following is not None and len(words) == 1:
                inside |= frozenset(
                    index for each in reach_right(sheet, following, lambda one: False) for index in each.indices()
                )
            yield Attribution(
                cue=words[0],
                manner=Manner.HEARSAY,
                paths=(nobody(sheet.tree.span(words[:1])),),
                content=inside,
                words=frozenset({words[0].index}),
            )

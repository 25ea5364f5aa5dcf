"""Lists under a line that names whose words they are: "X заявил:", "Главное из интервью X:", and a bullet before each line."""

from collections.abc import Iterator, Sequence

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.voices import Path
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.phrases import Phrase, phrase_at
from reportedly.slavic.relays import make_paths
from reportedly.slavic.sayings import find_sayings
from reportedly.slavic.sheet import READ_LANGUAGES, Sheet
from reportedly.slavic.voices import can_speak
from reportedly.slavic.words import entity, lemma, listed


def by_list(sheet: Sheet, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attribution of each list of at least two lines whose opening line names one voice and says nothing itself."""
    held = {index for each in known for index in each.content}
    for number, tokens in sheet.sentences.items():
        if sheet.language(tokens[0]) not in READ_LANGUAGES or not _opens_list(sheet, number):
            continue
        lines = _lines_below(sheet, number)
        told = frozenset(each.index for line in lines for each in sheet.sentences.get(line, ()))
        if len({sheet.found.sentences[line].paragraph for line in lines}) < 2 or told & held:
            continue
        found = _voice(sheet, number, tokens)
        if found is not None:
            cue, paths = found
            says_itself = any(each.cue.sentence == number and each.content for each in known)
            words = frozenset[int]() if says_itself else frozenset(each.index for each in tokens)
            yield Attribution(cue=cue, manner=Manner.SAY, paths=paths, content=told, words=words)


def _opens_list(sheet: Sheet, number: int) -> bool:
    sentence = sheet.found.sentences[number]
    return sentence.role is not SentenceRole.FURNITURE and sentence.text.rstrip(" *_").endswith(":")


def _lines_below(sheet: Sheet, number: int) -> list[int]:
    """The sentences of the lines right below that begin with the same bullet or dash."""
    sentences, first = sheet.found.sentences, ""
    found: list[int] = []
    for at in range(number + 1, len(sentences)):
        line = sheet.document.text[: sentences[at].start].rpartition("\n")[2].strip(" *_\t")
        if any(each.isalnum() for each in line):  # it goes on in its line
            if found:
                found.append(at)
                continue
            break
        bullet = (line or sentences[at].text)[:1]
        first = first or bullet
        if bullet.isalnum() or bullet in '«"“„' or bullet != first or sentences[at].role is not SentenceRole.BODY:
            break
        found.append(at)
    return found


def _voice(sheet: Sheet, number: int, tokens: Sequence[Token]) -> tuple[Token, tuple[Path, ...]] | None:
    """Whoever is said to have spoken, or whose words the line announces."""
    last = next(each for each in reversed(tokens) if each.pos != "PUNCT")
    for saying in find_sayings(sheet, number):
        if (
            saying.manner is Manner.SAY
            and saying.speakers
            and all(each.head.index <= last.index for each in saying.speakers)
        ):
            cue = sheet.tree.span([saying.verb])
            return saying.verb, make_paths(sheet, saying.speakers, cue, "the line above the list names who speaks", ())
    for at, token in enumerate(tokens):
        if lemma(token) in listed(sheet.language(token), "reporting", "nouns", "speech"):
            owner = phrase_at(tokens, at + 1)
            if owner is not None and owner.may_be("Gen") and _is_somebody(sheet, owner):
                cue = sheet.tree.span([token])
                return token, make_paths(sheet, [owner], cue, "the line above the list names whose words they are", ())
    return None


def _is_somebody(sheet: Sheet, phrase: Phrase) -> bool:
    return can_speak(sheet, phrase) and (
        entity(phrase.head) != "LOC" or sheet.profile.known(phrase.head.text) is not None
    )

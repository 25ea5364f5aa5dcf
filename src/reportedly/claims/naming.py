"""The proper name within a source's noun phrase, without titles; and what else it goes by."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.claims.noun_phrase import is_person_noun, possessed, type_table
from reportedly.claims.source_mention import Reader
from reportedly.model.annotation import MentionLabel, Token

_QUOTED = re.compile(r"[\"“”„«‘'](\w[^\"“”„«»]{0,58}?)[,.]?[\"“”»’'](?!\w)")
_HANDLE = re.compile(r"@\w{3,}")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")
_TITLED = ("outlet", "agency", "channel")
"""Behind these nouns the whole apposition is the name: "the channel Sudan Live"."""
_CALL_SIGN_REACH = 70
"""Characters after a phrase within which "under the call sign X" still belongs to it."""
_BODIES = ("institution", "military", "organization", "outlet", "agency", "channel", "document")


def read_name(
    phrase: Sequence[Token], core: Sequence[Token], head: Token, nouns: Sequence[str], reader: Reader
) -> tuple[str | None, frozenset[str]]:
    """The proper name in a phrase, and what else it goes by."""
    text = " ".join(reader.tree.span(phrase).text.split())
    aliases = {match.group(1) for match in _ACRONYM.finditer(text)} | set(_HANDLE.findall(text))
    quoted = _QUOTED.search(text)
    if sign := _read_call_sign(phrase[0].start, phrase[-1].end, reader):
        aliases.add(sign)
    elif quoted and {"channel", "outlet", "agency"} & {type_table().get(noun, "") for noun in nouns}:
        return quoted.group(1), frozenset(aliases)
    # As a whole, without its complements, without what is said of it in apposition.
    for words in (text, reader.tree.span(core).text, text.split(",")[0]):
        if reader.profile.known(trim_name(words)):
            return trim_name(words), frozenset(aliases)
    named = (
        _name_in_apposition(core, head, reader)
        or _name_by_recogniser(phrase, head, core, reader)
        or _name_by_profile(phrase, head, reader)
        or _name_after_country(phrase, head, reader)
        or _name_by_capitals(core, head, reader)
    )
    return named, frozenset(aliases)


def _read_call_sign(start: int, end: int, reader: Reader) -> str | None:
    """The call sign that a phrase gives, or the few words after it: "a gunner, call sign Lys"."""
    before = " ".join(reader.document.text[start:end].split())
    text = before + " " + " ".join(reader.document.text[end : end + _CALL_SIGN_REACH].split())
    for words in reader.lists["articles"]["call_signs"]:
        match = _behind(words).search(text)
        if match and not re.search(r"[.;!?]", text[len(before) : match.start()]):
            return match.group(1)
    return None


@cache
def _behind(words: str) -> re.Pattern[str]:
    """Words of a list, and the name that follows them."""
    return re.compile(rf"\b{words}\b\s+(?:of|is|was|as)?\s*[\"“‘'«]?([A-Z][\w-]+(?: [A-Z][\w-]+)?)")


def trim_name(text: str) -> str:
    """A mention without leading article, quotation marks, possessive and abbreviation in brackets."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+|\s*\([A-Z]\w{1,7}\)$|['’]s$|[\"“”«»]|(?<!\w)[‘’]|[‘’](?!\w)", "", text)
    return " ".join(bare.strip(" ,;:-–—").split())


def _name_by_recogniser(phrase: Sequence[Token], head: Token, core: Sequence[Token], reader: Reader) -> str | None:
    """A person whom the recogniser sees as the head, in apposition, or after the body that the head belongs to."""
    inside = {each.index for each in core}
    for mention in reader.names_within(phrase[0].start, phrase[-1].end):
        if mention.label is not MentionLabel.PERSON:
            continue
        tokens = [each for each in phrase if mention.holds(each)]
        if not tokens or any(possessed(reader.tree, each, head) for each in tokens):
            continue
        own = tokens[-1].index in inside and tokens[-1].relation != "compound"
        own = own or any(each.index == head.index for each in tokens) or _ends_title(phrase, tokens, head)
        if own and (name := _strip_titles(tokens, reader)):
            return name
    return None


def _name_by_profile(phrase: Sequence[Token], head: Token, reader: Reader) -> str | None:
    """A person of the profile whose name closes a long title, though the recogniser took it for something else."""
    for length in (2, 3):
        name = phrase[-length:]
        if len(phrase) > length and all(each.text[0].isupper() for each in name) and _ends_title(phrase, name, head):
            known = reader.profile.known(reader.tree.span(name).text)
            if known is not None and known.person:
                return reader.tree.span(name).text
    return None


def _name_after_country(phrase: Sequence[Token], head: Token, reader: Reader) -> str | None:
    """A person's name that the parser took for a part of the country's: "Deputy Minister of Culture of Latvia Ilze Berga"."""
    if not is_person_noun(head):
        return None
    lists, after = reader.lists, [each for each in phrase if each.index > head.index]
    while after and after[-1].pos == "PUNCT":
        after = after[:-1]
    for at in range(len(after) - 2):
        name = after[at + 1 :]
        if len(name) > 3 or reader.profile.side_of_name(after[at].text) is None:
            continue
        if not all(each.text[0].isupper() and each.lemma not in type_table() for each in name):
            continue
        seen = any(mention.end == name[-1].end for mention in reader.people)
        given = any(name[0].text.lower() in names for names in lists["given_names"].values())
        if seen or given or name[-1].text.endswith(tuple(lists["heads"]["surnames"])):
            return reader.tree.span(name).text
    return None


def _ends_title(phrase: Sequence[Token], name: Sequence[Token], head: Token) -> bool:
    """Does a name close a long title: "the chairman of the Sumy district council, Ivan Koval"?

    Not within another person's: neither "an adviser to President X" nor "the governor's deputy, X" says who X is.
    """
    if not is_person_noun(head):
        return False
    named = {each.index for each in name}
    before = [each for each in phrase if head.index < each.index < name[0].index]
    while before and before[-1].head in named and (is_person_noun(before[-1]) or before[-1].relation == "amod"):
        before = before[:-1]
    if before and before[-1].text == ",":
        before = before[:-1]
    return bool(before) and before[-1].pos in ("NOUN", "PROPN") and not is_person_noun(before[-1])


def _name_by_capitals(core: Sequence[Token], head: Token, reader: Reader) -> str | None:
    """The run of capitalised words that ends in the head or in its apposition; a body's with its "of …"."""
    anchors = [head, *(each for each in core if each.relation == "appos")]
    for anchor in anchors:
        if not anchor.text[0].isupper() or anchor.pos not in ("PROPN", "NOUN", "ADJ", "X", "NUM"):
            continue
        at = next((i for i, each in enumerate(core) if each.index == anchor.index), None)
        if at is None:
            continue
        first = last = at
        while first > 0 and core[first].start - core[first - 1].end <= 1 and _in_name(core[first - 1]):
            first -= 1
        while last + 1 < len(core) and core[last + 1].start - core[last].end <= 1 and _in_name(core[last + 1]):
            last += 1
        run = list(core[first : last + 1])
        name = _strip_titles(run, reader)
        if name is None:
            continue
        sentence = reader.found.sentences[anchor.sentence]
        if run[0].start == sentence.start and len(run) == 1 and anchor.pos != "PROPN":
            continue
        return name
    return None


def _name_in_apposition(core: Sequence[Token], head: Token, reader: Reader) -> str | None:
    """ "the channel Sudan Live": the capitalised words right behind a noun for what publishes."""
    if type_table().get(head.lemma) not in _TITLED:
        return None
    run: list[Token] = []
    for token in (each for each in core if each.index > head.index):
        if token.start - (run[-1] if run else head).end > 1 or not _in_name(token):
            break
        run.append(token)
    return trim_name(reader.tree.span(run).text) if run and run[0].text[0].isupper() else None


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text in ("-", "–", "&", "de", "von", "van", "der", "al", "bin", "ibn")


def _strip_titles(run: Sequence[Token], reader: Reader) -> str | None:
    """A run of capitalised words without titles, sides and honorifics before the name; None if nothing is left."""
    lists = reader.lists
    table, ranks = type_table(), lists["heads"]["ranks"]
    heads = lists["heads"]
    left = list(run)
    last = left[-1].lemma.lower() if left else ""
    if table.get(last) in _BODIES and (table.get(last) != "military" or last in heads["forces"]):
        # "the Defence Ministry", "the Ministry of Commerce": a body's name begins with what it is for.
        return None
    while left:
        word = left[0].text.lower().rstrip(".")
        lemma = ranks.get(word, left[0].lemma.lower())
        title = left[0].pos == "DET" or lemma in table or word in heads["title_words"] or word in heads["honorifics"]
        if title or left[0].text in "-–" or (len(left) > 1 and reader.profile.side_of_name(left[0].text)):
            left = left[1:]
        else:
            break
    if not left:
        return None
    span = reader.tree.span(left)
    return trim_name(span.text) or None

"""What a cue brings in: the words that somebody is said to have said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.claims.beside import find_around
from reportedly.claims.frames import find_framed, find_suffered, refers_back
from reportedly.claims.page import SUBJECTS, VERBS, Page
from reportedly.claims.subjects import own_subject, shares_subject_above
from reportedly.model.annotation import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words brought in, and how they hang on their cue."""

    tokens: frozenset[int]
    reference: bool = False
    """Only referred to: "denies it", "rejected the report"."""
    form: str
    """In words for the reader."""


def find_content(page: Page, verb: Token) -> Content | None:
    """What `verb` brings in, the most telling complement first."""
    for finder in (_clause, _suffered, _framed, _around, _after_colon, _quoted_beside, _referred):
        if (content := finder(page, verb)) is not None and content.tokens:
            return content
    return None


def clause_words(page: Page, verb: Token, content: Iterable[int]) -> frozenset[int]:
    """The words of the reporting clause itself: its verb, source, addressee and circumstances."""
    own = set(content)
    words: set[int] = set()
    todo = [verb]
    while todo:
        each = todo.pop()
        if each.index in own:
            continue
        words.add(each.index)
        for child in page.tree.children(each):
            if child.index in own or stands_alone(page, child):
                continue
            todo.append(child)
    if verb.relation == "acl:relcl" and (mark := page.tree.child(verb, "mark")) is not None:
        words.add(mark.index)
    return frozenset(words)


def _asks_to_be_unnamed(page: Page, token: Token) -> bool:
    """ "because he was not authorised to speak", "who would not give her name": of the source, not of the news."""
    lemmas = {each.lemma for each in page.tree.subtree(token)}
    return any(lemmas & set(terms[0]) and lemmas & set(terms[1]) for terms in page.words["anonymity"]["both"])


def stands_alone(page: Page, token: Token) -> bool:
    """Is `token` the verb of a clause with a happening of its own, not merely a part of the clause above?"""
    if _asks_to_be_unnamed(page, token):
        return False
    if token.pos not in VERBS or token.relation not in ("conj", "advcl", "acl:relcl", "parataxis", "ccomp", "acl"):
        return False
    if token.relation in ("conj", "parataxis"):
        return True
    return token.relation in ("advcl", "ccomp") and page.tree.child(token, *SUBJECTS) is not None


def _clause(page: Page, verb: Token) -> Content | None:
    """ "said that P": the clause that is the cue's object, with what is coordinated under the same "that"."""
    tree = page.tree
    tokens: set[int] = set()
    clauses = [*tree.children(verb, "ccomp"), *_hung_on_occasion(page, verb)]
    if any(_follows(page, verb, each) for each in clauses):
        # "We know it, everybody says that P": what stands before is another sentence.
        clauses = [each for each in clauses if each.index > verb.index]
    for child in clauses:
        if child.pos == "ADJ" and child.lemma in page.words["stances"]["made"]:
            continue  # "made clear that P"
        if _is_trailing(page, verb, child):
            continue
        if _is_quoted_apart(page, verb, child) or _is_after_dash(page, verb, child) or _is_beyond(page, verb, child):
            continue
        below = {each.index for each in tree.subtree(child, [*_contrasted(page, child), *_torn_off(page, verb, child)])}
        tokens |= {index for index in below if not _is_stray(page, index, verb, child)}
    for child in tree.children(verb, "conj"):
        mark = tree.child(child, "mark")
        if tokens and ((mark is not None and mark.text.lower() == "that") or _is_backshifted(page, verb, child)):
            tokens |= {each.index for each in tree.subtree(child)}
    if not tokens:
        return None
    between = [page.found.tokens[index] for index in range(verb.index + 1, min(tokens))]
    torn = verb.lemma not in page.words["frames"]["told"] and any(
        each.relation == "obj" and each.head == verb.index for each in between
    )
    if torn or any(each.relation in SUBJECTS for each in between):
        # "insisted the deal is …", "adding Ankara had proved that …": the clause's own beginning was hung elsewhere.
        tokens |= {each.index for each in between}
    if min(tokens) < verb.index:
        # The parser often loses part of what stands before a trailing cue; the sentence's layout does not.
        tokens |= find_around(page, verb)
    return Content(tokens=_bare(page, tokens), form=f"what {verb.text!r} is followed by")


def _suffered(page: Page, verb: Token) -> Content | None:
    tokens = _bare(page, find_suffered(page, verb))
    return Content(tokens=tokens, form=f"what was {verb.text}") if tokens else None


def _hung_on_occasion(page: Page, verb: Token) -> list[Token]:
    """ "said at a briefing that P", "is convinced that P": the clause that the parser hung on the noun or the adjective."""
    tree = page.tree
    found = []
    stances = (*page.words["stances"]["held"], *page.words["stances"]["made"])
    for occasion in tree.children(verb, "obl", "xcomp", "ccomp"):
        if occasion.relation != "obl" and occasion.lemma not in stances:
            continue
        for clause in tree.children(occasion, "acl", "acl:relcl", "ccomp", "csubj"):
            subjects = [each for each in tree.children(clause, *SUBJECTS) if each.text.lower() != "that"]
            if subjects and tree.subtree(clause)[0].text.lower() == "that":
                found.append(clause)
    return found


def _first_word(page: Page, clause: Token) -> int:
    """Index of the clause's first token that is no punctuation."""
    return next(each.index for each in page.tree.subtree(clause) if each.pos != "PUNCT" or each is clause)


def _follows(page: Page, verb: Token, clause: Token) -> bool:
    """Does the clause follow its cue with no comma between, as "said that P" does and "said, Y reported" does not?"""
    first = _first_word(page, clause)
    return (
        first > verb.index
        and page.tree.child(clause, *SUBJECTS) is not None
        and page.found.tokens[first - 1].pos != "PUNCT"
    )


def _is_trailing(page: Page, verb: Token, child: Token) -> bool:
    """ "P, X said, Y has learned", "few believe that, said Y": Y's own cue, not what X said."""
    first = _first_word(page, child)
    cue = child.lemma in page.words["say"] or child.lemma == "learn"
    subject = page.tree.child(child, "nsubj")
    if cue and subject is not None and verb.index < child.index < subject.index:
        return page.found.tokens[child.index - 1].text in (",", "—", "–", "-", "”", '"')
    return first > verb.index and page.found.tokens[first - 1].text in (",", "—", "–", "-") and cue


def _is_beyond(page: Page, verb: Token, child: Token) -> bool:
    """ "witnesses said; the army blamed the rebels": another sentence but for its semicolon."""
    low, high = sorted((verb.index, child.index))
    return any(each.text == ";" for each in page.found.tokens[low:high])


def _contrasted(page: Page, clause: Token) -> list[Token]:
    """ "X denied P, while Y said Q": what Y says is no part of what X denies."""
    tree = page.tree
    return [
        each for each in tree.subtree(clause)
        if each.relation == "advcl" and each.lemma in page.words["say"] and tree.child(each, *SUBJECTS) is not None
        and any(mark.text.lower() in ("while", "whereas", "although", "though", "but") for mark in tree.children(each, "mark", "cc"))
    ]  # fmt: skip


def _torn_off(page: Page, verb: Token, clause: Token) -> list[Token]:
    """ "X said that the world is united and thanked the envoys": X thanked them; it is no part of what X said."""
    tree = page.tree
    return [
        each
        for first in (clause, *tree.children(clause, "xcomp"))
        for each in tree.children(first, "conj")
        if each.pos in VERBS
        and tree.child(each, *SUBJECTS, "expl") is None
        and shares_subject_above(tree, each, clause)
    ]


def _is_after_dash(page: Page, verb: Token, child: Token) -> bool:
    """ "X denied Y - that is untrue": the clause after the dash is a remark on it."""
    first = page.tree.subtree(child)[0].index
    return first > verb.index and page.found.tokens[first - 1].text in ("-", "–", "—")


def _is_backshifted(page: Page, verb: Token, child: Token) -> bool:
    """ "X said that A, but B had not": only what is reported is put back in tense."""
    tree = page.tree
    aux = {each.text.lower() for each in tree.children(child, "aux")}
    subject = tree.child(child, *SUBJECTS)
    return (
        (("would" in aux) or ("had" in aux and subject is not None))
        and child.lemma not in page.words["say"]
        and child.index > verb.index
    )


def _is_stray(page: Page, index: int, verb: Token, clause: Token) -> bool:
    """Is this a word of the reporting clause that hangs below the clause by a slip?"""
    return (
        index > verb.index
        and clause.index < verb.index
        and index != clause.index
        and _has_subject_between(page, verb, index)
    )


def _has_subject_between(page: Page, verb: Token, index: int) -> bool:
    subject = own_subject(page.tree, verb)
    return subject is not None and min(verb.index, subject.index) <= index <= max(verb.index, subject.index)


def _is_quoted_apart(page: Page, verb: Token, child: Token) -> bool:
    """A clause in a quotation that another cue stands in."""
    number = page.quote(verb)
    return number is not None and page.quote(child) != number


def _is_anothers(page: Page, token: Token, verb: Token) -> bool:
    """Does the quotation hang on another cue of the sentence?"""
    for above in page.tree.ancestors(token):
        if above.index == verb.index:
            return False
        if above.lemma in page.words["say"] and above.pos in VERBS and page.quote(above) is None:
            return True
    return False


def _framed(page: Page, verb: Token) -> Content | None:
    tokens = _bare(page, find_framed(page, verb))
    return Content(tokens=tokens, form=f"what {verb.text!r} is said of") if tokens else None


def _around(page: Page, verb: Token) -> Content | None:
    tokens = _bare(page, find_around(page, verb))
    return Content(tokens=tokens, form=f"what {verb.text!r} is set beside") if tokens else None


def _after_colon(page: Page, verb: Token) -> Content | None:
    """ "X added on Sunday: P"."""
    sentence = page.sentences[verb.sentence]
    colon = next((each for each in sentence if each.text == ":" and each.index > verb.index), None)
    if colon is None or any(each.pos in VERBS for each in sentence if verb.index < each.index < colon.index):
        return None
    rest = frozenset(each.index for each in sentence if each.index > colon.index)
    return Content(tokens=_bare(page, rest), form="what follows the colon") if page.holds(rest, *VERBS) else None


def _quoted_beside(page: Page, verb: Token) -> Content | None:
    """A quotation in the same sentence that no other clause holds."""
    for token in page.sentences[verb.sentence]:
        number = page.quote(token)
        if number is None or number == page.quote(verb) or not page.is_speech(number):
            continue
        if _is_anothers(page, token, verb):
            continue
        tokens = page.quote_tokens[number]
        beside = min(abs(index - verb.index) for index in tokens)
        if beside <= 12:
            return Content(tokens=tokens, form="the quotation beside it")
    return None


def _referred(page: Page, verb: Token) -> Content | None:
    """ "denies it", "rejected the report": the whole clause stands for what is only referred to."""
    target = page.tree.child(verb, "obj")
    if target is None or verb.lemma not in (*page.words["deny"], "echo", "repeat", "reiterate", "confirm"):
        return None
    if not (
        refers_back(page, target) or (target.pos == "PRON" and target.text.lower() in ("it", "this", "that", "them"))
    ):
        return None
    clause = [each.index for each in page.tree.subtree(verb, page.tree.children(verb, "conj", "parataxis"))]
    return Content(tokens=frozenset(clause), reference=True, form="what it refers to")


def _bare(page: Page, tokens: Iterable[int]) -> frozenset[int]:
    """Without a leading "that" and without punctuation at the edges."""
    kept = sorted(tokens)
    found = page.found.tokens
    while kept and (
        found[kept[0]].pos == "PUNCT" or (found[kept[0]].relation == "mark" and found[kept[0]].text.lower() == "that")
    ):
        kept = kept[1:]
    while kept and found[kept[-1]].pos == "PUNCT":
        kept = kept[:-1]
    return frozenset(kept)


def iterate_verbs(page: Page) -> Iterator[Token]:
    """Every verb of the document, in order."""
    for token in page.found.tokens:
        if token.pos in VERBS and token.relation not in ("aux", "aux:pass"):
            yield token

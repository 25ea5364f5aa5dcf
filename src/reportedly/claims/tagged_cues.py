"""Where the trained tagger and the rules meet: what it found and they did not, as far as grammar bears it out.

The rules are sure of what they know; the tagger knows many more words that report. So a tagged attribution is taken
where no rule has the same content on somebody's word, its source is somebody who can speak, and its content is a clause.
"""

from collections.abc import Iterator, Sequence

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.disputed_cues import is_disputed
from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page, is_negated
from reportedly.claims.phrase_cues import can_be_gone_by
from reportedly.claims.relays import paths_from
from reportedly.claims.subjects import own_subject, subject_of
from reportedly.claims.verb_cues import can_speak
from reportedly.claims.voices import Path, is_second_hand
from reportedly.claims.widening import with_inner, with_rest
from reportedly.model.annotation import SentenceRole, TaggedAttribution, Token
from reportedly.model.span import Span

_NEAR_WORDS = 4
_NOBODY = ("neither", "no", "nobody", "none", "nothing", "few", "our", "my")
_RELATIVES = ("that", "which", "who", "what")
_MODALS = ("may", "might", "could", "would", "should", "must", "can", "will", "shall")


def join_tagged(page: Page, known: Sequence[Attribution]) -> list[Attribution]:
    """The `known` attributions and those of the tagger that none of them covers."""
    joined = list(known)
    for tagged in page.found.attributions:
        cue = page.within(tagged.cue)
        content = frozenset(_content(page, tagged))
        verb = _main_word(page, cue)
        if verb is not None and (number := page.quote(verb)) is not None:
            content &= page.quote_tokens[number]  # said by somebody who is being quoted: of other words, nothing
        if verb is None or not content or page.sentence(verb).role is not SentenceRole.BODY:
            continue
        indices = frozenset(token.index for token in cue)
        joined = [with_rest(page, each, indices, content) for each in joined]
        if any(_covers(each, indices, content) for each in known):
            continue
        manner = _manner(page, verb, content)
        source = page.within(tagged.source) if tagged.source else []
        if manner is None or not _is_asserted(page, verb, source):
            continue
        paths = _paths(page, tagged, verb)
        if not paths:
            continue
        if tagged.outer is not None:
            joined = [with_inner(page, each, page.found.attributions[tagged.outer], verb) for each in joined]
        words = frozenset(token.index for token in (*cue, *source)) - content
        joined.append(Attribution(cue=verb, manner=manner, paths=paths, content=content, words=words))
    return joined


def _content(page: Page, tagged: TaggedAttribution) -> Iterator[int]:
    """The tokens of what is said; a clause at its beginning that tells of the source is left out."""
    tokens = [token for piece in tagged.contents for token in page.within(piece)]
    if tokens and tokens[0].text.lower() in ("who", "which"):
        comma = next((number for number, each in enumerate(tokens) if each.text == ","), len(tokens))
        tokens = tokens[comma + 1 :]
    for token in tokens:
        yield token.index


def _main_word(page: Page, cue: Sequence[Token]) -> Token | None:
    """The word of a cue on which the others hang, a verb if there is one at the top."""
    inside = {token.index for token in cue}
    tops = [token for token in cue if token.head not in inside or token.head == token.index]
    tops = [token for token in tops if token.pos not in ("PUNCT", "DET", "CCONJ")]
    return next((token for token in tops if token.pos in VERBS), tops[0] if tops else None)


def _covers(known: Attribution, cue: frozenset[int], content: frozenset[int]) -> bool:
    """Has a rule found this already: the same cue, or most of the same content on a word of the same clause?"""
    if known.cue.index in cue:
        return True
    # The cheap question first: a long document asks it of every pair.
    return not cue.isdisjoint(known.words) and 2 * len(known.content & content) > min(len(known.content), len(content))


def _manner(page: Page, verb: Token, content: frozenset[int]) -> Manner | None:
    """How the source stands to the content; None if it is nothing that is said: "wants to", "refused to"."""
    words, lemma = page.words, verb.lemma
    if verb.text.lower() == "according":
        return Manner.SAY if page.holds(content, *VERBS) else None
    if verb.pos not in VERBS:
        named = verb.lemma in words["nouns"]["content"] and not is_disputed(page, verb)
        return Manner.SAY if named and _is_that_clause(page, content) else None
    reported = _is_that_clause(page, content)
    if lemma == "continue":
        return None  # "continued to": what rules do not know for speech is none
    if lemma in words["say"] or lemma in words["deny"]:
        known = Manner.DENY if lemma in words["deny"] else Manner.SAY
        that = page.found.tokens[min(content)].text.lower() == "that" and page.holds(content, *VERBS)
        plain = that or _is_sentence(page, content) or _trails(page, verb, content)
        return known if reported or plain or _is_quotation(page, verb, content) else None
    if lemma in words["empty"] or not (reported or _is_quotation(page, verb, content)):
        return None
    if lemma in words["position"]:
        return Manner.POSITION
    thought = lemma in (*words["attitude"], *words["thought"], *words["show"])
    return Manner.ATTITUDE if thought else Manner.SAY


def _is_that_clause(page: Page, content: frozenset[int]) -> bool:
    first = page.found.tokens[min(content)]
    return first.text.lower() in ("that", "if", "whether") and first.relation == "mark"


def _is_quotation(page: Page, verb: Token, content: frozenset[int]) -> bool:
    """Are they words in quotation marks, right beside the verb?"""
    first, last = (page.found.tokens[index] for index in (min(content), max(content)))
    number = page.quote(first) if first.index > verb.index else page.quote(last)
    near = min(abs(first.index - verb.index), abs(last.index - verb.index)) <= _NEAR_WORDS
    return number is not None and number != page.quote(verb) and near and page.is_speech(number)


def _trails(page: Page, verb: Token, content: frozenset[int]) -> bool:
    """ "P, X wrote": does the cue follow a comma and the source, with a verb in what stands before?"""
    tokens = page.found.tokens
    behind = max(content) < verb.index and tokens[max(content) + 1].text == ","
    return behind and any(tokens[index].pos == "VERB" and "VerbForm=Fin" in tokens[index].features for index in content)


def _is_sentence(page: Page, content: frozenset[int]) -> bool:
    """Does it have a verb that says when, with a subject of its own?"""
    tokens = [page.found.tokens[index] for index in sorted(content)]
    if tokens[0].text.lower() in _RELATIVES and tokens[0].relation in SUBJECTS:
        return False
    tops = [each for each in tokens if each.pos in VERBS and (each.head not in content or each.head == each.index)]
    return any(
        child.index in content
        for top in tops[:1]
        if "VerbForm=Fin" in top.features or page.tree.child(top, "aux", "aux:pass") is not None
        if not any(each.text.lower() == "to" for each in page.tree.children(top, "aux", "mark"))
        for child in page.tree.children(top, *SUBJECTS, "expl")
    )


def _is_asserted(page: Page, verb: Token, source: Sequence[Token]) -> bool:
    """Is it said that somebody did say it: not "did not say", "could say", "to say"? Mrs May's name is no modal verb."""
    if is_negated(page.tree, verb):
        return False
    aside = [each for each in page.tree.children(verb, "aux", "mark") if each not in source]
    return not any(each.lemma in _MODALS or each.text.lower() == "to" for each in aside)


def _paths(page: Page, tagged: TaggedAttribution, verb: Token) -> tuple[Path, ...]:
    speaker = _speaker(page, tagged, verb)
    if speaker is None or not _may_say(page, speaker, verb):
        return ()
    cue = Span.cut(page.document.text, tagged.cue.start, tagged.cue.end)
    return paths_from(page, verb, speaker, cue, f"the tagger marks {cue.text!r} as bringing in what it says")


def _speaker(page: Page, tagged: TaggedAttribution, verb: Token) -> Token | None:
    """The head of the tagged source; None if there is none, or grammar names somebody else."""
    source = page.within(tagged.source) if tagged.source else []
    if not source or source[0].text.lower() in _NOBODY:
        return None
    inside = {token.index for token in source}
    heads = [each for each in source if each.pos in NOUNS and (each.head not in inside or each.head == each.index)]
    # A name that the parser took for an adverb is a name all the same.
    speaker = heads[0] if heads else source[-1]
    if not heads and not speaker.text[:1].isupper():
        return None
    if speaker.text.lower() in _RELATIVES:
        antecedent = subject_of(page.tree, verb)
        return antecedent if antecedent is not None and can_speak(page, antecedent, verb) else None
    subject = own_subject(page.tree, verb) if verb.pos in VERBS else None
    agreed = subject is None or subject in source or subject.text.lower() in (*_RELATIVES, "it")
    return speaker if agreed else None


def _may_say(page: Page, speaker: Token, verb: Token) -> bool:
    if is_second_hand(speaker) or speaker.text.lower() in (*_RELATIVES, "it") or speaker.pos == "DET":
        return False
    if verb.text.lower() == "according":
        return can_be_gone_by(page, speaker)
    if verb.pos == "NOUN":
        return _owns(page, speaker, verb)
    cautious = verb.lemma in (*page.words["show"], *page.words["weak"]) or speaker.lemma in page.words["mute"]
    return not cautious or can_speak(page, speaker, verb)


def _owns(page: Page, holder: Token, noun: Token) -> bool:
    """ "X's claim", "the testimony of X", "X repeated warnings": does the grammar tie the noun to X?"""
    verb = page.tree.head(noun)
    if verb is not None and verb.pos in VERBS and noun.relation == "obj" and holder == own_subject(page.tree, verb):
        return True
    return holder in page.tree.subtree(noun)

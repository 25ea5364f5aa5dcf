"""Complements that only some cues take: "accused X of P", "called X Y", "denied doing P"."""

from collections.abc import Sequence

from reportedly.claims.noun_phrase import type_table
from reportedly.claims.page import SUBJECTS, VERBS, Page, case_of
from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon


def find_framed(page: Page, verb: Token) -> frozenset[int]:
    """Complements that only some cues take: "accused X of P", "called X Y", "described X as Y", "urged X to do Y"."""
    tree, frames = page.tree, page.words["frames"]
    objects = tree.children(verb, "obj", "iobj")
    parts = _parts(page, verb, objects)
    infinitives = (
        tree.children(verb, "xcomp", "advcl") if verb.lemma in (*frames["infinitive"], *frames["order"]) else []
    )
    infinitives = [each for each in infinitives if _is_infinitive(page, each)]
    infinitives += _gerunds(page, verb)
    predicates = tree.children(verb, "xcomp") if verb.lemma in frames["predicate"] else []
    if verb.lemma == "tell" or (verb.lemma in ("inform", "brief", "notify") and parts):
        objects = []
    chosen: list[Token] = []
    if parts or infinitives:
        keep_object = verb.lemma in (
            *frames["as"],
            *frames["order"],
            "accuse",
            "blame",
            "put",
            "appeal",
            "call",
            "warn",
        )
        chosen = [*(objects if keep_object else []), *parts, *infinitives]
    elif _casts_doubt(page, verb):
        chosen = [child for child in tree.children(verb, "obl") if case_of(tree, child) == "on"]
        chosen += [each for doubt in objects for each in tree.children(doubt, "nmod") if case_of(tree, each) == "on"]
    elif objects and (predicates or _word_in_marks(page, verb, objects[-1])):
        chosen = [*objects, *predicates]
    elif verb.lemma in frames["object"]:
        chosen = [each for each in objects if _can_be_said(page, each)]
    chosen = [each for each in chosen if each.text.lower() not in ("which", "that", "who", "whom", "what")]
    if not chosen:
        return frozenset()
    chosen = [_said_in(page, each) for each in chosen]
    if max(each.index for each in chosen) < verb.index:
        return frozenset()
    vacuous = page.words["nouns"]["vacuous"] + (
        page.words["nouns"]["topics"] if verb.lemma in ("speak", "talk", "tell", "inform") else []
    )
    chosen = [each for each in chosen if each.lemma not in vacuous]
    tokens = {each.index for part in chosen for each in tree.subtree(part, _asides(page, part))}
    tokens |= _carried_on(page, verb, max(tokens, default=-1))
    return frozenset(tokens)


def _parts(page: Page, verb: Token, objects: Sequence[Token]) -> list[Token]:
    """The complements behind "as" and behind the cue's own prepositions, wherever the parser hung them."""
    tree, frames = page.tree, page.words["frames"]
    parts: list[Token] = []
    for child in tree.children(verb, "obl", "advcl", "iobj"):
        case = case_of(tree, child)
        if (case == "as" and verb.lemma in frames["as"]) or case in frames["prepositions"].get(verb.lemma, ()):
            parts.append(child)
    things = [each for thing in objects for each in (thing, *tree.children(thing, "conj"))]
    for each in [*things, verb]:
        if verb.lemma in frames["as"]:
            # "described the attack as barbarous": an adverb to the parser.
            parts += [
                child for child in tree.children(each, "advmod") if child.text.lower() == "as" and tree.children(child)
            ]
            parts += [child for child in tree.children(each, "nmod", "acl") if case_of(tree, child) == "as"]
        elif each is not verb and "of" in frames["prepositions"].get(verb.lemma, ()):
            parts += [child for child in tree.children(each, "acl", "nmod") if case_of(tree, child) == "of"]
    return parts


def _word_in_marks(page: Page, verb: Token, thing: Token) -> frozenset[int]:
    """ "called the war "effectively over"": what stands in marks right behind the thing that is called so."""
    after = page.tree.subtree(thing)[-1].index + 1
    if verb.lemma not in page.words["frames"]["predicate"] or after >= len(page.found.tokens):
        return frozenset()
    number = page.quote(page.found.tokens[after])
    return frozenset() if number is None or number == page.quote(verb) else page.quote_tokens[number]


def _asides(page: Page, part: Token) -> list[Token]:
    """ "claimed responsibility for the raid on a ship, which sank": the ship's end is no part of what is claimed."""
    found = []
    for each in page.tree.subtree(part):
        first = page.tree.subtree(each)[0].index
        if each.relation == "acl:relcl" and each is not part and page.found.tokens[first - 1].text == ",":
            found.append(each)
    return found


def _gerunds(page: Page, verb: Token) -> list[Token]:
    """ "denied striking the school", "admitted having lost"."""
    if verb.lemma not in page.words["frames"]["gerund"]:
        return []
    found = [
        each
        for each in page.tree.children(verb, "xcomp", "advcl", "obj", "ccomp")
        if each.text.lower().endswith("ing")
        and each.pos in VERBS
        and verb.index < each.index <= verb.index + 3
        and page.found.tokens[each.index - 1].pos != "PUNCT"
    ]
    # "denied planning to invade": the parser hangs the infinitive on the cue.
    return [*found, *(each for each in page.tree.children(verb, "xcomp") if found and _is_infinitive(page, each))]


def _carried_on(page: Page, verb: Token, last: int) -> set[int]:
    """Phrases that the parser hung on the cue and that belong to its object: "repeated its invitation | to a summit"."""
    found = set(_word_in_marks(page, verb, page.found.tokens[last]) if last >= 0 else ())
    last = max(found, default=last)
    for child in page.tree.children(verb, "obl", "advcl"):
        words = [each.index for each in page.tree.subtree(child)]
        if words[0] == last + 1 and case_of(page.tree, child) in (
            "to",
            "of",
            "for",
            "against",
            "over",
            "between",
            "into",
            "toward",
            "if",
        ):
            found |= set(words)
            last = words[-1]
    return found


def _casts_doubt(page: Page, verb: Token) -> bool:
    target = page.tree.child(verb, "obj")
    return target is not None and verb.lemma in page.words["frames"]["doubt"] and target.lemma == "doubt"


def _said_in(page: Page, noun: Token) -> Token:
    """ "rejected claims that P": P itself."""
    said = told_of(page, noun)
    return said if said is not None and said.relation != "nmod" else noun


def told_of(page: Page, noun: Token) -> Token | None:
    """The clause, or the happening, that a noun like "claim" holds: "claims that P", "a report of P"; None if it only points back."""
    nouns = page.words["nouns"]
    if noun.lemma not in nouns["content"]:
        return None
    clause = page.tree.child(noun, "acl", "ccomp", "acl:relcl")
    if clause is not None and page.tree.child(clause, *SUBJECTS) is not None:
        return clause
    things = [
        each for each in page.tree.children(noun, "nmod") if case_of(page.tree, each) in nouns["of"].get(noun.lemma, ())
    ]
    return next((each for each in things if _is_happening(each)), None)


def _is_happening(thing: Token) -> bool:
    """Is it no name, and nobody who could have said it: "a report of a raid", not "a report of the commission"?"""
    classes = lexicon("en", "kind")["classes"]
    people = thing.lemma in (*classes["people"], *classes["force"]) or thing.lemma.endswith(_PERSON_ENDINGS)
    return thing.pos == "NOUN" and thing.text[:1].islower() and not people and thing.lemma not in type_table()


_PERSON_ENDINGS = ("ist", "ian", "man", "woman")


def _is_infinitive(page: Page, token: Token) -> bool:
    if any(each.lemma in ("anonymous", "unnamed", "unidentified", "named") for each in page.tree.subtree(token)):
        return False  # "asked to remain anonymous": says nothing of the news
    return token.pos in VERBS and any(each.text.lower() == "to" for each in page.tree.children(token, "aux", "mark"))


def _can_be_said(page: Page, head: Token) -> bool:
    """Is this a happening or a thing that can be announced, and not somebody, nor a mere reference?"""
    if head.pos in ("PROPN", "PRON") or refers_back(page, head):
        return False
    return not any(each.startswith("Entity=") and each.endswith("PERSON") for each in head.features)


def refers_back(page: Page, head: Token) -> bool:
    """Does this noun only point back: "the claim", "those reports", without a clause of its own?"""
    bare = page.tree.child(head, "acl", "ccomp", "acl:relcl") is None
    return head.lemma in page.words["nouns"]["reference"] and bare and told_of(page, head) is None


_SHORTEST_NOMINAL_WORDS = 3
"""A shorter noun phrase names a thing, and no happening: "the date was announced by X"."""


def find_suffered(page: Page, verb: Token) -> frozenset[int]:
    """ "The death of X was confirmed by Y", "That P was confirmed by Y": the passive's subject is what Y says."""
    tree = page.tree
    if tree.child(verb, "obl:agent") is None:
        return frozenset()
    done, doer = tree.child(verb, "xcomp"), tree.child(verb, "nsubj:pass")
    if done is not None and doer is not None and verb.lemma in page.words["hearsay"]["passives"]:
        # "Troops were said by X to have left"
        return frozenset(each.index for part in (doer, done) for each in tree.subtree(part))
    if verb.lemma not in page.words["frames"]["suffered"]:
        return frozenset()
    subject = tree.child(verb, "csubj:pass", "csubj") or tree.child(verb, "nsubj:pass")
    if subject is None and verb.relation == "conj" and (first := tree.head(verb)) is not None:
        subject = tree.child(first, "csubj:pass", "nsubj:pass")  # "was disclosed by X and confirmed by Y"
    if subject is None:
        return frozenset()
    below = frozenset(each.index for each in tree.subtree(subject))
    happening = subject.pos == "NOUN" and not refers_back(page, subject) and len(below) >= _SHORTEST_NOMINAL_WORDS
    return below if happening or subject.relation.startswith("csubj") else frozenset()

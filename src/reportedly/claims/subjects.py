"""Who does what a verb says, in whichever clause the parser has put it."""

from reportedly.claims.page import NOUNS, SUBJECTS, case_of
from reportedly.model.annotation import Token
from reportedly.model.tree import Tree

_RELATIVES = ("who", "which", "that", "whom", "whose")
CITING = ("citing", "quoting", "relaying")
_FOLLOWING_UP = (
    "adding",
    "noting",
    "stressing",
    "saying",
    "emphasizing",
    "emphasising",
    "explaining",
    "recalling",
    "underlining",
    "warning",
    "insisting",
)


def own_subject(tree: Tree, verb: Token) -> Token | None:
    """The subject of `verb`'s own clause; behind the verb after a dash or a quotation: "P - added the president"."""
    subjects = tree.children(verb, *SUBJECTS)
    if not subjects and (other := coordinated_before(tree, verb)) is not None:
        return other
    if verb.lemma in ("tell", "inform"):
        # Whoever stands behind "told" is told: a parser may take the host of a show for the speaker.
        subjects = [each for each in subjects if each.index < verb.index] or _just_before(tree, verb)
    if len(subjects) > 1:
        # "The Post, citing X, which cited Y, reported": X, whom the parser made a second subject, is cited.
        own = [each for each in subjects if tree.tokens[tree.subtree(each)[0].index - 1].text.lower() not in CITING]
        subjects = own or subjects
    subject = min(subjects, key=lambda each: abs(each.index - verb.index), default=None)
    if subject is not None and (behind := _behind_label(tree, subject, verb)) is not None:
        return behind
    phrase = trailing_phrase(tree, verb)
    if subject is None and verb.relation == "root" and tree.child(verb, "aux:pass") is None:
        phrase = phrase or _phrase_before(tree, verb)  # "When asked about Mariupol, the President noted that P"
        phrase = phrase or _before_apposition(tree, verb)
    if phrase and (subject is None or subject not in phrase):
        if any(each.text in ("sign", "callsign") for each in phrase):  # "a sergeant with the call sign Lys"
            return next((each for each in phrase if each.pos == "NOUN"), phrase[-1])
        inside = {each.index for each in phrase}
        return next((each for each in phrase if each.pos in NOUNS and each.head not in inside), phrase[-1])
    if subject is None and verb.index and tree.tokens[verb.index - 1].pos == "PUNCT":
        behind = tree.child(verb, "obj", "xcomp", "obl:npmod")
        if (
            behind is not None
            and behind.index > verb.index
            and behind.pos in ("NOUN", "PROPN")
            and tree.child(behind, "case") is None
        ):
            return behind
    return subject


def _behind_label(tree: Tree, subject: Token, verb: Token) -> Token | None:
    """ "Radio X: adviser says P": the adviser, not the label, which the parser took for the subject."""
    behind = tree.tokens[subject.index + 1 : max(subject.index + 1, verb.index)]
    colon = next((each for each in behind if each.text == ":"), None)
    if colon is None or any(
        each.pos == "VERB" or each.text in _MARKS for each in behind[: colon.index - subject.index]
    ):
        return None
    between = {each.index for each in tree.tokens[colon.index + 1 : verb.index]}
    nouns = [each for each in tree.tokens[colon.index + 1 : verb.index] if each.pos in NOUNS]
    return next((each for each in nouns if each.head not in between), None)


_MARKS = ('"', "“", "”", "«", ",")
_TRAILING_CUES = frozenset(
    "say tell report announce add write note claim confirm warn state explain reply insist acknowledge".split()
)
_NAME_PARTS = ("-", "call", "sign", "callsign")
"""What a parser takes for verbs in "a sergeant with the call sign Lys said"."""
_IN_A_NAME = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "PART", "PRON", "SYM")


def trailing_phrase(tree: Tree, verb: Token) -> list[Token]:
    """The noun phrase between a comma and a cue that trails: "Rebels killed twenty, local officials said on Sunday."

    Its layout is surer than the tree, which likes to hang the officials on the killed. Empty if the layout is another.
    """
    if any(each.index > verb.index for each in tree.children(verb, "ccomp") if tree.child(each, *SUBJECTS) is not None):
        return []
    phrase = _phrase_before(tree, verb)
    if not phrase or phrase[0].index == 0 or tree.tokens[phrase[0].index - 1].sentence != verb.sentence:
        return []
    before = [
        each for each in tree.tokens[max(0, phrase[0].index - 60) : phrase[0].index] if each.sentence == verb.sentence
    ]
    finite = any(each.pos in ("VERB", "AUX") and "VerbForm=Fin" in each.features for each in before)
    return phrase if finite else []


def _phrase_before(tree: Tree, verb: Token) -> list[Token]:
    """The noun phrase that stands right before a cue, back to a comma, a quotation or the sentence's beginning."""
    if verb.lemma not in _TRAILING_CUES:
        return []
    phrase: list[Token] = []
    for index in range(verb.index - 1, -1, -1):
        token = tree.tokens[index]
        if token.sentence != verb.sentence or token.text in (",", "—", "–", "”", '"'):
            break
        if token.pos in ("AUX", "ADV") and not phrase:
            continue
        if token.pos not in _IN_A_NAME and token.text not in _NAME_PARTS:
            return []
        phrase.insert(0, token)
    if not phrase or phrase[0].pos in ("ADP", "CCONJ"):
        return []
    return phrase if any(each.pos in NOUNS for each in phrase) else []


def _before_apposition(tree: Tree, verb: Token) -> list[Token]:
    """ "By Monday Vahram X, spokesman for Y, had said": the name before two commas that hold no verb."""
    at = verb.index - 1
    while at > 0 and tree.tokens[at].pos in ("AUX", "ADV"):
        at -= 1
    if tree.tokens[at].text != ",":
        return []
    for index in range(at - 1, 0, -1):
        token = tree.tokens[index]
        if token.sentence != verb.sentence or (token.pos in ("VERB", "AUX") and token.relation != "amod"):
            return []
        if token.text == ",":
            name = tree.tokens[index - 1]
            return [name] if name.pos == "PROPN" and name.sentence == verb.sentence else []
    return []


def coordinated_before(tree: Tree, verb: Token) -> Token | None:
    """ "X said he would go to Kyiv and Y said that P": Y, whom the parser has coordinated with Kyiv."""
    if verb.relation != "conj" or verb.index == 0:
        return None
    noun: Token | None = tree.tokens[verb.index - 1]
    while noun is not None and noun.pos in NOUNS and noun.relation != "conj":
        noun = tree.head(noun)
    if noun is None or noun.pos not in NOUNS or tree.child(verb, "ccomp") is None:
        return None
    first = next((each for each in tree.subtree(noun) if each.pos not in ("PUNCT", "CCONJ")), noun)
    joint = tree.tokens[first.index - 1]
    return noun if joint.pos == "CCONJ" and joint.sentence == verb.sentence else None


def _just_before(tree: Tree, verb: Token) -> list[Token]:
    """The name that stands right before a verb, a comma's apposition passed over: "Kelly, D-Ariz., told"."""
    at = verb.index - 1
    while (
        at >= 0 and tree.tokens[at].sentence == verb.sentence and tree.tokens[at].pos in ("PUNCT", "AUX", "ADV", "NUM")
    ):
        at -= 1
    if at < 0 or tree.tokens[at].sentence != verb.sentence or tree.tokens[at].pos not in ("PROPN", "NOUN", "PRON"):
        return []
    noun = tree.tokens[at]
    while (head := tree.head(noun)) is not None and head.pos in ("PROPN", "NOUN") and head.index < verb.index:
        noun = head
    return [noun]


def shares_subject_above(tree: Tree, verb: Token, clause: Token) -> bool:
    """Does `verb`, joined to a reported `clause`, have the reporting clause's subject by its tense?"""
    return _past_slip(tree, verb, clause) is not clause


def subject_of(tree: Tree, verb: Token) -> Token | None:
    """Who does what `verb` says, looked for up the tree where the clause has no subject of its own."""
    for _ in range(6):
        subject = own_subject(tree, verb)
        head = tree.head(verb)
        if subject is not None:
            if subject.text.lower() in _RELATIVES and not subject.text.isupper():  # "WHO" is a body
                found = head if head is not None and verb.relation.startswith("acl") else _antecedent(tree, verb)
                if found is not None and subject.text.lower() == "who":
                    found = _owner(tree, found)
                return _behind_call_sign(tree, found)
            return subject
        if head is None:
            return None
        if verb.relation == "acl" and head.pos in NOUNS:
            # "the soldiers reached, saying": a participle on a subject's noun still speaks for that noun.
            return head
        if (reporting := _followed_up(tree, verb)) is not None:
            verb = reporting
            continue
        if verb.relation not in ("conj", "advcl", "xcomp", "parataxis", "ccomp", "obl", "dep"):
            return None
        if verb.relation == "ccomp" and "VerbForm=Fin" in verb.features:
            return None
        verb = _past_slip(tree, verb, head)
    return None


def _followed_up(tree: Tree, verb: Token) -> Token | None:
    """ "X said that P, adding that Q": X adds, even where the parser hangs "adding" within P.

    So with "said it was legal, after admitting that Q": an "it" has admitted nothing.
    """
    adding = verb.text.lower() in _FOLLOWING_UP and tree.tokens[verb.index - 1].text == ","
    clause = tree.head(verb)
    empty = clause is not None and any(each.text.lower() == "it" for each in tree.children(clause, *SUBJECTS))
    admitting = empty and verb.text.lower().endswith("ing") and tree.child(verb, "mark", "case") is not None
    if verb.relation != "advcl" or not (adding or admitting):
        return None
    inside = [verb, *tree.ancestors(verb)]
    clause = next((each for each in inside if each.relation == "ccomp"), None)
    above = tree.head(clause) if clause is not None else None
    return (
        above
        if above is not None
        and above.lemma in ("say", "tell", "note", "add", "claim", "report", "announce", "state", "warn", "stress")
        else None
    )


def _past_slip(tree: Tree, verb: Token, head: Token) -> Token:
    """The verb whose subject is shared; past a coordination that the tenses contradict.

    "denies that the bridge is gone and maintains …": who denies also maintains; the bridge has done neither.
    """
    above = tree.head(head)
    if (
        verb.relation != "conj"
        or head.relation not in ("ccomp", "conj")
        or above is None
        or "VerbForm=Fin" not in verb.features
    ):
        return head
    if tree.child(verb, "aux") is not None or not _tense(verb) & _tense(above):
        return head
    shifted = tree.child(head, "aux") is not None or not _tense(verb) & _tense(head)
    return above if shifted else head


def _tense(verb: Token) -> frozenset[str]:
    return frozenset(each for each in verb.features if each.startswith("Tense="))


def _behind_call_sign(tree: Tree, noun: Token | None) -> Token | None:
    """ "a gunner under the call sign 'Lys', who said": the gunner said it."""
    sign = noun
    for _ in range(2):
        if sign is None:
            return noun
        if sign.lemma in ("sign", "callsign", "nickname", "pseudonym", "alias", "name") and case_of(tree, sign) in (
            "under",
            "with",
            "by",
        ):
            verb = tree.head(sign)
            if verb is None or verb.pos in NOUNS:
                return verb
            return tree.child(verb, "obj") or tree.child(verb, *SUBJECTS) or noun
        sign = tree.head(sign)
    return noun


def _owner(tree: Tree, thing: Token) -> Token:
    """ "Mr Heappey's remarks, who also said": things do not speak, their owner does."""
    owner = tree.child(thing, "nmod:poss")
    return owner if owner is not None and owner.pos == "PROPN" and thing.pos == "NOUN" else thing


def _antecedent(tree: Tree, verb: Token) -> Token | None:
    """What a relative clause that the parser hung elsewhere speaks of: the noun phrase just before its "who"."""
    at = tree.subtree(verb)[0].index - 1
    while at >= 0 and tree.tokens[at].pos == "PUNCT":
        at -= 1
    if at < 0 or tree.tokens[at].sentence != verb.sentence or tree.tokens[at].pos not in NOUNS:
        return None
    noun = tree.tokens[at]
    while (
        (head := tree.head(noun)) is not None
        and head.pos in NOUNS
        and head.index < noun.index
        and noun.relation in ("appos", "compound")
    ):
        noun = head
    return noun

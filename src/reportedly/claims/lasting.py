"""How long has it lasted? "For a hundred days they have been shelling the town": from then to the day of publication."""

from collections.abc import Mapping, Sequence
from datetime import date

from reportedly.claims.counting import count_time
from reportedly.claims.hanging import top_of
from reportedly.claims.modality import words
from reportedly.claims.narration import Told
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.model.when import When


def count_lasting(
    phrases: Sequence[DatePhrase], tree: Tree, predicate: Token, now: date | None, told: Mapping[int, Told]
) -> When | None:
    """From when a state, or what is done again and again, has lasted up to now; None if the words do not say.

    Only the present perfect says so: "they shelled it for three days" may be long over.

    Args:
        phrases: those of the claim's sentence.
        tree: of the whole document.
        predicate: the claim's main predicate.
        now: the day on which somebody speaks.
        told: what the text told before each phrase, by the offset at which the phrase begins.
    """
    if not _lasts_still(tree, predicate):
        return None
    for phrase in phrases:
        here = told.get(phrase.start)
        if phrase.rule != "length" or (here and here.standpoint.telling) or not _says_how_long(phrase, tree, predicate):
            continue
        timex = count_time("span", {**phrase.values, "way": "-1"}, Standpoint(now))
        if timex and timex.earliest and timex.latest:
            span = Span(start=phrase.start, end=phrase.end, text=phrase.text)
            return When(span=span, value=timex.value, earliest=timex.earliest, latest=timex.latest)
    return None


def _says_how_long(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """ "For three years"; from which day "for nearly three years" counts, nobody knows."""
    top = top_of(phrase, tree)
    if top is None or top.head != predicate.index:
        return False
    marks = [each for each in tree.children(top, "case") if each.lemma == "for"]
    return bool(marks) and not tree.text[marks[0].end : phrase.start].strip()


def _lasts_still(tree: Tree, predicate: Token) -> bool:
    """ "Has been shelling", "have lived", "has been under siege"; not "has been jailed for five years"."""
    helpers = tree.children(predicate, "aux", "aux:pass", "cop")
    perfect = any(each.lemma == "have" and "Tense=Pres" in each.features for each in helpers)
    if not perfect or tree.child(predicate, "aux:pass") is not None:
        return False
    return "Aspect=Prog" in predicate.features or predicate.lemma == "be" or predicate.lemma in words("verbs", "state")

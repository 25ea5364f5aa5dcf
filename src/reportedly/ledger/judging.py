"""What people's reviews make of a claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from reportedly.errors import ReviewError, StoredFormError
from reportedly.ledger.rows import read
from reportedly.model.claim import Actor, Certainty, Chain, Claim, Kind, Link, Polarity, Tense
from reportedly.model.held import Verdict
from reportedly.model.place import Place
from reportedly.model.quantity import Quantity
from reportedly.model.review import Action, Review
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedLink:
    """A link as a person puts it: the source itself, since its number differs from reading to reading."""

    name: str
    type: SourceType
    identity: Identity
    side: str | None = None
    mention: Span | None = None
    """None: it stands nowhere in the text."""
    cue: Span | None = None


# What may be corrected in a claim, and what it may be corrected to.
CORRECTABLE: Mapping[str, Any] = {
    "kind": Kind,
    "polarity": Polarity,
    "certainty": Certainty,
    "tense": Tense,
    "presupposed": bool,
    "time": When | None,
    "places": tuple[Place, ...],
    "quantities": tuple[Quantity, ...],
    "actors": tuple[Actor, ...],
    "chains": tuple[tuple[CorrectedLink, ...], ...],
}

VERDICTS: Mapping[Action, Verdict] = {Action.ACCEPT: Verdict.ACCEPTED, Action.REJECT: Verdict.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim and what people made of it."""

    claim: Claim
    sources: tuple[Source, ...] = ()
    """Those that a person put into its chains."""
    verdict: Verdict | None = None
    corrected: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def is_vouched_for(self) -> bool:
        """Did a person accept or correct it? Then no later reading makes it go away."""
        return self.verdict is Verdict.ACCEPTED or bool(self.corrected)


def judge(claim: Claim, reviews: Iterable[tuple[str, Review]]) -> Judged:
    """The claim as its reviews leave it.

    Args:
        claim: under its lasting id, as it was read.
        reviews: every review about it with its id, the earliest first; of two about one thing the later holds.
    """
    judged = Judged(claim=claim)
    for _, review in list_standing(reviews):
        if review.action in VERDICTS:
            judged = replace(judged, verdict=VERDICTS[review.action])
        elif review.action is Action.CORRECT and review.field:
            judged = correct(judged, review.field, review.value or "null")
            judged = replace(judged, corrected=(*without(judged.corrected, review.field), review.field))
        elif review.action is Action.NOTE and review.why:
            judged = replace(judged, notes=(*judged.notes, review.why))
        elif review.action is Action.MERGE:
            others = without(review.subjects, claim.id)
            judged = replace(judged, together=union(judged.together, others), apart=minus(judged.apart, others))
        elif review.action is Action.SPLIT:
            others = without(review.subjects, claim.id)
            judged = replace(judged, apart=union(judged.apart, others), together=minus(judged.together, others))
    return judged


def find_graphic(reviews: Iterable[tuple[str, Review]]) -> str | None:
    """The id of the last review that marks a document as graphic and that nobody took back.

    Args:
        reviews: every review about the document with its id, the earliest first.
    """
    marks = [id_ for id_, review in list_standing(reviews) if review.action is Action.GRAPHIC]
    return marks[-1] if marks else None


def list_standing(reviews: Iterable[tuple[str, Review]]) -> list[tuple[str, Review]]:
    """The reviews that nobody took back, with their ids. To take back a taking back lets the first stand again."""
    ordered = list(reviews)
    gone: set[str] = set()
    for id_, review in reversed(ordered):
        if review.action is Action.WITHDRAW and id_ not in gone:
            gone.add(review.subjects[0])
    return [(id_, review) for id_, review in ordered if id_ not in gone and review.action is not Action.WITHDRAW]


def correct(judged: Judged, field: str, value: str) -> Judged:
    """The claim with another value of `field`.

    Args:
        value: JSON, in the form in which the ledger stores it.

    Raises:
        ReviewError: if there is no such field, or the value is none of it.
    """
    if field not in CORRECTABLE:
        raise ReviewError(Action.CORRECT, f"knows no field {field!r}; there are {', '.join(CORRECTABLE)}")
    try:
        new = read(value.encode("utf-8", "replace"), CORRECTABLE[field])
    except StoredFormError as error:
        way_out = say_possible(CORRECTABLE[field]) or error.wrong
        raise ReviewError(Action.CORRECT, f"cannot set {field!r} to {value}: {way_out}") from error
    if field == "chains":
        return put_chains(judged, new)
    return replace(judged, claim=replace(judged.claim, **{field: new}))


def say_possible(form: Any) -> str | None:
    """What may stand in a field of this form, where that can be told in a line."""
    if form is bool:
        return "write true or false"
    if isinstance(form, type) and issubclass(form, StrEnum):
        return f"write one of {', '.join(form)}"
    return None


def put_chains(judged: Judged, chains: Sequence[Sequence[CorrectedLink]]) -> Judged:
    """The claim on the word of those whom a person named."""
    claim, sources, put = judged.claim, list[Source](), list[Chain]()
    nowhere = Span(start=claim.span.start, end=claim.span.start, text="")
    for chain in filter(None, chains):
        links = []
        for each in chain:
            mention = each.mention or nowhere
            id_ = f"{claim.id}/{len(sources) + 1}"
            sources.append(
                Source(
                    id=id_, name=each.name, type=each.type, identity=each.identity, side=each.side, mentions=(mention,)
                )
            )
            links.append(Link(source=id_, mention=mention, cue=each.cue, because="as a person corrected it"))
        put.append(tuple(links))
    return replace(judged, claim=replace(claim, chains=tuple(put)), sources=tuple(sources))


def check_spans(claim: Claim, text: str) -> None:
    """See that a corrected claim still speaks of its document.

    Raises:
        ReviewError: if a span does not cut `text`.
    """
    for span in list_spans(claim):
        if text[span.start : span.end] != span.text:
            raise ReviewError(Action.CORRECT, f"says that {span.text!r} stands at {span.start}, where it does not")


def check_names(judged: Judged) -> None:
    """See that whoever a person named has a name.

    Raises:
        ReviewError: if one has none.
    """
    if not all(source.name.strip() for source in judged.sources):
        raise ReviewError(Action.CORRECT, "names a source without a name; write who it is")


def list_spans(claim: Claim) -> list[Span]:
    """Every span of a claim."""
    links = [link for chain in claim.chains for link in chain]
    spans = [claim.span, *(place.span for place in claim.places), *(each.span for each in claim.quantities)]
    spans += [each.span for each in claim.actors] + [link.mention for link in links]
    spans += [link.cue for link in links if link.cue is not None]
    return spans + ([claim.time.span] if claim.time else [])


def without(items: Sequence[str], item: str) -> tuple[str, ...]:
    """All but `item`."""
    return tuple(each for each in items if each != item)


def union(items: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys((*items, *more)))


def minus(items: Sequence[str], fewer: Sequence[str]) -> tuple[str, ...]:
    """Those of `items` that are not among `fewer`."""
    return tuple(each for each in items if each not in fewer)

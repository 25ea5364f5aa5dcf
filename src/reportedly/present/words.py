"""What is found, in words: the same for the terminal and the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from reportedly.model.claim import Certainty, Chain, Claim, Kind, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.place import Alternative, Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.source import Source
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.present.source_words import call_outlet, choose_pronoun, choose_verb, describe_source

ROLES: Mapping[PlaceRole, str] = {
    PlaceRole.AT: "at",
    PlaceRole.NEAR: "near",
    PlaceRole.TOWARD: "toward",
    PlaceRole.REGION: "in",
    PlaceRole.REFERENCE: "by reference to",
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.CERTAIN: "asserted",
    Certainty.PROBABLE: "said to be likely",
    Certainty.POSSIBLE: "said to be possible",
    Certainty.UNKNOWN: "left open",
}
TENSES: Mapping[Tense, str | None] = {
    Tense.PAST: None,
    Tense.PRESENT: "ongoing",
    Tense.FUTURE: "yet to come",
}
KINDS: Mapping[Kind, str] = {
    Kind.CONTROL: "control",
    Kind.COMBAT: "combat",
    Kind.STRIKE: "a strike",
    Kind.CASUALTY: "casualties",
    Kind.DISPLACEMENT: "displacement",
    Kind.DAMAGE: "damage",
    Kind.AID: "aid",
    Kind.DETENTION: "detention",
    Kind.MOVEMENT: "movement",
    Kind.DIPLOMACY: "diplomacy",
    Kind.POSITION: "a position",
    Kind.ASSESSMENT: "an assessment",
    Kind.OTHER: "a claim",
}
OWN_VOICE = "in its own voice"
LOOKED_AT = 400
"""Code points of a text in which its beginning is looked for: a line may be as long as a book."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the sentence that says on whose word."""

    words: str
    is_verb: bool = False
    side: str | None = None
    """The side of the source that these words name."""
    span: Span | None = None
    """Where in the document it is said: the reporting words, or the mention of the source."""
    source: str | None = None
    """The id of the source that these words name."""


def say_chains(claim: Claim, sources: Mapping[str, Source], outlet: str | None) -> list[Piece]:
    """On whose word, as the pieces of one sentence."""
    site = call_outlet(outlet)
    if not claim.chains:
        return [Piece(f"{site}, {OWN_VOICE}")]
    pieces = [Piece(site)]
    for number, chain in enumerate(claim.chains):
        pieces += [Piece(" and also")] if number else []
        pieces += say_chain(chain, sources)
    return pieces


def say_sentence(claim: Claim, sources: Mapping[str, Source], outlet: str | None) -> str:
    """On whose word, and what: "Example Herald relays the channel Front Diary: combat near Yampil".

    The sentence stands alone, so what keeps it from being a plain assertion follows in brackets.
    """
    words = "".join(piece.words for piece in say_chains(claim, sources, outlet))
    firmness = [] if claim.certainty is Certainty.CERTAIN else [CERTAINTIES[claim.certainty]]
    stance = [*firmness, *say_stance(claim)]
    return f"{words}: {say_gist(claim)}" + (f" ({', '.join(stance)})" if stance else "")


def say_chain(chain: Chain, sources: Mapping[str, Source]) -> list[Piece]:
    """The links of a chain after the outlet, nearest the reader first."""
    pieces: list[Piece] = []
    teller: Source | None = None
    for link in chain:
        source = sources[link.source]
        pieces += [
            Piece(f", {choose_pronoun(teller)} " if teller else " "),
            Piece(choose_verb(source, teller), is_verb=True, span=link.cue),
            Piece(" "),
            Piece(describe_source(source), side=source.side, span=link.mention, source=source.id),
        ]
        teller = source
    return pieces


def say_gist(claim: Claim) -> str:
    """What sort of thing happened, and where: "combat near Yampil, 9 km from Lyman"."""
    where = [say_place(place, claim) for place in claim.places if place.role is not PlaceRole.REFERENCE]
    return " ".join([KINDS[claim.kind], *([", ".join(where)] if where else [])])


def say_place(place: Place, claim: Claim) -> str:
    """A place by its name in the text, and the circle on which it lies if the text gives one."""
    words = f"{ROLES[place.role]} {one_line(place.span.text)}"
    if place.role not in (PlaceRole.AT, PlaceRole.NEAR):
        return words
    centre = next((other for other in claim.places if other.role is PlaceRole.REFERENCE), None)
    distance = next((each for each in claim.quantities if each.unit == "km" and each.value), None)
    if centre is None or distance is None:
        return words
    circle = "on the circle " if place.gazetteer_id is None and place.lat is not None else ""
    return f"{words}, {circle}{distance.value:g} km from {one_line(centre.span.text)}"


def say_details(claim: Claim) -> list[str]:
    """How firmly, when and how many."""
    details = [CERTAINTIES[claim.certainty], *say_stance(claim)]
    if claim.time is not None:
        details.append(say_when(claim.time))
    return details + [say_quantity(quantity) for quantity in claim.quantities]


def say_stance(claim: Claim) -> list[str]:
    """What makes it something else than an assertion of what happened: denied, presupposed, not over."""
    stance = ["said not to be so"] if claim.polarity is Polarity.NEGATIVE else []
    stance += ["taken for granted"] if claim.presupposed else []
    tense = TENSES[claim.tense]
    return [*stance, tense] if tense else stance


def say_when(when: When) -> str:
    """The days, as a calendar has them."""
    return say_days(when.earliest, when.latest)


def say_day(day: date) -> str:
    """A day as "2 December 2025"."""
    return f"{day.day} {day:%B %Y}"


def say_period(first: date | None, last: date | None) -> str | None:
    """The days from the first to the last; None if they are not known."""
    return None if first is None or last is None else say_days(first, last)


def say_days(first: date, last: date) -> str:
    """One day, or the first and the last of several."""
    return say_day(first) if first == last else f"{say_day(first)} to {say_day(last)}"


def say_quantity(quantity: Quantity) -> str:
    """A number in the text's own words, and the range that they allow where it is one."""
    low, high = quantity.low, quantity.high
    own = f"“{one_line(quantity.span.text)}”"
    return own if low is None or high is None or low == high else f"{own} ({low:,g} to {high:,g})"


def say_alternative(alternative: Alternative) -> str:
    """A place that a name may mean as well: "Valencia, VE, at 10.16, -68.01 (42 %)"."""
    country = f", {alternative.country}" if alternative.country else ""
    point = "" if alternative.lat is None else f", at {alternative.lat:.2f}, {alternative.lon:.2f}"
    return f"{alternative.name}{country}{point} ({alternative.confidence:.0%})"


def say_resolution(place: Place) -> str:
    """What the gazetteer makes of a name: its own spelling, country, uncertainty and the namesakes set aside."""
    name, namesakes = one_line(place.span.text), count(place.candidates, "namesake")
    reach = "" if place.radius_km is None else f" within {place.radius_km:,.3g} km"
    if place.lat is None and place.gazetteer_id is not None:
        return f"{name} = {place.name}, which has no point"
    if place.lat is None and len(place.alternatives) > 1:
        one, other = (say_alternative(each) for each in place.alternatives[:2])
        return f"{name}: left open between {one} and {other}, {namesakes} weighed"
    if place.lat is None:
        return f"{name}: not resolved" + (f", {namesakes} weighed" if place.candidates else "")
    if place.gazetteer_id is None:
        return f"{name}: placed by the text’s own words{reach}, {namesakes} set aside"
    country = f", {place.country}" if place.country else ""
    others = f", {count(place.candidates - 1, 'namesake')} set aside" if place.candidates > 1 else ""
    return f"{name} = {place.name}{country}{',' if reach else ''}{reach}{others}"


def say_reason(place: Place) -> str:
    """The same, and why."""
    return say_resolution(place) + (f"; {place.because}" if place.because else "")


def say_flag(flag: Flag, claims: Mapping[str, Claim]) -> str:
    """A flag with the claims and the words that it rests on; the words of a claim that is named go without saying."""
    spans = (claims[name].span for name in (*flag.claims, *flag.because))
    named = {(span.start, span.end) for span in spans}
    evidence = [f"claim {name.removeprefix('c')}" for name in flag.because]
    evidence += [f"“{one_line(span.text)}”" for span in flag.words if (span.start, span.end) not in named]
    return flag.message + (f" ({'; '.join(evidence)})" if evidence else "")


def count(number: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def name_document(document: Document) -> str:
    """The title, or else how the text begins."""
    return (
        one_line(document.title)
        if document.title
        else shorten(document.text.lstrip()[:LOOKED_AT].split("\n")[0], 80, placeholder=" …")
    )


def one_line(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())


def flags_of(claim: Claim, flags: Sequence[Flag]) -> list[Flag]:
    """The flags that are about `claim`."""
    return [flag for flag in flags if claim.id in flag.claims]

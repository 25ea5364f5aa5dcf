"""What is worth a second look: the table of checks that raise flags."""

from collections.abc import Callable, Iterator, Sequence

from reportedly.claims.case import Case
from reportedly.claims.geocode import contradicts, is_ambiguous
from reportedly.claims.identify import is_office_holder
from reportedly.claims.repeats import is_asserted, likeness, speaks_alone, tell_same
from reportedly.model.claim import Certainty, Claim, Kind, Polarity, Tense
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.place import PlaceRole
from reportedly.model.source import Identity, Source, SourceType
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_lists import split_words

_HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)
_CARRIERS = (SourceType.OUTLET, SourceType.AGENCY, SourceType.CHANNEL)
_ANONYMOUS = (Identity.UNNAMED, Identity.PSEUDONYM)


Check = Callable[[Case], Iterator[Flag]]


def find_flags(case: Case) -> tuple[Flag, ...]:
    """Every flag that one of `CHECKS` raises, in the order of the table."""
    return tuple(flag for check in CHECKS for flag in check(case))


def anonymous_origin(case: Case) -> Iterator[Flag]:
    """Whoever is said to know is unnamed or goes by a pseudonym."""
    for source in case.sources.values():
        if source.identity in _ANONYMOUS and source.name != case.unknown:
            if is_office_holder(source) or (source.identity is Identity.UNNAMED and case.is_introduced(source)):
                continue
            ids = [c.id for c in case.claims if any(origin is source for _, origin in case.origins(c))]
            if ids:
                word = "goes by a pseudonym" if source.identity is Identity.PSEUDONYM else "is not named"
                yield Flag(
                    code=FlagCode.ANONYMOUS_ORIGIN,
                    claims=tuple(ids),
                    message=f"The origin, {source.name}, {word}.",
                    words=source.mentions[:1],
                )


def unspecified_source(case: Case) -> Iterator[Flag]:
    """A link of the chain is nobody in particular."""
    for source in case.sources.values():
        if source.identity is Identity.UNSPECIFIED and _is_nobody(case, source):
            ids = [c.id for c in case.claims if any(link.source == source.id for chain in c.chains for link in chain)]
            if ids:
                yield Flag(
                    code=FlagCode.UNSPECIFIED_SOURCE,
                    claims=tuple(ids),
                    message=f"The source is nobody in particular: “{source.name}”.",
                    words=source.mentions[:1],
                )


def cross_side_relay(case: Case) -> Iterator[Flag]:
    """An outlet or a channel of one side carries a person of the other."""
    publisher = case.profile.outlet(case.document.outlet or "")
    for claim in case.claims:
        for chain, origin in case.origins(claim):
            carriers = [case.sources[link.source] for link in chain[:-1]]
            named = [(each.name, each.side) for each in carriers if each.type in _CARRIERS]
            if publisher is not None and origin.identity in _ANONYMOUS:
                named.append((publisher.name, publisher.side))
            for name, side in named:
                if case.profile.opposed(side, origin.side):
                    yield Flag(
                        code=FlagCode.CROSS_SIDE_RELAY,
                        claims=(claim.id,),
                        message=f"{name}, of one side, carries {origin.name}, of the other.",
                        words=tuple(link.mention for link in chain),
                    )
                    break


def _retold(code: FlagCode, earlier: Claim, later: Claim, message: str) -> Flag:
    """A flag on `later`, which tells again what `earlier` told otherwise."""
    words = (later.span, earlier.span)
    return Flag(code=code, claims=(later.id,), because=(earlier.id,), message=message, words=words)


def attribution_dropped(case: Case) -> Iterator[Flag]:
    """What was attributed earlier is told in the outlet's own voice later."""
    told: set[str] = set()
    for earlier, later in case.pairs:
        if not earlier.chains or later.id in told or not _agree(earlier, later) or not _in_step(earlier, later):
            continue
        told_so = earlier.certainty is not Certainty.UNKNOWN or earlier.kind is Kind.CONTROL
        if told_so and case.is_own_voice(later) and (later.presupposed or later.certainty is Certainty.CERTAIN):
            told.add(later.id)
            message = f"Told in the outlet's own voice; before, it was on the word of {_voices(case, earlier)}."
            yield _retold(FlagCode.ATTRIBUTION_DROPPED, earlier, later, message)


def certainty_raised(case: Case) -> Iterator[Flag]:
    """What was hedged or still to come earlier is told as certain later, by the same voice or the outlet's own."""
    told: set[str] = set()
    for earlier, later in case.pairs:
        hedged = earlier.certainty in _HEDGED and _in_step(earlier, later)
        planned = earlier.kind is Kind.CONTROL and earlier.tense is Tense.FUTURE
        firm = later.certainty is Certainty.CERTAIN and later.tense is not Tense.FUTURE
        voiced = case.is_own_voice(later) if not later.chains else _same_voice(earlier, later)
        if (hedged or planned) and firm and voiced and _agree(earlier, later) and later.id not in told:
            told.add(later.id)
            message = "Told as certain; before, it was hedged or still to come."
            yield _retold(FlagCode.CERTAINTY_RAISED, earlier, later, message)


def number_changed(case: Case) -> Iterator[Flag]:
    """The same voice, or the outlet's own, gives another number for the same thing without saying that it changed."""
    for earlier, later in case.pairs:
        if not _same_voice(earlier, later) or likeness(earlier, later) < 0.6:
            continue
        line = case.found.sentences[case.sentence(later)].text.casefold().split()
        if any(word.strip(".,;:\"'()«»") in case.listed("change") for word in line):
            continue
        for other in later.quantities:
            same = [one for one in earlier.quantities if one.unit is not None and one.unit == other.unit]
            if same and all(_apart(one.low, one.high, other.low, other.high) for one in same):
                one = same[0]
                yield Flag(
                    code=FlagCode.NUMBER_CHANGED,
                    claims=(later.id,),
                    because=(earlier.id,),
                    message=f"“{other.span.text}” here, “{one.span.text}” before.",
                    words=(other.span, one.span),
                )


def place_inconsistent(case: Case) -> Iterator[Flag]:
    """No likely place of the name fits the distance, direction or containment that the text states."""
    for located in case.located:
        if located.conflict is not None:
            ids = tuple(c.id for c in case.claims if located.place in c.places)
            if ids:
                conflict = located.conflict
                yield Flag(code=FlagCode.PLACE_INCONSISTENT, claims=ids, message=conflict.text, words=conflict.spans)
    for number, claim in enumerate(case.claims):
        region = next(
            (each for each in claim.places if each.role in (PlaceRole.REGION, PlaceRole.AT) and each.lat is not None),
            None,
        )
        if region is None or not _sums_up(case, claim):
            continue
        told = [c for c in case.claims[:number] if c.kind is Kind.CONTROL and c.polarity is Polarity.POSITIVE]
        told = [
            c for c in told if case.sentence(claim) - case.sentence(c) <= 4 and case.sentence(claim) != case.sentence(c)
        ]
        points = [
            (c, place) for c in told for place in c.places if place.lat is not None and place.role is PlaceRole.AT
        ]
        reasons = [contradicts(place, region, case.gazetteer) for _, place in points]
        if points and all(reasons):
            yield Flag(
                code=FlagCode.PLACE_INCONSISTENT,
                claims=(claim.id,),
                because=tuple(dict.fromkeys(c.id for c, _ in points)),
                message=" ".join(dict.fromkeys(reason for reason in reasons if reason)),
                words=(region.span, *dict.fromkeys(place.span for _, place in points)),
            )


def place_ambiguous(case: Case) -> Iterator[Flag]:
    """Two places of the name lie far apart and are about as likely."""
    for located in case.located:
        if is_ambiguous(located) and (other := located.rival) is not None:
            ids = tuple(c.id for c in case.claims if located.place in c.places)
            if ids:
                name, apart = located.place.name, f"{located.rival_km:.0f} km"
                yield Flag(
                    code=FlagCode.PLACE_AMBIGUOUS,
                    claims=ids,
                    message=f"{name} may also be the {other.name} {apart} away ({other.country})."
                    if located.entry
                    else f"{name} may be one of several places; two that are about as likely lie {apart} apart.",
                    words=(located.place.span,),
                )


def time_inconsistent(case: Case) -> Iterator[Flag]:
    """Told as past, and dated after the publication."""
    for claim in case.claims:
        if (
            claim.time
            and case.document.published
            and claim.tense is Tense.PAST
            and claim.time.earliest > case.document.published
            and any(token.pos in ("VERB", "AUX") for token in case.tokens(claim.span))
        ):
            yield Flag(
                code=FlagCode.TIME_INCONSISTENT,
                claims=(claim.id,),
                message=f"Told as past, but dated {claim.time.earliest}, after the publication on {case.document.published}.",
                words=(claim.time.span,),
            )


def presupposed_claim(case: Case) -> Iterator[Flag]:
    """What others contest, or what was only attributed, is taken for granted."""
    for claim in case.claims:
        if not claim.presupposed:
            continue
        rivals = [other for other in case.claims if other is not claim and other.chains and tell_same(claim, other)]
        rivals = [
            other
            for other in rivals
            if case.sentence(other) != case.sentence(claim) and is_asserted(other) and not speaks_alone(claim, other)
        ]
        if rivals:
            contested = any(other.polarity is not claim.polarity for other in rivals)
            how = "contested" if contested else f"only said by {_voices(case, rivals[0])}"
            yield Flag(
                code=FlagCode.PRESUPPOSED_CLAIM,
                claims=(claim.id,),
                because=tuple(other.id for other in rivals),
                message=f"Taken for granted here; elsewhere in the document it is {how}.",
                words=(claim.span, *(other.span for other in rivals)),
            )


def _is_nobody(case: Case, source: Source) -> bool:
    """Do the words name nobody in particular, rather than somebody whom the reading could not tell?"""
    mention = source.mentions[0]
    low = mention.text.casefold()
    adverbs = split_words(lexicon(case.language, "reporting")["hearsay"]["adverbs"])
    tokens = case.tokens(mention)
    for token in tokens:
        head = case.found.tokens[token.head]
        if token.relation == "obj" and head.lemma in case.listed("made"):
            return False
    words = [word.strip(".,;:“”«»\"'") for word in low.split()]
    return any(word in adverbs or word in case.listed("nobody") for word in words)


def _in_step(earlier: Claim, later: Claim) -> bool:
    """Are both told as done? What becomes of a place is compared with what was planned, too."""
    return earlier.kind is Kind.CONTROL or Tense.FUTURE not in (earlier.tense, later.tense)


def _agree(one: Claim, other: Claim) -> bool:
    return one.polarity is Polarity.POSITIVE and other.polarity is Polarity.POSITIVE


def _same_voice(earlier: Claim, later: Claim) -> bool:
    return not later.chains or {chain[-1].source for chain in earlier.chains} == {
        chain[-1].source for chain in later.chains
    }


def _voices(case: Case, claim: Claim) -> str:
    named = [
        f"nobody in particular (“{origin.name}”)" if origin.identity is Identity.UNSPECIFIED else origin.name
        for _, origin in case.origins(claim)
    ]
    return " and ".join(dict.fromkeys(named))


def _apart(low: float | None, high: float | None, other_low: float | None, other_high: float | None) -> bool:
    """Can the two not both be true?"""
    return (high is not None and other_low is not None and high < other_low) or (
        other_high is not None and low is not None and other_high < low
    )


def _sums_up(case: Case, claim: Claim) -> bool:
    """Does it speak of happenings told before: "such successes open the way to …"?"""
    nouns, inside = case.listed("summing_up"), case.tokens(claim.span)
    return any(
        each.lemma in nouns and each.relation in ("nsubj", "nsubj:pass")
        and any(child.head == each.index and child.text in case.listed("pointing") for child in inside)
        for each in inside
    )  # fmt: skip


CHECKS: Sequence[Check] = (
    attribution_dropped,
    certainty_raised,
    number_changed,
    place_inconsistent,
    place_ambiguous,
    time_inconsistent,
    anonymous_origin,
    unspecified_source,
    cross_side_relay,
    presupposed_claim,
)
"""Every check, each named as its flag. A plugin adds a row."""

"""What changed between two versions of a document, two readings, or two states of a claim, in words."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from reportedly.model.claim import Chain, Claim
from reportedly.model.document import Document
from reportedly.model.place import Place
from reportedly.model.reading import Reading
from reportedly.model.source import Source

SHOWN = 8
"""Places in a text where a change is shown; of further ones there is the number."""
LONGEST = 120
"""Characters of a change that is shown."""
MOST_WORDS = 10_000
"""Of a text that is compared word by word: longer ones take too long."""

ABOUT_DOCUMENT = ("title", "author", "published", "published_at", "url", "outlet", "language")


def tell_document_changes(before: Document, after: Document) -> tuple[str, ...]:
    """What is other in the later document: what is said about it, and its words."""
    about = [
        f"{name.replace('_', ' ')}: {tell(getattr(before, name))} → {tell(getattr(after, name))}"
        for name in ABOUT_DOCUMENT
        if getattr(before, name) != getattr(after, name)
    ]
    if before.captions != after.captions:
        about.append(f"captions: {tell(' / '.join(before.captions))} → {tell(' / '.join(after.captions))}")
    return (*about, *tell_word_changes(before.text.split(), after.text.split()))


def tell_word_changes(before: Sequence[str], after: Sequence[str]) -> Sequence[str]:
    """How many words came and went, and the first of them: `[- went -]` and `[+ came +]`."""
    if max(len(before), len(after)) > MOST_WORDS:
        return [f"text: {len(before):,} words → {len(after):,} words"] if before != after else []
    changes = [
        each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    if not changes:
        return []
    came, went = sum(each[4] - each[3] for each in changes), sum(each[2] - each[1] for each in changes)
    lines = [f"text: {count(came, 'word')} came, {went:,} went"]
    for _, start, end, new_start, new_end in changes[:SHOWN]:
        gone, new = " ".join(before[start:end]), " ".join(after[new_start:new_end])
        where = f"… {' '.join(before[max(0, start - 3) : start])}" if start else ""
        parts = [where, f"[- {shorten(gone)} -]" if gone else "", f"[+ {shorten(new)} +]" if new else ""]
        lines.append(" ".join(filter(None, parts)))
    if len(changes) > SHOWN:
        lines.append(f"… and in {len(changes) - SHOWN} more places")
    return lines


def tell_reading_changes(before: Reading | None, after: Reading) -> tuple[str, ...]:
    """How many claims came, went, stayed and changed. Claims bear lasting ids."""
    if before is None:
        return (count(len(after.claims), "claim"),)
    old, new = tell_claims(before), tell_claims(after)
    both = old.keys() & new.keys()
    changed = sum(old[id_] != new[id_] for id_ in both)
    came, went = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    return (f"{count(len(new), 'claim')}: {came} came, {went} went, {changed} changed, {len(both) - changed} stayed",)


def tell_claims(reading: Reading) -> Mapping[str, Mapping[str, str]]:
    """Every claim of a reading in words, by id."""
    sources = {source.id: source for source in reading.sources}
    return {claim.id: tell_claim(claim, sources) for claim in reading.claims}


def tell_claim(claim: Claim, sources: Mapping[str, Source]) -> Mapping[str, str]:
    """What a claim says, question by question."""
    return {
        "kind": claim.kind.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "tense": claim.tense.value,
        "presupposed": "yes" if claim.presupposed else "no",
        "on whose word": "; ".join(tell_chain(chain, sources) for chain in claim.chains) or "the outlet's own",
        "places": "; ".join(map(tell_place, claim.places)) or "none",
        "time": f"{claim.time.earliest} to {claim.time.latest}" if claim.time else "none",
        "numbers": "; ".join(each.span.text for each in claim.quantities) or "none",
        "actors": "; ".join(f"{each.span.text} ({each.role.value})" for each in claim.actors) or "none",
    }


def tell_claim_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """What a claim says otherwise than before."""
    return tuple(f"{name}: {before[name]} → {after[name]}" for name in after if before[name] != after[name])


def tell_chain(chain: Chain, sources: Mapping[str, Source]) -> str:
    """From the source nearest the reader to the origin."""
    return ", citing ".join(sources[link.source].name if link.source in sources else link.source for link in chain)


def tell_place(place: Place) -> str:
    """A place with what it has to do with the claim."""
    return f"{place.role.value} {place.name}{f' ({place.gazetteer_id})' if place.gazetteer_id else ''}"


def tell(value: object) -> str:
    """A value, or that there is none."""
    return "none" if value is None or value == "" else shorten(str(value))


def shorten(words: str) -> str:
    """Words that do not flood the screen."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def count(number: int, what: str) -> str:
    """So many of something: `1 claim`, `2 claims`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

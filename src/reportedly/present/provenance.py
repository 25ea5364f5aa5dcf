"""Claims as PROV-JSON: what was derived from what, by whom and with what."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO

from reportedly.model.held import HeldClaim
from reportedly.model.reading import MadeBy
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.words import say_sentence

# Of a PROV-JSON document: the things first, then what holds between them and what the two ends are called.
THINGS = ("entity", "activity", "agent")
RELATIONS: Mapping[str, tuple[str, str]] = {
    "used": ("prov:activity", "prov:entity"),
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "hadMember": ("prov:collection", "prov:entity"),
    "alternateOf": ("prov:alternate1", "prov:alternate2"),
}
KEPT_IN_MEMORY = 4_000_000
"""Bytes of a section that are kept in memory; more of them wait in a file without a name."""
PIECE = 1_000_000
"""Characters that are passed on at once."""
REVIEWER = "reportedly:reviewer"


class Sheets:
    """PROV-JSON groups by sort what comes claim by claim: each sort waits on a sheet of its own."""

    def __init__(self) -> None:
        self._sheets: dict[str, IO[str]] = {name: open_sheet() for name in (*THINGS, *RELATIONS)}
        self._known: set[str] = set()
        self._relations = 0

    def add(self, sort: str, id_: str, type_: str, **about: object) -> None:
        """Note a thing that comes up once, with what is known of it."""
        known = {f"prov:{name}" if name == "label" else f"reportedly:{name}": value for name, value in about.items()}
        self._write(sort, id_, {"prov:type": name_type(type_), **known})

    def add_once(self, sort: str, id_: str, type_: str, **about: object) -> bool:
        """Note a thing that claims share. False if it was noted before: then nothing is written."""
        is_new = id_ not in self._known
        if is_new:
            self._known.add(id_)
            self.add(sort, id_, type_, **about)
        return is_new

    def relate(self, relation: str, one: str, other: str, type_: str | None = None) -> None:
        """Note what holds between two things; of a derivation also of which sort it is."""
        self._relations += 1
        ends: dict[str, object] = dict(zip(RELATIONS[relation], (one, other), strict=True))
        self._write(relation, f"_:n{self._relations}", ends | ({"prov:type": name_type(type_)} if type_ else {}))

    def _write(self, sort: str, id_: str, about: Mapping[str, object]) -> None:
        sheet = self._sheets[sort]
        told = {name: value for name, value in about.items() if value is not None}
        sheet.write((",\n" if sheet.tell() else "\n") + f"{write_object(id_)}:{write_object(told)}")

    def read(self) -> Iterator[str]:
        """The sections, those with nothing left out, each after a comma."""
        for name, sheet in self._sheets.items():
            if sheet.tell():
                sheet.seek(0)
                yield f',\n"{name}":{{'
                while piece := sheet.read(PIECE):
                    yield piece
                yield "\n}"
            sheet.close()


def open_sheet() -> IO[str]:
    """An empty sheet; whoever reads it closes it."""
    return SpooledTemporaryFile(KEPT_IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="")


def write_prov(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """One PROV-JSON document for all claims. Nothing is passed on before the last claim was read.

    Args:
        base: address of a workbench for the names of claims, documents and sources.
    """
    sheets = Sheets()
    for held in claims:
        derive_claim(held, sheets)
    yield from write_sheets(sheets, base, "cds")


def write_sheets(sheets: Sheets, base: str | None, routes: str) -> Iterator[str]:
    """One PROV-JSON document of what stands on the sheets.

    Args:
        routes: the prefixes of names, which are the workbench's pages for things of each sort.
    """
    prefixes = {"reportedly": permalink("")} | {route: permalink("", base, route=route) for route in routes}
    yield f'{{"prefix":{write_object(prefixes)}'
    yield from sheets.read()
    yield "\n}\n"


def derive_claim(held: HeldClaim, sheets: Sheets) -> None:
    """The claim, quoted from its document by a reading, and as corrected by a person."""
    claim, id_ = held.claim, f"c:{held.claim.id}"
    document, reading = note_document(held, sheets), f"reportedly:{held.reading_id}"
    if sheets.add_once("activity", reading, "reportedly:Reading", label="how the document was read"):
        sheets.relate("used", reading, document)
        sheets.relate("wasAssociatedWith", reading, note_software(held.made_by, sheets))
    sheets.add(
        "entity", id_, "reportedly:Claim",
        label=claim.span.text, on_whose_word=say_sentence(claim, held.sources, held.document.outlet),
        kind=claim.kind, polarity=claim.polarity, certainty=claim.certainty, tense=claim.tense,
        presupposed=claim.presupposed, start=claim.span.start, end=claim.span.end,
        flags=list(dict.fromkeys(flag.code for flag in held.flags)) or None, verdict=held.verdict,
    )  # fmt: skip
    as_read = note_review(held, id_, sheets)
    sheets.relate("wasGeneratedBy", as_read, reading)
    sheets.relate("wasDerivedFrom", as_read, document, "prov:Quotation")
    derive_chains(held, id_, sheets)


def derive_chains(held: HeldClaim, claim: str, sheets: Sheets) -> None:
    """The word of each source of each chain: the claim comes from the nearest, that from the next, to the origin."""
    for nth, chain in enumerate(held.claim.chains, 1):
        later = claim
        for step, link in enumerate(chain, 1):
            source, word = held.sources[link.source], f"reportedly:{held.claim.id}.{nth}.{step}"
            agent = f"s:{held.source_ids[link.source]}"
            sheets.add("entity", word, "reportedly:Word", label=f"the word of {source.name}, as reported")
            sheets.add_once(
                "agent", agent, "reportedly:Source",
                label=source.name, type=source.type, identity=source.identity, side=source.side,
            )  # fmt: skip
            sheets.relate("wasAttributedTo", word, agent)
            sheets.relate("wasDerivedFrom", later, word)
            later = word
        # The claim goes back to the origin at first hand, whoever stands between.
        sheets.relate("wasDerivedFrom", claim, later, "prov:PrimarySource")


def note_document(held: HeldClaim, sheets: Sheets) -> str:
    """The document and who published it; its name here."""
    document, id_ = held.document, f"d:{held.document_id}"
    is_new = sheets.add_once(
        "entity", id_, "reportedly:Document",
        label=document.title, url=document.url, sha256=document.id.removeprefix("sha256:"),
        raw_sha256=document.raw_sha256, published=document.published and document.published.isoformat(),
        captured_at=document.captured_at and document.captured_at.isoformat(), archive_url=document.archive_url,
    )  # fmt: skip
    if is_new and document.outlet:
        outlet = f"reportedly:outlet-{shorten_name(document.outlet)}"
        sheets.add_once("agent", outlet, "prov:Organization", label=document.outlet)
        sheets.relate("wasAttributedTo", id_, outlet)
    return id_


def note_software(made: MadeBy, sheets: Sheets) -> str:
    """What read, with the versions of all that had a hand in it; its name here."""
    parts = (made.reportedly, made.model or "", made.gazetteer, made.profile or "")
    id_ = f"reportedly:software-{shorten_name(chr(0).join(parts))}"
    sheets.add_once(
        "agent", id_, "prov:SoftwareAgent",
        label=f"reportedly {made.reportedly}", version=made.reportedly, model=made.model, gazetteer=made.gazetteer,
        profile=made.profile,
    )  # fmt: skip
    return id_


def note_review(held: HeldClaim, claim: str, sheets: Sheets) -> str:
    """What a person made of the claim; the name of the claim as it was read."""
    if not (held.verdict or held.corrected):
        return claim
    review = f"reportedly:{held.claim.id}.review"
    about = {"verdict": held.verdict, "corrected": list(held.corrected) or None}
    sheets.add("activity", review, "reportedly:Review", label="a person’s judgement of the reading", **about)
    sheets.add_once("agent", REVIEWER, "prov:Person", label="whom the ledger’s history names")
    sheets.relate("wasAssociatedWith", review, REVIEWER)
    as_read = claim
    if held.corrected:
        as_read = f"reportedly:{held.claim.id}.read"
        sheets.add("entity", as_read, "reportedly:Claim", label=held.claim.span.text)
        sheets.relate("wasGeneratedBy", claim, review)
        sheets.relate("wasDerivedFrom", claim, as_read, "prov:Revision")
    sheets.relate("used", review, as_read)
    return as_read


def shorten_name(name: str) -> str:
    """Letters and digits that stand for a name of any letters."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def name_type(name: str) -> dict[str, str]:
    """A type, as PROV-JSON writes names of its vocabularies."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}

"""PROV-JSON tells what was derived from what, and names nothing that is not there."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from reportedly.model.held import HeldClaim
from reportedly.present.provenance import RELATIONS, THINGS, write_prov
from tests.present.held import hold, judged


def collect(*claims: HeldClaim, base: str | None = None) -> dict[str, Any]:
    """The document as a program reads it; an id that is given twice would be lost unseen."""

    def refuse_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert max(Counter(name for name, _ in pairs).values(), default=1) == 1
        return dict(pairs)

    read: dict[str, Any] = json.loads("".join(write_prov(claims, base)), object_pairs_hook=refuse_twice)
    return read


def relations(read: dict[str, Any], name: str) -> set[tuple[str, str, str | None]]:
    """Both ends of each relation of a sort, and what sort of derivation it is."""
    one, other = RELATIONS[name]
    return {(each[one], each[other], each.get("prov:type", {}).get("$")) for each in read[name].values()}


def test_every_relation_names_what_is_there() -> None:
    read = collect(*hold()[1:], replace(judged(), reading_id="rp-0000000RR1"))
    sorts = {"prov:entity": "entity", "prov:generatedEntity": "entity", "prov:usedEntity": "entity"}
    sorts |= {"prov:activity": "activity", "prov:agent": "agent"}
    found = {name: read[name] for name in RELATIONS if name in read}
    assert list(found) == ["used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith"]
    for name, relations_found in found.items():
        for each in relations_found.values():
            for end in RELATIONS[name]:
                assert each[end] in read[sorts[end]], (name, each)


def test_every_name_has_a_prefix_that_is_declared() -> None:
    read = collect(*hold()[1:], judged())
    for sort in THINGS:
        for id_, about in read[sort].items():
            for name in (id_, *about):
                assert name.partition(":")[0] in {*read["prefix"], "prov"}


def test_a_claim_goes_back_through_its_chain_to_the_origin() -> None:
    read = collect(hold()[0])
    derived = relations(read, "wasDerivedFrom")
    claim, near, origin = "c:rp-0000000001", "reportedly:rp-0000000001.1.1", "reportedly:rp-0000000001.1.2"
    assert {(claim, near, None), (near, origin, None), (claim, origin, "prov:PrimarySource")} <= derived
    assert (claim, "d:rp-000000000D", "prov:Quotation") in derived
    assert relations(read, "wasAttributedTo") >= {
        (near, "s:rp-S000000001", None), (origin, "s:rp-S000000002", None),
    }  # fmt: skip
    assert read["agent"]["s:rp-S000000002"]["reportedly:side"] == "ukraine"


def test_a_reading_is_made_by_software() -> None:
    read = collect(*hold())
    ((activity, agent, _),) = relations(read, "wasAssociatedWith")
    assert activity == "reportedly:rp-000000000R"
    assert read["agent"][agent]["prov:type"]["$"] == "prov:SoftwareAgent"
    assert read["agent"][agent]["reportedly:profile"] == "ukraine"
    assert {(each, how) for each, how, _ in relations(read, "wasGeneratedBy")} == {
        (f"c:{held.claim.id}", activity) for held in hold()
    }


def test_a_correction_is_a_persons_revision() -> None:
    read = collect(judged())
    claim, as_read, review = "c:rp-0000000001", "reportedly:rp-0000000001.read", "reportedly:rp-0000000001.review"
    assert (claim, as_read, "prov:Revision") in relations(read, "wasDerivedFrom")
    assert relations(read, "wasGeneratedBy") == {(claim, review, None), (as_read, "reportedly:rp-000000000R", None)}
    assert (review, "reportedly:reviewer", None) in relations(read, "wasAssociatedWith")
    assert read["activity"][review]["reportedly:verdict"] == "accepted"


def test_names_lead_to_the_workbench_if_there_is_one() -> None:
    assert collect(*hold(), base="https://desk.example")["prefix"]["d"] == "https://desk.example/d/"
    assert collect(*hold())["prefix"]["c"] == "reportedly:"


def test_nothing_is_a_document_too() -> None:
    assert list(collect()) == ["prefix"]

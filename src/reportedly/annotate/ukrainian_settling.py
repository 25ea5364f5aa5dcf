"""What follows in a Ukrainian phrase when the case of its head becomes known."""

from reportedly.annotate.ukrainian_draft import Draft


def settle(draft: Draft, head: int, case: int, wanted: int = 0) -> None:
    """Leave only the slots of `case`; those of what agrees with the head follow."""
    outer = draft.outer[head] & case
    if not outer:
        return
    counted = draft.slots[head] and not draft.slots[head] & case
    draft.outer[head] = (outer & wanted) or outer
    if not counted:
        draft.slots[head] = (draft.slots[head] & case & wanted) or draft.slots[head] & case
    for at, other in enumerate(draft.heads):
        if other != head:
            continue
        relation = draft.relations[at]
        if relation in ("conj", "appos"):
            if draft.slots[at] & case:
                draft.outer[at] = draft.outer[at] & case or draft.slots[at] & case
                settle(draft, at, case)
        elif relation in ("amod", "det", "flat:name", "nummod"):
            narrowed = draft.slots[at] & (case if counted else draft.slots[head] or case)
            draft.slots[at] = narrowed or draft.slots[at] & case or draft.slots[at]
            if relation == "amod":
                _settle_equals(draft, at, case)


def _settle_equals(draft: Draft, at: int, case: int) -> None:
    for other, head in enumerate(draft.heads):
        if head == at and draft.relations[other] == "conj":
            draft.slots[other] = draft.slots[other] & case or draft.slots[other]

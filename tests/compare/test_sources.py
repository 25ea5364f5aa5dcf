"""Which voices are one source."""

import pytest

from reportedly.compare.sources import Likeness, Voice, compare_voices, list_groups, list_voices
from reportedly.model.source import Identity, SourceType
from reportedly.reference.profile import load_profile
from tests.compare.dispatches import hold
from tests.ledger import readings
from tests.ledger.readings import Says, make_reading

UKRAINE = load_profile("ukraine")
UNNAMED, GROUP = Identity.UNNAMED, Identity.COLLECTIVE
MILITARY, OFFICIAL = SourceType.MILITARY, SourceType.OFFICIAL


def hear(
    words: str, type_: SourceType = OFFICIAL, identity: Identity = Identity.NAMED, side: str | None = None
) -> Voice:
    """A source as a document names it in a sentence of its own."""
    text = f"Malynivka was captured, {words} said."
    by = readings.Voice(words, None, type_, identity, side, "said")
    held = hold(make_reading(text, Says("Malynivka was captured", by=((by,),)), outlet=f"Outlet of {words} ({side})"))
    return list_voices(held, UKRAINE)[held[0].document.id, "s1"]


SAME = [
    (hear("governor Oleh Syniehubov"), hear("Oleg Sinegubov")),
    (hear("the Russian Defence Ministry"), hear("Igor Konashenkov, spokesman for the Russian Defence Ministry")),
    (hear("the Brotherhood Alliance"), hear("Le Yay Win, a spokesman for the Brotherhood Alliance")),
    (hear("Le Yay Win, a spokesman for the Alliance"), hear("Aye Min, a spokeswoman for the Alliance")),
]
UNTOLD = [
    (hear("an army officer", MILITARY, UNNAMED), hear("an officer", MILITARY, UNNAMED)),
    (hear("a resident", SourceType.CIVILIAN, UNNAMED), hear("residents", SourceType.CIVILIAN, GROUP)),
    (hear("the Defence Ministry"), hear("the Russian Defence Ministry")),
    (hear("the General Staff"), hear("the General Staff of the Armed Forces of Ukraine")),
]
OTHER = [
    (hear("governor Oleh Syniehubov"), hear("Vitalii Kim")),
    (hear("an army officer", MILITARY, UNNAMED), hear("a resident", SourceType.CIVILIAN, UNNAMED)),
    (hear("an officer", MILITARY, UNNAMED, "russia"), hear("an officer", MILITARY, UNNAMED, "ukraine")),
    (hear("Oleh Syniehubov"), hear("an official", OFFICIAL, UNNAMED)),
    (hear("an army officer", MILITARY, UNNAMED), hear("a navy captain", MILITARY, UNNAMED)),
]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [(*pair, how) for how, pairs in ((Likeness.SAME, SAME), (Likeness.UNTOLD, UNTOLD), (Likeness.OTHER, OTHER)) for pair in pairs],
)  # fmt: skip
def test_two_voices(one: Voice, other: Voice, likeness: Likeness) -> None:
    assert compare_voices(one, other) is likeness
    assert compare_voices(other, one) is likeness


def test_who_cannot_be_told_apart_is_one_only_where_that_is_asked() -> None:
    voices = [*UNTOLD[0], *OTHER[0]]
    assert [len(list_groups(voices, untold)) for untold in ((), None)] == [3, 4]


def test_a_body_that_may_be_either_sides_joins_only_one_of_them() -> None:
    voices = [hear(f"the {whose}Defence Ministry") for whose in ("", "Russian ", "Ukrainian ")]
    assert len(list_groups(voices, ())) == 2
    assert len(list_groups(voices, None)) == 3


def test_the_side_of_a_body_is_told_by_its_seat() -> None:
    text = "Malynivka was captured, the General Staff in Kyiv said."
    by = readings.Voice("the General Staff", None, MILITARY, Identity.NAMED, None, "said")
    held = hold(make_reading(text, Says("Malynivka was captured", by=((by,),))))
    assert list_voices(held, UKRAINE)[held[0].document.id, "s1"].side == "ukraine"

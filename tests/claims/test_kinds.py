"""What sort of thing a proposition is about."""

from collections.abc import Callable

import pytest

from reportedly.claims.kinds import judge_kind
from reportedly.claims.propositions import Form, Proposition
from reportedly.flow import read_text
from reportedly.model.claim import Kind
from reportedly.model.span import Span
from reportedly.model.tree import Tree


@pytest.fixture
def kind(tree_of: Tree, propose: Callable[..., Proposition]) -> Callable[..., Kind]:
    """The kind of the proposition whose predicate is the first token that reads like this."""

    def judge(
        word: str, *, attributed: bool = False, cue_class: str | None = None, places: tuple[str, ...] = ()
    ) -> Kind:
        found = propose(word, Form.CLAUSE)
        starts = [(tree_of.text.index(name), name) for name in places]
        spans = [Span(start=start, end=start + len(name), text=name) for start, name in starts]
        return judge_kind(tree_of, found, attributed=attributed, cue_class=cue_class, places=spans)

    return judge


JudgeKind = Callable[..., Kind]


def test_taking_a_place_is_control(kind: JudgeKind) -> None:
    """Ukrainian troops took the city in March."""
    assert kind("took") is Kind.CONTROL


def test_taking_part_is_not_control(kind: JudgeKind) -> None:
    """Ukrainian athletes took part in the games."""
    assert kind("took") is Kind.OTHER


def test_a_known_place_is_a_place_whatever_the_recogniser_says(kind: JudgeKind) -> None:
    """His men had taken Uvira, the port on the lake."""
    assert kind("taken", places=("Uvira",)) is Kind.CONTROL


def test_a_place_falls(kind: JudgeKind) -> None:
    """The town fell on Monday."""
    assert kind("fell") is Kind.CONTROL


def test_a_price_falls_otherwise(kind: JudgeKind) -> None:
    """The price fell on Monday."""
    assert kind("fell") is Kind.OTHER


def test_hitting_a_terminal_is_a_strike(kind: JudgeKind) -> None:
    """Rockets hit a grain terminal in Izmail."""
    assert kind("hit") is Kind.STRIKE


def test_hitting_a_record_is_not(kind: JudgeKind) -> None:
    """Exports hit a record in May."""
    assert kind("hit") is Kind.OTHER


def test_leaving_ten_dead_is_casualties(kind: JudgeKind) -> None:
    """The ambush left ten policemen dead."""
    assert kind("left") is Kind.CASUALTY


def test_troops_leaving_a_city_is_control(kind: JudgeKind) -> None:
    """Russian troops left the town of Balakliia."""
    assert kind("left") is Kind.CONTROL


def test_a_light_verb_leaves_the_kind_to_its_noun(kind: JudgeKind) -> None:
    """The navy carried out 17 missile strikes."""
    assert kind("carried") is Kind.STRIKE


def test_an_ongoing_battle_is_combat(kind: JudgeKind) -> None:
    """The battle for the quarry goes on."""
    assert kind("goes") is Kind.COMBAT


def test_families_on_the_move_are_displacement(kind: JudgeKind) -> None:
    """Displaced villagers have begun moving to Kosti."""
    assert kind("begun") is Kind.DISPLACEMENT


def test_what_is_expected_has_its_own_kind(kind: JudgeKind) -> None:
    """The army is expected to shell the town."""
    assert kind("expected") is Kind.STRIKE


def test_a_duty_is_a_position(kind: JudgeKind) -> None:
    """Serbia must stop blocking the road."""
    assert kind("stop", attributed=True) is Kind.POSITION


def test_a_demand_is_a_position(kind: JudgeKind) -> None:
    """The minister urged Russia to withdraw its troops."""
    assert kind("withdraw", attributed=True, cue_class="position") is Kind.POSITION


def test_what_may_mean_something_is_an_assessment(kind: JudgeKind) -> None:
    """The next budget may prove decisive."""
    assert kind("prove") is Kind.ASSESSMENT


def test_a_visit_is_movement(kind: JudgeKind) -> None:
    """Erdogan visited the shipyard on Tuesday."""
    assert kind("visited") is Kind.MOVEMENT


def test_destroyed_infrastructure_is_damage(kind: JudgeKind) -> None:
    """Witnesses spoke of the destruction of two mills."""
    assert kind("destruction") is Kind.DAMAGE


def test_ammunition_supplied_is_aid(kind: JudgeKind) -> None:
    """Germany supplied ammunition to Ukraine."""
    assert kind("supplied") is Kind.AID


def test_children_taken_away_are_displacement(kind: JudgeKind) -> None:
    """The occupiers took hundreds of children from Kherson to Crimea."""
    assert kind("took", places=("Kherson", "Crimea")) is Kind.DISPLACEMENT


def test_prisoners_taken_are_detention(kind: JudgeKind) -> None:
    """The rebels took forty prisoners."""
    assert kind("took") is Kind.DETENTION


def test_an_arrest_is_detention(kind: JudgeKind) -> None:
    """Police detained the officer in Moscow."""
    assert kind("detained") is Kind.DETENTION


def test_a_telephone_talk_is_diplomacy(kind: JudgeKind) -> None:
    """The foreign ministers spoke by telephone on Friday."""
    assert kind("spoke") is Kind.DIPLOMACY


def test_what_nothing_supports_is_other(kind: JudgeKind) -> None:
    """The library was repainted in spring."""
    assert kind("repainted") is Kind.OTHER


def test_shots_fired_are_combat(kind: JudgeKind) -> None:
    """Guards opened fire on a tractor near the dam."""
    assert kind("opened") is Kind.COMBAT


def test_coming_under_fire_is_a_strike(kind: JudgeKind) -> None:
    """The pumping station came under fire at noon."""
    assert kind("came") in (Kind.STRIKE, Kind.COMBAT)


def test_a_burning_depot_is_damage(kind: JudgeKind) -> None:
    """A timber depot caught fire in Gomel."""
    assert kind("caught") is Kind.DAMAGE


def test_a_toll_taken_of_trade_is_no_casualty(kind: JudgeKind) -> None:
    """The long drought has taken its toll on exports."""
    assert kind("taken") is Kind.ASSESSMENT


def test_somebody_taken_to_a_place_is_not_detained(kind: JudgeKind) -> None:
    """A nurse took Maria to the station."""
    assert kind("took") is Kind.OTHER


def test_a_vow_is_a_position(kind: JudgeKind) -> None:
    """We will stand with the islanders, the premier said."""
    assert kind("stand", attributed=True) is Kind.POSITION


def test_sanctions_imposed_are_diplomacy(kind: JudgeKind) -> None:
    """Oslo imposed sanctions on two shipping firms."""
    assert kind("imposed") is Kind.DIPLOMACY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bakery in Lubny came under shelling.", Kind.STRIKE),
        ("Lubny came under rocket fire at dawn.", Kind.STRIKE),
        ("The jail was hit at dawn.", Kind.STRIKE),
        ("Eritrea did not fire on Adigrat.", Kind.STRIKE),
        ("Gunners shot down three unmanned aerial vehicles.", Kind.STRIKE),
        ("The guards shot two shepherds.", Kind.CASUALTY),
        ("The marines have been ordered to withdraw from Lubny.", Kind.CONTROL),
        ("Families were ordered to leave the town.", Kind.DISPLACEMENT),
        ("The marines are inside the Pisky neighbourhood of Lubny.", Kind.CONTROL),
        ("Soldiers made their way into the industrial zone of Lubny.", Kind.CONTROL),
        ("The marines are in Djibouti.", Kind.MOVEMENT),
        ("The square has been cleared of glass.", Kind.OTHER),
        ("The army has cleared the square of gunmen.", Kind.CONTROL),
        ("Sixty sailors were returned from captivity.", Kind.DETENTION),
        ("Sixty prisoners of war were handed over.", Kind.DETENTION),
        ("The bodies of nine miners have been recovered.", Kind.CASUALTY),
        ("Nine prisoners were taken to hospital.", Kind.CASUALTY),
        ("Nine prisoners were taken at the gate.", Kind.DETENTION),
        ("Defenders beat back nine attacks.", Kind.COMBAT),
        ("Fighting has reached the town.", Kind.COMBAT),
        ("In Geneva the talks went on.", Kind.DIPLOMACY),
        ("A gas pipe was broken in Lubny.", Kind.DAMAGE),
    ],
)
def test_kinds_of_whole_sentences(text: str, kind: Kind) -> None:
    assert [claim.kind for claim in read_text(text, language="en").claims] == [kind]

"""How firmly, which way round and when."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.factuality import Factuality, judge_event, judge_factuality
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.claim import Certainty, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.tree import Tree

Propose = Callable[..., Proposition]


@pytest.fixture
def judge(tree_of: Tree) -> Callable[[str], Factuality]:
    """The judgement on the first token that reads like this."""
    return lambda word: judge_event(tree_of, next(each for each in tree_of.tokens if each.text == word))


Judge = Callable[[str], Factuality]


def holds(found: Factuality, certainty: Certainty, polarity: Polarity = Polarity.POSITIVE) -> bool:
    return found.certainty is certainty and found.polarity is polarity


def test_a_plain_past_is_certain(judge: Judge) -> None:
    """Russian troops captured the village on Monday."""
    assert judge("captured") == Factuality(certainty=Certainty.CERTAIN, polarity=Polarity.POSITIVE, tense=Tense.PAST)


def test_a_verb_of_claiming_takes_nothing_away(judge: Judge) -> None:
    """The ministry claimed that its troops had captured the village."""
    assert holds(judge("captured"), Certainty.CERTAIN)


def test_what_is_denied_is_negative(judge: Judge) -> None:
    """The railway denied that the bridge had collapsed."""
    assert holds(judge("collapsed"), Certainty.CERTAIN, Polarity.NEGATIVE)


def test_a_second_verb_of_claiming_after_a_denial_is_free_of_it(judge: Judge) -> None:
    """The company denies that the pipeline has burst and insists that engineers still control the pressure."""
    assert holds(judge("burst"), Certainty.CERTAIN, Polarity.NEGATIVE)
    assert holds(judge("control"), Certainty.CERTAIN)


def test_may_is_possible(judge: Judge) -> None:
    """The delegations may reopen the talks in Muscat next spring."""
    assert judge("reopen") == Factuality(certainty=Certainty.POSSIBLE, polarity=Polarity.POSITIVE, tense=Tense.FUTURE)


def test_could_not_is_a_fact(judge: Judge) -> None:
    """The rescuers could not reach the house."""
    assert holds(judge("reach"), Certainty.CERTAIN, Polarity.NEGATIVE)


def test_probably_is_probable(judge: Judge) -> None:
    """The cable was probably cut by some fishing boat."""
    assert holds(judge("cut"), Certainty.PROBABLE)


def test_most_likely_before_a_noun_is_probable(judge: Judge) -> None:
    """It was most likely the Turkish freighter."""
    assert holds(judge("was"), Certainty.PROBABLE)


def test_is_expected_to_is_about_what_is_expected(tree_of: Tree, propose: Propose) -> None:
    """The convoy is expected to reach the coast by nightfall."""
    found = judge_factuality(tree_of, propose("expected"))
    assert (found.certainty, found.tense) == (Certainty.PROBABLE, Tense.FUTURE)


def test_failing_to_is_not_doing(tree_of: Tree, propose: Propose) -> None:
    """The troops failed to capture the village."""
    found = judge_factuality(tree_of, propose("failed"))
    assert holds(found, Certainty.CERTAIN, Polarity.NEGATIVE) and found.tense is Tense.PAST


def test_managing_to_is_doing(judge: Judge) -> None:
    """The troops managed to capture the village."""
    assert holds(judge("capture"), Certainty.CERTAIN)


def test_not_managing_to_is_not_doing(judge: Judge) -> None:
    """The troops did not manage to capture the village."""
    assert holds(judge("capture"), Certainty.CERTAIN, Polarity.NEGATIVE)


def test_what_is_wanted_is_open(judge: Judge) -> None:
    """The general wants to leave the city."""
    assert judge("leave").certainty is Certainty.UNKNOWN
    assert judge("leave").tense is Tense.FUTURE
    assert holds(judge("wants"), Certainty.CERTAIN)


def test_what_a_condition_names_is_open(judge: Judge) -> None:
    """If the bridge falls, the garrison will leave."""
    assert judge("falls").certainty is Certainty.UNKNOWN


def test_whether_leaves_it_open(judge: Judge) -> None:
    """It is unclear whether the garrison left."""
    assert judge("left").certainty is Certainty.UNKNOWN


def test_no_evidence_is_negative(judge: Judge) -> None:
    """There is no evidence that anybody poisoned the well."""
    assert judge("poisoned").polarity is Polarity.NEGATIVE


def test_no_doubt_that_not_is_negative_once(tree_of: Tree, propose: Propose) -> None:
    """We have no doubt that she was not his agent."""
    assert holds(judge_factuality(tree_of, propose("have")), Certainty.CERTAIN, Polarity.NEGATIVE)


def test_nobody_negates(judge: Judge) -> None:
    """Nobody was killed in the attack."""
    assert judge("killed").polarity is Polarity.NEGATIVE


def test_no_longer_negates(judge: Judge) -> None:
    """The army no longer controls the town."""
    assert judge("controls").polarity is Polarity.NEGATIVE


def test_neither_nor_negates(judge: Judge) -> None:
    """Neither the army nor the police confirmed the report."""
    assert judge("confirmed").polarity is Polarity.NEGATIVE


def test_not_only_does_not_negate(judge: Judge) -> None:
    """The missile not only hit the depot but also damaged a school."""
    assert judge("hit").polarity is Polarity.POSITIVE


def test_without_negates(judge: Judge) -> None:
    """The troops left the city without fighting."""
    assert judge("fighting").polarity is Polarity.NEGATIVE
    assert judge("left").polarity is Polarity.POSITIVE


def test_will_is_future_and_certain(judge: Judge) -> None:
    """Turkey will move its frigates to the strait, the admiral said."""
    assert judge("move") == Factuality(certainty=Certainty.CERTAIN, polarity=Polarity.POSITIVE, tense=Tense.FUTURE)


def test_is_to_is_planned(tree_of: Tree, propose: Propose) -> None:
    """The president is to convene a meeting on Friday."""
    assert judge_factuality(tree_of, propose("is")).tense is Tense.FUTURE


def test_the_thing_is_that(tree_of: Tree, propose: Propose) -> None:
    """The main thing is that nobody reads the meters."""
    assert judge_factuality(tree_of, propose("is")).polarity is Polarity.NEGATIVE


def test_whoever_denies_is_left_to_the_chain(tree_of: Tree, propose: Propose) -> None:
    """The railway denied that the bridge had collapsed."""
    assert judge_factuality(tree_of, propose("collapsed")).polarity is Polarity.POSITIVE


def test_what_is_announced_is_not_taken_for_granted(judge: Judge) -> None:
    """The ministry announced the capture of the village."""
    assert not judge("capture").presupposed


def test_a_perfect_is_past(judge: Judge) -> None:
    """The village has been captured."""
    assert judge("captured").tense is Tense.PAST


def test_after_takes_for_granted(judge: Judge) -> None:
    """The rent tripled after the garrison reached the port."""
    assert judge("reached").presupposed
    assert not judge("tripled").presupposed


def test_while_tells_something_new(judge: Judge) -> None:
    """The pumps failed while the engineers slept."""
    assert not judge("slept").presupposed


def test_a_relative_clause_after_a_comma_tells_something_new(judge: Judge) -> None:
    """The drones reached the port, which burned for two days."""
    assert not judge("burned").presupposed


def test_a_relative_clause_that_picks_out_takes_for_granted(judge: Judge) -> None:
    """The troops who captured the village have left."""
    assert judge("captured").presupposed


def test_a_definite_happening_is_taken_for_granted(judge: Judge) -> None:
    """The capture of Bukavu alarms the neighbours."""
    found = judge("capture")
    assert found.presupposed and holds(found, Certainty.CERTAIN)


def test_a_potential_happening_is_possible(judge: Judge) -> None:
    """Shipowners discussed the potential closure of the strait."""
    assert judge("closure").certainty is Certainty.POSSIBLE


def test_what_one_regrets_is_taken_for_granted(judge: Judge) -> None:
    """The mayor does not regret that the bridge was destroyed."""
    found = judge("destroyed")
    assert found.presupposed and holds(found, Certainty.CERTAIN)


def test_a_call_is_open(judge: Judge) -> None:
    """Stop the shelling now!"""
    assert judge("Stop").certainty is Certainty.UNKNOWN


def test_a_question_is_open(judge: Judge) -> None:
    """Did the army leave the town?"""
    assert judge("leave").certainty is Certainty.UNKNOWN


def test_a_bare_denial_is_negative(tree_of: Tree, propose: Propose) -> None:
    """Belgrade denies it."""
    found = judge_factuality(tree_of, propose("denies", Form.REFERENCE))
    assert holds(found, Certainty.CERTAIN, Polarity.NEGATIVE)


def test_untrue_is_negative(tree_of: Tree, propose: Propose) -> None:
    """The rumours about the sale of the harbour are untrue."""
    assert judge_factuality(tree_of, propose("are")).polarity is Polarity.NEGATIVE


def test_not_untrue_is_positive(tree_of: Tree, propose: Propose) -> None:
    """The rumours about the sale of the harbour are not untrue."""
    assert judge_factuality(tree_of, propose("are")).polarity is Polarity.POSITIVE


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from("the army may not leave if denied that , and to capture no town will ?".split()),
        min_size=1,
        max_size=25,
    )
)
def test_every_word_can_be_judged(words: list[str]) -> None:
    document = Document(text=" ".join(words), language="en")
    tree = Tree(document.text, annotate([document], (Sentences(), Grammar()))[0].tokens)
    for token in tree.tokens:
        assert judge_event(tree, token).certainty in Certainty


def test_what_is_due_or_expected_lies_ahead(judge: Judge) -> None:
    """The vote is due to be held in May, and the list is expected to be printed."""
    assert judge("held").tense is Tense.FUTURE
    assert judge("printed").tense is Tense.FUTURE


def test_planned_talks_lie_ahead(judge: Judge) -> None:
    """The envoy announced planned talks in Oslo."""
    assert judge("talks").tense is Tense.FUTURE


def test_a_not_that_the_parser_hangs_on_the_state_counts(judge: Judge) -> None:
    """Ukrainian troops at Kupiansk are not encircled, the officer said."""
    assert holds(judge("are"), Certainty.CERTAIN, Polarity.NEGATIVE)

"""When a claim says that something happened."""

from datetime import date

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.grammar import Grammar
from reportedly.claims.dating import choose_time
from reportedly.claims.narration import tell
from reportedly.flow import read_text
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.model.when import When

WEDNESDAY = date(2025, 12, 3)


def phrases(text: str) -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language="en")], [found])[0]


def dated(text: str, verb: str, *, published: date = WEDNESDAY, future: bool | None = False) -> When | None:
    """When the happening of `verb` in `text` was."""
    document = Document(text=text, language="en")
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    (tokens,) = Grammar().find([document], [found])
    tree = Tree(text, Found({Layer.TOKEN: tokens}).tokens)
    predicate = next(token for token in tree.tokens if token.text == verb)
    dates = phrases(text)
    told = {each.phrase.start: each for each in tell(text, found.sentences, dates, published, "en")}
    return choose_time(dates, tree, predicate, published, future=future, told=told)


def days(when: When | None) -> tuple[str, str] | None:
    return (str(when.earliest), str(when.latest)) if when else None


def test_time_of_the_happening_not_of_its_telling() -> None:
    """The railway said on Tuesday that its crews had cleared the tunnel on Monday."""
    text = test_time_of_the_happening_not_of_its_telling.__doc__ or ""
    assert days(dated(text, "cleared")) == ("2025-12-01", "2025-12-01")


def test_relative_clause_keeps_its_date() -> None:
    """The chapel, which they restored in February, collapsed on Tuesday."""
    text = test_relative_clause_keeps_its_date.__doc__ or ""
    assert days(dated(text, "collapsed")) == ("2025-12-02", "2025-12-02")


def test_deadline_dates_nothing() -> None:
    """They want to finish the tunnel by June 15."""
    assert dated(test_deadline_dates_nothing.__doc__ or "", "finish") is None


def test_noun_between_lends_its_date() -> None:
    """They lost two boats in a Sunday raid on the harbour."""
    assert days(dated(test_noun_between_lends_its_date.__doc__ or "", "lost")) == ("2025-11-30", "2025-11-30")


def test_days_earlier_count_from_the_date_before_them() -> None:
    """The town fell on November 20, and the bridge was destroyed two days earlier."""
    text = test_days_earlier_count_from_the_date_before_them.__doc__ or ""
    assert days(dated(text, "destroyed")) == ("2025-11-18", "2025-11-18")


def test_day_after_counts_back_for_what_came_first() -> None:
    """Rain flooded the camp on Tuesday, a day after the nurses left it."""
    text = test_day_after_counts_back_for_what_came_first.__doc__ or ""
    assert days(dated(text, "left")) == ("2025-12-01", "2025-12-01")
    assert days(dated(text, "flooded")) == ("2025-12-02", "2025-12-02")


def test_hour_joins_its_day() -> None:
    """On Tuesday the missile hit the plant at 09:40."""
    when = dated(test_hour_joins_its_day.__doc__ or "", "hit")
    assert when is not None
    assert when.value == "2025-12-02T09:40"


def test_a_night_behind_a_list_dates_its_verb() -> None:
    """The mayor said that the fleet had launched rockets and 12 balloons overnight."""
    text = test_a_night_behind_a_list_dates_its_verb.__doc__ or ""
    assert days(dated(text, "launched")) == ("2025-12-02", "2025-12-03")


def test_a_clause_with_so_has_its_own_day() -> None:
    """The dam will be repaired in 2027, so it is vital that the pumps hold."""
    assert dated(test_a_clause_with_so_has_its_own_day.__doc__ or "", "is", future=True) is None


def test_since_a_happening_lasts_to_this_day() -> None:
    """Hundreds have fled since the drought began in 2019."""
    text = test_since_a_happening_lasts_to_this_day.__doc__ or ""
    assert days(dated(text, "fled")) == ("2019-01-01", "2025-12-03")


def test_a_yearly_day_is_no_day() -> None:
    """The fair was held on May 9 up until 2013."""
    assert dated(test_a_yearly_day_is_no_day.__doc__ or "", "held") is None


def test_a_night_before_a_named_day() -> None:
    """Drones struck the depot overnight into Tuesday."""
    assert days(dated(test_a_night_before_a_named_day.__doc__ or "", "struck")) == ("2025-12-01", "2025-12-02")


def test_one_more_in_a_week_dates_less_than_a_day_does() -> None:
    """His visit on Tuesday marked the second trip in a week."""
    text = test_one_more_in_a_week_dates_less_than_a_day_does.__doc__ or ""
    assert days(dated(text, "marked")) == ("2025-12-02", "2025-12-02")


def test_previous_day_counts_from_the_day_spoken_of() -> None:
    """The prefect said on Monday that gunmen had burned the mill the previous day."""
    text = test_previous_day_counts_from_the_day_spoken_of.__doc__ or ""
    assert days(dated(text, "burned")) == ("2025-11-30", "2025-11-30")


def test_what_may_come_lies_ahead() -> None:
    """The dam could fail on Friday."""
    assert days(dated(test_what_may_come_lies_ahead.__doc__ or "", "fail", future=True)) == ("2025-12-05", "2025-12-05")


def test_a_recent_thing_does_not_hide_its_day() -> None:
    """A recent raid destroyed the bridge on Sunday."""
    text = test_a_recent_thing_does_not_hide_its_day.__doc__ or ""
    assert days(dated(text, "destroyed")) == ("2025-11-30", "2025-11-30")


def test_listed_days_are_one_stretch() -> None:
    """They held the pier on Monday and Wednesday."""
    assert days(dated(test_listed_days_are_one_stretch.__doc__ or "", "held")) == ("2025-12-01", "2025-12-03")


def test_before_the_day_of_another_thing_is_no_day() -> None:
    """Before the flood of 2022, the town had a school."""
    assert dated(test_before_the_day_of_another_thing_is_no_day.__doc__ or "", "had") is None


def test_since_a_dated_thing_lasts_to_this_day() -> None:
    """Since its defeat in 2019, the clan has hidden in the hills."""
    text = test_since_a_dated_thing_lasts_to_this_day.__doc__ or ""
    assert days(dated(text, "hidden")) == ("2019-01-01", "2025-12-03")


def test_a_year_that_names_a_thing_is_not_when() -> None:
    """They withdrew behind the 1991 borders."""
    assert dated(test_a_year_that_names_a_thing_is_not_when.__doc__ or "", "withdrew") is None


def test_an_end_of_its_own_keeps_out_the_other_verb_s_day() -> None:
    """The troops entered the valley on Monday and remained there until Tuesday."""
    text = test_an_end_of_its_own_keeps_out_the_other_verb_s_day.__doc__ or ""
    assert days(dated(text, "entered")) == ("2025-12-01", "2025-12-01")
    assert dated(text, "remained") is None


def test_what_lies_ahead_has_no_day() -> None:
    """Today twenty live there, and fewer may stay in the months ahead."""
    assert dated(test_what_lies_ahead_has_no_day.__doc__ or "", "stay", future=True) is None


def test_what_holds_now_shares_no_day_that_is_over() -> None:
    """On Monday the price of bread fell, and people are buying more."""
    text = test_what_holds_now_shares_no_day_that_is_over.__doc__ or ""
    assert days(dated(text, "fell")) == ("2025-12-01", "2025-12-01")
    assert dated(text, "buying", future=None) is None


def test_listed_days_of_a_history_are_one_stretch() -> None:
    """In May 1919, in July 1919 and on 2 August 1919 they met. They held the pier on 5 August and 7 August."""
    text = test_listed_days_of_a_history_are_one_stretch.__doc__ or ""
    assert days(dated(text, "held")) == ("1919-08-05", "1919-08-07")


def test_two_days_earlier_in_a_history() -> None:
    """In May 1919, in July 1919 and on 2 August 1919 they met. On 5 August he said that two days earlier it burned."""
    text = test_two_days_earlier_in_a_history.__doc__ or ""
    assert days(dated(text, "burned")) == ("1919-08-03", "1919-08-03")


def test_how_long_since_lasts_a_history_does_not_say() -> None:
    """In May 1919, in July 1919 and on 2 August 1919 they met. Since the fall of the fort on 5 August, the clan has hidden."""
    assert dated(test_how_long_since_lasts_a_history_does_not_say.__doc__ or "", "hidden") is None


def test_another_tense_shares_no_day() -> None:
    """On Monday the clan burned the mill, and the guards will hunt it."""
    text = test_another_tense_shares_no_day.__doc__ or ""
    assert days(dated(text, "burned")) == ("2025-12-01", "2025-12-01")
    assert dated(text, "hunt", future=True) is None


def test_a_time_in_front_of_it_is_its_own() -> None:
    """On Monday the clan burned the mill, and for three days the smoke hung over the valley."""
    assert dated(test_a_time_in_front_of_it_is_its_own.__doc__ or "", "hung") is None


def test_since_a_dated_thing_that_the_parser_parts_from_its_date() -> None:
    """Hundreds have been driven out since the flood in May 2022."""
    text = test_since_a_dated_thing_that_the_parser_parts_from_its_date.__doc__ or ""
    assert days(dated(text, "driven")) == ("2022-05-01", "2025-12-03")


def test_since_the_start_of_a_dated_thing() -> None:
    """The clan has lost forty boats since the start of the great drought of the valley in May 2022."""
    text = test_since_the_start_of_a_dated_thing.__doc__ or ""
    assert days(dated(text, "lost")) == ("2022-05-01", "2025-12-03")


def test_the_day_of_a_reason_is_not_that_of_what_follows() -> None:
    """They left the valley because of the raid on November 24."""
    assert dated(test_the_day_of_a_reason_is_not_that_of_what_follows.__doc__ or "", "left") is None


def test_what_it_is_compared_with_was_at_another_time() -> None:
    """The clan lost fewer boats than in 2020."""
    assert dated(test_what_it_is_compared_with_was_at_another_time.__doc__ or "", "lost") is None


def test_who_did_it_leaves_the_day() -> None:
    """The mill was hit by a rocket on Monday."""
    assert days(dated(test_who_did_it_leaves_the_day.__doc__ or "", "hit")) == ("2025-12-01", "2025-12-01")


def test_before_dawn_on_friday_is_on_friday() -> None:
    (claim,) = read_text("Warplanes bombed a jail in Aden before dawn on Friday.", published=date(2024, 4, 7)).claims
    assert claim.time is not None
    assert claim.time.earliest == claim.time.latest == date(2024, 4, 5)


def test_may_between_a_day_and_a_verb_is_the_month() -> None:
    assert days(dated("A strike on Sunday 26 May killed 45 people in the camp.", "killed")) == (
        "2025-05-26",
        "2025-05-26",
    )

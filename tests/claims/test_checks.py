"""The flags, each with what it rests on; and texts that give no ground for them."""

from reportedly.claims.checks import CHECKS
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.reading import Reading


def flags(reading: Reading, code: FlagCode) -> list[Flag]:
    return [each for each in reading.flags if each.code is code]


def test_every_check_is_named_as_its_flag_and_says_what_it_means() -> None:
    assert sorted(check.__name__.replace("_", "-") for check in CHECKS) == sorted(FlagCode)
    assert all(check.__doc__ for check in CHECKS)


def test_an_attribution_dropped_in_the_retelling(reading: Reading) -> None:
    """The Russian defence ministry said that its forces had captured Soledar. Trains run late.

    Russia captured Soledar after months of fighting.
    """
    (flag,) = flags(reading, FlagCode.ATTRIBUTION_DROPPED)
    assert [flag.claims, flag.because] == [("c3",), ("c1",)]
    assert "ministry" in flag.message


def test_what_was_the_outlets_own_word_first_is_not_dropped(reading: Reading) -> None:
    """Russia captured Soledar. The Russian defence ministry said that its forces had captured Soledar."""
    assert not flags(reading, FlagCode.ATTRIBUTION_DROPPED)


def test_a_certainty_that_was_raised(reading: Reading) -> None:
    """Russian forces may have taken Toretsk. The road is closed. Russian forces have taken Toretsk."""
    (flag,) = flags(reading, FlagCode.CERTAINTY_RAISED)
    assert flag.because == ("c1",)


def test_a_number_that_changed(reading: Reading) -> None:
    """The strike killed 12 civilians in Kharkiv. Rain fell. The strike killed 19 civilians in Kharkiv."""
    (flag,) = flags(reading, FlagCode.NUMBER_CHANGED)
    assert [word.text for word in flag.words] == ["19", "12"]


def test_a_toll_that_is_said_to_rise_has_not_changed_silently(reading: Reading) -> None:
    """The strike killed 12 civilians in Kharkiv. Later the strike was found to have killed 19 civilians in Kharkiv."""
    assert not flags(reading, FlagCode.NUMBER_CHANGED)


def test_an_unnamed_origin(reading: Reading) -> None:
    """A senior official said that the depot had been hit."""
    (flag,) = flags(reading, FlagCode.ANONYMOUS_ORIGIN)
    assert flag.words[0].text == "A senior official"


def test_officials_at_large_are_not_anonymous(reading: Reading) -> None:
    """Ukrainian officials said that the depot had been hit."""
    assert not flags(reading, FlagCode.ANONYMOUS_ORIGIN)


def test_nobody_in_particular(reading: Reading) -> None:
    """Reports said that the dam had broken."""
    assert flags(reading, FlagCode.UNSPECIFIED_SOURCE)


def test_a_channel_of_one_side_carries_a_soldier_of_the_other(reading: Reading) -> None:
    """The pontoon is gone, the Telegram channel Rybar reported, citing a Ukrainian soldier."""
    (flag,) = flags(reading, FlagCode.CROSS_SIDE_RELAY)
    assert "Rybar" in flag.message


def test_an_agency_of_no_side_may_carry_anybody(reading: Reading) -> None:
    """The pontoon is gone, Reuters reported, citing a Ukrainian soldier."""
    assert not flags(reading, FlagCode.CROSS_SIDE_RELAY)


def test_a_contested_capture_taken_for_granted(reading: Reading) -> None:
    """Ukraine denied that Lyman had been captured. After the capture of Lyman the front moved west."""
    (flag,) = flags(reading, FlagCode.PRESUPPOSED_CLAIM)
    assert "contested" in flag.message


def test_places_outside_the_region_that_they_are_a_step_toward(reading: Reading) -> None:
    """The army said that it had captured Orikhiv. Such successes open the way to the Luhansk region."""
    (flag,) = flags(reading, FlagCode.PLACE_INCONSISTENT)
    assert flag.because == ("c1",)


def test_past_and_dated_after_the_publication(reading: Reading) -> None:
    """The bridge was destroyed on December 9, 2025."""
    (flag,) = flags(reading, FlagCode.TIME_INCONSISTENT)
    assert flag.words[0].text == "December 9, 2025"


def test_plain_news_raises_nothing(reading: Reading) -> None:
    """President Volodymyr Zelensky said on Tuesday that three nurses had been wounded in Nikopol."""
    assert not reading.flags


def test_others_who_do_it_make_it_another_happening(reading: Reading) -> None:
    """Peru said that an Israeli rocket strike had hit the harbour market. Rain fell.

    A Saudi rocket strike hit the harbour market.
    """
    assert not flags(reading, FlagCode.ATTRIBUTION_DROPPED)


def test_what_may_amount_to_a_crime_does_not_contest_it(reading: Reading) -> None:
    """The envoy condemned the attack on Kherson. The bishop said that the attack may amount to a crime."""
    assert not flags(reading, FlagCode.PRESUPPOSED_CLAIM)


def test_the_holder_of_an_office_is_not_anonymous(reading: Reading) -> None:
    """The governor said that the depot had been hit."""
    assert not flags(reading, FlagCode.ANONYMOUS_ORIGIN)

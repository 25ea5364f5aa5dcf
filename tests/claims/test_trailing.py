"""A source that trails: "P, the channel "X" reports"; and the names of outlets that stand behind their title."""

import pytest

from reportedly.flow import read_text
from reportedly.model.reading import Reading
from tests.claims.test_chains import claim, names


@pytest.mark.parametrize("cue", ["reports", "claims", "notes", "says"])
@pytest.mark.parametrize(
    "who", ['the local channel "Pulse of Sumy"', "the military blog Iron Helmet", "the blogger", "Radio Vesti"]
)
def test_a_trailing_word_that_may_be_a_noun_is_a_cue(cue: str, who: str) -> None:
    reading = read_text(f"Two drones fell on a sawmill near Sumy, {who} {cue}.", language="en")
    assert [source.mentions[0].text for source in reading.sources] == [who]
    assert claim(reading, "drones").span.text == "Two drones fell on a sawmill near Sumy"
    assert [each.text for each in (link.cue for link in claim(reading, "drones").chains[0]) if each] == [cue]


def test_a_noun_that_closes_a_list_is_none(reading: Reading) -> None:
    """The envoy brought the maps, the photographs, the latest reports."""
    assert reading.sources == ()


def test_a_possessed_noun_is_none(reading: Reading) -> None:
    """Prices went up after the frost, the ministry's notes."""
    assert reading.sources == ()


def test_a_name_in_marks_belongs_to_its_title(reading: Reading) -> None:
    """A depot was set on fire in Sumy, the channel "Pulse" reports. Nobody was hurt, the channel claims."""
    assert names(reading, "Nobody") == names(reading, "depot") == [["channel Pulse"]]
    assert claim(reading, "depot").chains[0][0].mention.text == 'the channel "Pulse"'


def test_a_name_of_two_words_behind_its_title_is_whole(reading: Reading) -> None:
    """According to the Telegram channel Severny Veter, the bridge is closed."""
    assert names(reading, "bridge") == [["Telegram channel Severny Veter"]]

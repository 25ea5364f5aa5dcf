"""Who passes on what somebody says, and who only seems to."""

from reportedly.claims.chains import link_path
from reportedly.claims.voices import Voice
from reportedly.model.reading import Reading
from reportedly.model.source import SourceType
from reportedly.model.span import Span


def names(reading: Reading, words: str) -> list[list[str]]:
    claim = next(each for each in reading.claims if words in each.span.text)
    sources = {each.id: each.name for each in reading.sources}
    return [[sources[link.source] for link in chain] for chain in claim.chains]


def test_a_name_that_is_told_something_is_an_outlet(reading: Reading) -> None:
    """A nurse told Dawnpost that the ward had no water."""
    assert names(reading, "no water") == [["Dawnpost", "nurse"]]
    assert next(each for each in reading.sources if each.name == "Dawnpost").type is SourceType.OUTLET


def test_a_person_who_is_told_something_is_none(reading: Reading) -> None:
    """Ines Duarte runs the ward. A nurse told Duarte that the ward had no water."""
    assert names(reading, "had no water") == [["nurse"]]


def test_a_body_that_is_told_something_is_none(reading: Reading) -> None:
    """A nurse told the Security Council that the ward had no water."""
    assert names(reading, "no water") == [["nurse"]]


def test_two_outlets_that_are_told_the_same_are_two_chains(reading: Reading) -> None:
    """A nurse told Reuters and the newspaper Dawnpost that the ward had no water."""
    assert sorted(chain[0] for chain in names(reading, "no water")) == ["Reuters", "newspaper Dawnpost"]


def test_an_outlet_may_be_told_in_the_passive(reading: Reading) -> None:
    """Reuters was told by a nurse that the ward had no water."""
    assert names(reading, "no water") == [["Reuters", "nurse"]]


def test_whoever_quotes_carries(reading: Reading) -> None:
    """Radio Sava quoted a ferryman as saying that the pier had burned."""
    assert names(reading, "pier had burned") == [["Radio Sava", "ferryman"]]


def test_quoting_in_the_passive(reading: Reading) -> None:
    """A ferryman was quoted by Radio Sava as saying that the pier had burned."""
    assert names(reading, "pier had burned") == [["Radio Sava", "ferryman"]]


def test_a_quotation_behind_a_colon_is_the_quoted_ones(reading: Reading) -> None:
    """Radio Sava quoted a ferryman: “The pier burned. Nobody came.”"""
    assert names(reading, "Nobody came") == [["Radio Sava", "ferryman"]]


def test_with_reference_to_names_the_origin(reading: Reading) -> None:
    """Radio Sava, with reference to the port authority, writes that the pier has burned."""
    assert names(reading, "pier has burned") == [["Radio Sava", "port authority"]]


def test_the_citing_clause_may_come_first(reading: Reading) -> None:
    """Citing a ferryman in Orsova, Radio Sava said that the pier had burned."""
    assert names(reading, "pier had burned") == [["Radio Sava", "ferryman in Orsova"]]


def test_whoever_is_cited_may_have_been_quoted_elsewhere(reading: Reading) -> None:
    """Reuters, citing ferrymen quoted by Radio Sava, reported that the pier had burned."""
    assert names(reading, "pier had burned") == [["Reuters", "Radio Sava", "ferrymen"]]


def test_remarks_are_carried(reading: Reading) -> None:
    """The pier will be rebuilt, the mayor said in remarks carried by Radio Sava."""
    assert names(reading, "pier will be rebuilt") == [["Radio Sava", "mayor"]]


def test_a_label_may_cite(reading: Reading) -> None:
    """Bloomberg, citing traders: the port will close for two weeks."""
    assert names(reading, "port will close") == [["Bloomberg", "traders"]]


def test_a_headline_may_be_signed(reading: Reading) -> None:
    """Port authority: the pier has burned down – Reuters"""
    assert names(reading, "pier has burned") == [["Reuters", "Port authority"]]


def test_a_happening_may_be_confirmed(reading: Reading) -> None:
    """The sinking of the ferry was disclosed by Radio Sava and later confirmed by the navy."""
    assert names(reading, "sinking of the ferry") == [["Radio Sava"], ["navy"]]


def test_a_paper_may_publish_what_somebody_testified(reading: Reading) -> None:
    """Reuters published the testimony of a ferryman that soldiers had lit the fire."""
    assert names(reading, "soldiers had lit") == [["Reuters", "ferryman"]]


def test_belief_is_carried_too(reading: Reading) -> None:
    """It is believed that soldiers lit the fire, Reuters reported."""
    assert names(reading, "soldiers lit") == [["Reuters", "believed"]]


def test_what_is_not_known_is_no_hearsay(reading: Reading) -> None:
    """It is not known whether soldiers lit the fire."""
    assert all(not claim.chains for claim in reading.claims)


def test_whoever_was_warned_adds_nothing(reading: Reading) -> None:
    """“The ambassador was warned that the port would close,” the ministry said."""
    assert names(reading, "port would close") == [["ministry"]]


def test_the_relevant_statement_points_back(reading: Reading) -> None:
    """The port will close in June. The relevant statement was made by the mayor, a Reuters correspondent reports."""
    assert names(reading, "port will close")[0][-1] == "mayor"


def test_information_has_a_giver(reading: Reading) -> None:
    """According to information provided by the harbour police, six boats burned."""
    assert names(reading, "six boats burned") == [["harbour police"]]


def test_a_source_that_comes_twice_stands_nearest_the_origin() -> None:
    first, second = (Span(start=start, end=start + 1, text="x") for start in (0, 2))
    voices = [Voice(head=None, span=span, cue=None, because="") for span in (first, second)]
    chain = link_path((voices[0], voices[1], voices[0]), {(0, 1): "s1", (2, 3): "s2"})
    assert [link.source for link in chain] == ["s2", "s1"]


def test_an_empty_it_has_admitted_nothing(reading: Reading) -> None:
    """The envoy told Radio Sava it was legal to fire back, after acknowledging that the guns had the range."""
    assert names(reading, "guns had the range")[0][-1] == "envoy"


def test_data_that_are_cited_say_what_they_show(reading: Reading) -> None:
    """The report cited customs data that showed firms had shipped engines to the port."""
    assert names(reading, "shipped engines") == [["report", "customs data"]]


def test_initials_take_up_a_company(reading: Reading) -> None:
    """QRT Technology Co. announced that it was leaving the market. QRT rejected claims that it had sold engines."""
    assert names(reading, "had sold engines") == [["QRT Technology Co."]]


def test_the_agency_that_is_told_is_the_one_that_publishes(reading: Reading) -> None:
    """The refinery has stopped, a source in the port told the agency."""
    assert names(reading, "refinery has stopped") == [["source in the port"]]


def test_the_agency_named_before_is_told(reading: Reading) -> None:
    """Reuters said the refinery had stopped. A docker told the agency that nobody was hurt."""
    assert names(reading, "nobody was hurt") == [["Reuters", "docker"]]


def test_the_organization_is_the_one_just_named(reading: Reading) -> None:
    """The ward is full, Médecins Sans Frontières said. Nine children died, according to the organization."""
    assert names(reading, "Nine children") == names(reading, "ward") == [["Médecins Sans Frontières"]]


def test_a_channel_called_like_somebody_is_a_channel(reading: Reading) -> None:
    """The Telegram channel Kursky Rubezh reports that the depot burned down."""
    assert [source.type for source in reading.sources] == ["channel"]

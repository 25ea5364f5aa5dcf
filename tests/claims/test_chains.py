"""On whose word: the chains of a reading, by the names nearest the reader first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.flow import read_text
from reportedly.model.claim import Claim
from reportedly.model.reading import Reading


def claim(reading: Reading, words: str) -> Claim:
    return next(each for each in reading.claims if words in each.span.text)


def names(reading: Reading, words: str) -> list[list[str]]:
    sources = {each.id: each.name for each in reading.sources}
    return [[sources[link.source] for link in chain] for chain in claim(reading, words).chains]


def test_whoever_says_it_is_the_source(reading: Reading) -> None:
    """Maryna Hrytsenko said that four firemen had been hurt in Okhtyrka."""
    assert names(reading, "hurt") == [["Maryna Hrytsenko"]]
    assert claim(reading, "hurt").span.text == "four firemen had been hurt in Okhtyrka"


def test_a_cue_may_trail(reading: Reading) -> None:
    """Seven cows were killed in Yampil, the mayor said on Friday."""
    assert names(reading, "killed") == [["mayor"]]


def test_a_cue_may_stand_in_the_middle(reading: Reading) -> None:
    """After that night, Kovalenko said, the cellar was flooded."""
    assert names(reading, "cellar was flooded") == [["Kovalenko"]]


def test_according_to_names_the_source(reading: Reading) -> None:
    """According to the Coast Guard, the strait is open."""
    assert names(reading, "strait is open") == [["Coast Guard"]]


def test_an_apposition_between_commas_is_part_of_the_source(reading: Reading) -> None:
    """According to Professor Ingrid Holm, a Norwegian historian, hundreds of letters are in the archive."""
    assert claim(reading, "hundreds").span.text == "hundreds of letters are in the archive"


def test_the_outlet_is_never_a_link(reading: Reading) -> None:
    """The Example Herald reported that the bridge had fallen. The road is closed, the Example Herald has learned."""
    assert all(not each.chains for each in reading.claims)


def test_whoever_is_cited_is_the_deeper_link(reading: Reading) -> None:
    """The refinery has stopped, Anadolu reported, citing the port authority."""
    assert names(reading, "refinery has stopped") == [["Anadolu", "port authority"]]


def test_a_channel_quotes_somebody_who_notes(reading: Reading) -> None:
    """The Telegram channel Baza quoted a nurse, who noted that the ward had run out of bandages."""
    assert [len(chain) for chain in claim(reading, "run out").chains] == [2]
    assert names(reading, "run out")[0][1] == "nurse"


def test_an_agency_that_is_told_carries_the_word(reading: Reading) -> None:
    """Two dockers told Reuters that the ship had been searched at night."""
    assert names(reading, "searched at night") == [["Reuters", "Two dockers"]]


def test_reporters_who_are_told_are_no_link(reading: Reading) -> None:
    """The minister told reporters that the talks had failed."""
    assert names(reading, "talks had failed") == [["minister"]]


def test_quoted_by_somebody_as_saying(reading: Reading) -> None:
    """The bishop was quoted by Reuters as saying that the cathedral would reopen."""
    assert names(reading, "cathedral would reopen") == [["Reuters", "bishop"]]


def test_two_sources_side_by_side_are_two_chains(reading: Reading) -> None:
    """Reuters and the defence ministry said that the bridge had been hit."""
    assert names(reading, "bridge had been hit") == [["Reuters"], ["defence ministry"]]


def test_hearsay_has_an_unspecified_source(reading: Reading) -> None:
    """The garrison is allegedly selling its diesel in Melitopol."""
    (chain,) = claim(reading, "selling").chains
    assert {each.id: each.identity for each in reading.sources}[chain[0].source] == "unspecified"


def test_what_was_not_said_is_the_outlets_own_voice(reading: Reading) -> None:
    """The army has not confirmed that the village was lost."""
    assert not any(each.chains for each in reading.claims)


def test_a_question_put_to_somebody_is_not_theirs(reading: Reading) -> None:
    """Asked whether the port would reopen, Mr Kubrakov said that work went on."""
    assert all("port would reopen" not in each.span.text for each in reading.claims if each.chains)


def test_a_fact_that_underscores_something_is_no_source(reading: Reading) -> None:
    """This silence underscores the weakness of the treaty."""
    assert not claim(reading, "silence").chains


def test_a_sentence_about_the_one_before_gives_it_its_source(reading: Reading) -> None:
    """The ferry will sail in May. This was announced by the harbour master Olha Rudenko."""
    assert names(reading, "ferry will sail") == [["harbour master Olha Rudenko"]]


def test_as_somebody_said(reading: Reading) -> None:
    """As the Coast Guard reported earlier, a tanker ran aground off Yeysk."""
    assert names(reading, "ran aground") == [["Coast Guard"]]


def test_a_denial_is_the_deniers_and_negative(reading: Reading) -> None:
    """Baku denied that its helicopters had crossed the lake."""
    assert names(reading, "helicopters had crossed") == [["Baku"]]
    assert claim(reading, "helicopters had crossed").polarity == "negative"


def test_what_is_only_referred_to_is_the_whole_clause(reading: Reading) -> None:
    """Belgrade denies it."""
    assert claim(reading, "Belgrade denies it").polarity == "negative"
    assert names(reading, "Belgrade denies it") == [["Belgrade"]]


def test_a_claim_called_false_is_the_word_of_whoever_calls_it_so(reading: Reading) -> None:
    """Serbia's claim that it has shut the mine is false, a Croatian diplomat said."""
    assert names(reading, "shut the mine") == [["Croatian diplomat"]]
    assert claim(reading, "shut the mine").polarity == "negative"


def test_a_quotation_of_several_sentences_has_one_speaker(reading: Reading) -> None:
    """ "We waited on the roof. The water reached the balcony," Olha Bondar said. "Nobody came." """
    assert [names(reading, each) for each in ("waited", "balcony", "Nobody")] == [[["Olha Bondar"]]] * 3


def test_a_signed_quotation(reading: Reading) -> None:
    """ "That is a lie. The ferry is sailing to Batumi" - Nino Beridze, director of the harbour office."""
    assert names(reading, "ferry is sailing") == [["Nino Beridze"]]


def test_coordinated_happenings_share_their_chain(reading: Reading) -> None:
    """The ministry said that its engineers had repaired the dam and had opened the locks at Zaporizhzhia."""
    assert names(reading, "repaired the dam") == names(reading, "opened the locks") == [["ministry"]]


def test_a_talk_that_appears_somewhere_adds_that_outlet(reading: Reading) -> None:
    """The drought will last, the minister said in an interview with Reuters."""
    assert names(reading, "drought will last") == [["Reuters", "minister"]]


def test_whoever_speaks_on_keeps_the_chain(reading: Reading) -> None:
    """The harvest will be poor, Deputy Minister Taras Koval said in an interview with Bloomberg. Nobody will starve, he added."""
    assert [len(chain) for chain in claim(reading, "Nobody will starve").chains] == [2]


def test_a_demand_is_the_content_of_its_cue(reading: Reading) -> None:
    """The ministry accused two banks of laundering money for smugglers."""
    assert names(reading, "laundering money") == [["ministry"]]


def test_the_layout_tells_a_trailing_cue(reading: Reading) -> None:
    """Gunmen shot dead nine fishermen in Borno, village elders and a trade union said on Sunday."""
    assert names(reading, "nine fishermen") == [["village elders"], ["trade union"]]
    assert claim(reading, "nine fishermen").span.text == "Gunmen shot dead nine fishermen in Borno"


def test_a_circumstance_before_the_cue_is_no_claim_of_the_speaker(reading: Reading) -> None:
    """After a long night in the shelter, the headmistress said that the school would stay open."""
    assert [each.span.text for each in reading.claims] == ["the school would stay open"]


def test_a_semicolon_ends_what_somebody_says(reading: Reading) -> None:
    """A rocket hit the grain silo, farmhands said; the harbour master blamed the navy."""
    assert names(reading, "rocket hit") == [["farmhands"]]
    assert all("farmhands" not in chain for chain in names(reading, "blamed the navy"))


def test_a_name_before_a_colon_speaks(reading: Reading) -> None:
    """Volodymyr Zelensky: Romania will train more pilots this winter."""
    assert names(reading, "train more pilots") == [["Volodymyr Zelensky"]]


def test_a_topic_before_a_colon_does_not(reading: Reading) -> None:
    """Odesa: two granaries were hit at dawn."""
    assert not any(each.chains for each in reading.claims)


def test_an_answer_in_apposition_is_the_answerers(reading: Reading) -> None:
    """Kyiv says Minsk is hiding tanks in the forest, a claim that Belarus denies."""
    assert names(reading, "hiding tanks") == [["Kyiv"]]
    assert names(reading, "a claim that Belarus denies") == [["Belarus"]]
    assert claim(reading, "a claim that Belarus denies").polarity == "negative"


def test_a_late_citation_is_the_deeper_link(reading: Reading) -> None:
    """State radio reported that the refinery had stopped, quoting the harbour office."""
    assert [len(chain) for chain in claim(reading, "refinery had stopped").chains] == [2]


def test_a_denial_of_doing_something(reading: Reading) -> None:
    """Tehran denied sending drones to the port."""
    assert names(reading, "sending drones") == [["Tehran"]]
    assert claim(reading, "sending drones").polarity == "negative"


def test_somebody_who_made_something_clear_has_said_it(reading: Reading) -> None:
    """The abbot made clear that the monks would not leave."""
    assert names(reading, "monks would not leave") == [["abbot"]]


def test_what_is_thought_within_what_is_said_makes_no_link(reading: Reading) -> None:
    """The envoy said that Ankara expects the talks to fail."""
    assert names(reading, "talks to fail") == [["envoy"]]


def test_a_clause_with_words_in_marks_is_whoever_speaks(reading: Reading) -> None:
    """The bishop said that the town was “a prison”, while the guards kept “the keys of hunger”."""
    assert names(reading, "keys of hunger") == [["bishop"]]


def test_a_host_who_is_told_is_no_speaker(reading: Reading) -> None:
    """The siege will last, the mayor told CNN's Jane Doe."""
    assert names(reading, "siege will last") == [["CNN", "mayor"]]


def test_a_law_that_is_followed_is_no_source(reading: Reading) -> None:
    """The soldiers will be tried according to the law."""
    assert not any(each.chains for each in reading.claims)


def test_somebody_who_asks_not_to_be_named_says_nothing_by_it(reading: Reading) -> None:
    """Eight people drowned, a nurse told AFP, requesting anonymity because she was not authorised to speak."""
    assert [each.span.text for each in reading.claims] == ["Eight people drowned"]


WORDS = [
    "The army",
    "said",
    "that",
    "Kyiv",
    "denied",
    ",",
    "according to",
    "Reuters",
    ".",
    '"',
    "he",
    "was hit",
    "and",
    "which",
    "citing",
    "an official",
    "\n",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_words_make_a_sound_reading(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_text(text if text.strip() else "x", language="en")
    for each in reading.claims:
        assert each.span.text == reading.document.text[each.span.start : each.span.end]
        assert all(chain for chain in each.chains)
    assert [each.id for each in reading.claims] == [f"c{number}" for number in range(1, len(reading.claims) + 1)]


def test_a_dash_may_set_the_cue_off(reading: Reading) -> None:
    """Because we saw the graves in the orchard when the frost came - said Zofia Lis. The envoy will go on to Riga, where she meets the board - DPA agency said."""
    assert names(reading, "graves in the orchard") == [["Zofia Lis"]]
    assert names(reading, "envoy will go on") == [["DPA agency"]]


def test_a_cue_within_a_relative_clause_reaches_no_further(reading: Reading) -> None:
    """The army has lost forty trucks, for which the colonel blamed the mud."""
    assert names(reading, "forty trucks") == []


def test_a_question_is_nobodys_answer(reading: Reading) -> None:
    """Asked by reporters whether the well had been poisoned, the minister said he did not know."""
    assert not any("poisoned" in each.span.text for each in reading.claims)


def test_two_who_say_something_each_in_one_sentence(reading: Reading) -> None:
    """Macron has said he would "not rule out" the possibility of sending troops to Ukraine and Cameron said the choice of targets was up to Kyiv."""
    assert names(reading, "sending troops") == [["Macron"]]
    assert claim(reading, "sending troops").span.text.endswith("to Ukraine")
    assert names(reading, "up to Kyiv") == [["Cameron"]]


def test_several_are_accused(reading: Reading) -> None:
    """The president accused the guild and its members of hiding grain."""
    assert names(reading, "hiding grain") == [["president"]]


def test_a_speaker_before_a_colon_behind_stars(reading: Reading) -> None:
    """The choir sang in Reykjavik. * * * President of Russia Vladimir Putin: Good evening, friends, First of all, I would like to thank you."""
    assert names(reading, "thank you") == [["President of Russia Vladimir Putin"]]

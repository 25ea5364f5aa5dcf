"""Training examples of our own, for what the corpus lacks: relays, passives, noun cues, labels, posts of channels.

Every sentence is put together from the words below; names and happenings are made up. A template's parts are marked
`<source …>`, `<cue …>` and `<content …>`; a name in braces is filled in. Only the outermost attribution of a sentence
is marked, as in the corpus: what stands within a content is found when that content is tagged on its own.
"""

import random
import re
from typing import Any

OUTLETS = """
The Northern Courier|Radio Lipa|the agency Vestnik Press|the channel Border Post|Channel 9|the newspaper Al-Sabah|the daily Morning Gazette
|the website Front Notes|the Telegram channel Steppe Signal|the news agency INP|the broadcaster TV Delta|Gulf Wire|the portal Novosti Dnya
|Daily Lantern|the Herald|Reuters|AFP|the Associated Press|Interfax|TASS|Ukrinform|Suspilne|Al Jazeera|the BBC|CNN|Anadolu|Radio Mogadishu
""".replace("\n", "").split("|")
SPEAKERS = """
the regional governor|Governor Petro Lysenko|the defence ministry|a ministry spokesman|Colonel Amir Haddad|the mayor of the town, Ana Belova|the army
|local residents|two officials|a senior official who asked not to be named|the General Staff|a serviceman|the foreign minister|eyewitnesses
|the prime minister|Major Idris Konate|the militia|the rebels|an aid worker|the hospital’s director|a captured soldier|the prosecutor’s office
|analysts|a person familiar with the talks|three diplomats|the president’s office|the police|a spokeswoman for the UN mission|volunteers|the operator of the plant
|a lawyer for the family, Sergei Orlov|the opposition leader Mariam Toure|the intelligence service|the border guard|a tank commander with the call sign Ryzhy
""".replace("\n", "").split("|")
CLAIMS = """
the depot had been hit by two drones|the village was under its control|eleven people were killed in the market|the convoy never reached the town|
the bridge over the river has been destroyed|its troops had pulled back to the second line|at least forty houses were damaged|the power station was shut down overnight|
the ceasefire had been broken twice since morning|the airport would stay closed until Friday|no shells were left in the battery|children were among the wounded|
the enemy lost three armoured vehicles|talks would resume within a week|water and food are running out|the two pilots had ejected safely|the attack began before dawn|
mercenaries had taken the gold mine|six ships were waiting in the roadstead|more than 2,000 people have fled the district|the minefield stretches for nine kilometres|
the new rockets will arrive next month|nobody had ordered the retreat|the governor’s son had left the country|the oil terminal is burning
""".replace("\n", "").split("|")
HAPPENINGS = """
the death of the general|the loss of the outpost|the capture of the railway station|a drone attack on the refinery|the withdrawal from the eastern bank|
an explosion near the airfield|the arrest of two officers|the sinking of a patrol boat|the evacuation of the hospital|the shelling of the market|a strike on the bridge
""".replace("\n", "").split("|")
SAYS = (
    "said|reported|wrote|claimed|announced|stated|noted|confirmed|insisted|warned|added|acknowledged|explained".split(
        "|"
    )
)
DAYS = "on Monday|on Tuesday evening|on 3 March|earlier in the day|overnight|at a briefing|in a post on Telegram|in a statement".split(
    "|"
)
NOUNS = "claim|assertion|statement|allegation|report|admission|announcement|insistence|warning".split("|")
HEARSAY = "is believed|is said|is thought|was rumoured|is alleged|has been reported|is assumed|is understood".split("|")

TEMPLATES = (
    # Relays: the outer voice first or last.
    "<content {Speaker} told {outlet} that {claim}>, <source {outlet2}> <cue {says}> {day}.",
    "<content {Speaker} {says} that {claim}>, <source {outlet}> <cue {says2}>.",
    "<source {Outlet}> <cue {says}> {day} <content that {speaker} had told {outlet2} that {claim}>.",
    "<source {Outlet}> <cue {says}>, citing {speaker}, <content that {claim}>.",
    "<source {Outlet}>, citing {speaker}, <cue {says}> <content that {claim}>.",
    "<content {Claim}>, <source {outlet}> <cue {says}>, citing {speaker}.",
    "<source {Outlet}>, with reference to {speaker}, <cue writes> <content that {claim}>.",
    "<cue According to> <source {outlet}>, which cited {speaker}, <content {claim}>.",
    "<content {Claim}, according to {speaker}>, <source {outlet}> <cue {says}>.",
    "<source {Speaker}> <cue told> {outlet} {day} <content that {claim}>.",
    "<source {Speaker}> <cue told> {outlet} <content {claim}>.",
    "<content {Claim}>, <source {speaker}> <cue told> {outlet} {day}.",
    "<content “{Claim},”> <source {speaker}> <cue told> {outlet}.",
    "{Outlet} was <cue told by> <source {speaker}> <content that {claim}>.",
    # Quoted by somebody.
    "<source {Speaker}> <cue was quoted> by {outlet} <cue as saying> <content that {claim}>.",
    "<source {Speaker}> <cue was quoted as saying> by {outlet} <content that {claim}>.",
    "<content “{Claim},”> <source {speaker}> <cue was quoted as saying> by {outlet}.",
    "{Outlet} quoted <source {speaker}> <cue as saying> <content that {claim}>.",
    "{Outlet} quoted <source {speaker}> <cue as saying>: <content “{Claim}.”>",
    "<content {Claim}>, <source {speaker}> <cue said> in remarks carried by {outlet}.",
    # Nobody in particular.
    "It <cue {hearsay}> <content that {claim}>.",
    "<cue Reportedly>, <content {claim}>.",
    "<source Reports> <cue say> <content that {claim}>.",
    "There are <source reports> <content that {claim}>.",
    "<source {Outlet}’s sources> <cue say> <content that {claim}>.",
    "<source Our sources> <cue report> <content that {claim}>.",
    "<source A source of ours in the administration> <cue says> <content that {claim}>.",
    # Passives.
    "<content {Happening}> <cue was reported by> <source {speaker}> {day}.",
    "<content {Happening}> <cue was confirmed by> <source {speaker}>.",
    "<content {Happening}> <cue has been announced by> <source {outlet}>.",
    "<content {Happening}> <cue was denied by> <source {speaker}>.",
    "That <content {claim}> <cue was confirmed> to {outlet} <cue by> <source {speaker}>.",
    # Nouns.
    "<source {Speaker}’s> <cue {noun}> <content that {claim}> could not be verified.",
    "{Outlet} published the <cue {noun}> by <source {speaker}> <content that {claim}>.",
    "An unconfirmed <cue report> from <source {speaker}> <content that {claim}> spread quickly.",
    "{Speaker2} rejected <source {speaker}’s> <cue {noun}> <content that {claim}>.",
    "In <source {speaker}’s> <cue view>, <content {claim}>.",
    # Labels and posts.
    "<source {Name}><cue :> <content {claim}>",
    "<source {Name}><cue :> <content {claim}>.",
    "⚡️<source {Outletname}><cue :> <content {claim}>",
    "❗️ <source {Speaker}> <cue {says}> <content {claim}>",
    "<source {Outletname}> <cue writes> <content that {claim}>.",
    "<source Subscribers> <cue write> <content that {claim}>.",
    "<cue According to> <source our subscribers>, <content {claim}>.",
    "<source {Outletname}> <cue reports>: <content {claim}>.",
    # Quotations that go on.
    "<content “{Claim},”> <source {speaker}> <cue said> {day}. <content “{Claim2}. {Claim3}.”>",
    "<source {Speaker}> <cue {says}>: <content “{Claim}. {Claim2}.”>",
    "<content “{Claim},”> <cue said> <source {speaker}>.\n\n<content “{Claim2}.”>",
    # Somebody speaks, and the next sentence is the outlet's own.
    "<source {Speaker}> <cue {says}> <content that {claim}>. {Claim2}.",
    "{Claim2}. <cue According to> <source {speaker}>, <content {claim}>.",
    "{Claim}. {Claim2}.",
    "{Speaker} did not respond to a request for comment. {Claim}.",
)
_PART = re.compile(r"<(source|cue|content) ")
NAMES = (
    "Zelensky",
    "Lysenko",
    "Governor Belova",
    "Army",
    "Ministry",
    "President Toure",
    "Haddad",
    "Mayor",
    "Police",
    "UN",
)


def make_articles(count: int, seed: int) -> list[dict[str, Any]]:
    """`count` short articles in the corpus's form, each of a few sentences, the same for the same seed."""
    chance = random.Random(seed)
    return [_article(number, chance) for number in range(count)]


def _article(number: int, chance: random.Random) -> dict[str, Any]:
    text = ""
    attributions: list[dict[str, Any]] = []
    for _ in range(chance.randint(1, 4)):
        sentence = _fill(chance.choice(TEMPLATES), chance)
        bare, parts = _unmark(sentence, len(text))
        text += bare + chance.choice((" ", " ", "\n\n"))
        if parts["content"]:
            attributions.append({"id": f"E{len(attributions) + 1}", **parts})
    return {"id": f"own-{number}", "text": text.rstrip(), "attributions": attributions}


def _fill(template: str, chance: random.Random) -> str:
    claims = chance.sample(CLAIMS, 3)
    speakers, outlets = chance.sample(SPEAKERS, 2), chance.sample(OUTLETS, 2)
    words = {
        "claim": claims[0], "claim2": claims[1], "claim3": claims[2], "speaker": speakers[0], "speaker2": speakers[1],
        "outlet": outlets[0], "outlet2": outlets[1], "happening": chance.choice(HAPPENINGS), "noun": chance.choice(NOUNS),
        "says": chance.choice(SAYS), "says2": chance.choice(SAYS), "day": chance.choice(DAYS), "hearsay": chance.choice(HEARSAY),
        "name": chance.choice(NAMES), "outletname": _bare_name(outlets[0]),
    }  # fmt: skip
    words |= {key[0].upper() + key[1:]: value[0].upper() + value[1:] for key, value in words.items()}
    words["Claim2"], words["Claim3"] = (each[0].upper() + each[1:] for each in claims[1:])
    return template.format_map(words)


def _bare_name(outlet: str) -> str:
    """ "Steppe Signal" of "the Telegram channel Steppe Signal"."""
    capitals = [word for word in outlet.split() if word[:1].isupper() and word not in ("The", "Telegram")]
    return " ".join(capitals) or outlet


def _unmark(sentence: str, shift: int) -> tuple[str, dict[str, list[list[int]]]]:
    """The sentence without its marks, and where its parts stand in a text in which it begins at `shift`."""
    bare = ""
    parts: dict[str, list[list[int]]] = {"source": [], "cue": [], "content": []}
    rest = sentence
    while match := _PART.search(rest):
        bare += rest[: match.start()]
        inside, rest = rest[match.end() :].split(">", 1)
        parts[match[1]].append([shift + len(bare), shift + len(bare) + len(inside)])
        bare += inside
    return bare + rest, parts

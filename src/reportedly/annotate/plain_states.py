"""Does a state stand for who acts or is dealt with, or for the ground, in Russian and Ukrainian that was not parsed?

What English reads off a tree is read off the case and the words beside the name here: "Киев заявил", "помощь Украине",
"санкции против России" name no ground; "в Киеве", "территория Украины", "обстрел Киева" do.
"""

import re

from reportedly.annotate.plain_signs import AND, Signs
from reportedly.annotate.plain_words import is_spoken, listed

_ACTS = re.compile(
    r"(?:[аиеіыоуя]л[аио]?с?[ья]?|[аеиіуюї]в(?:ся)?|[аеиіуюя]ла(?:ся)?|[іи]ли(?:ся|сь)?|[еуюєаяи]ть?(?:ся)?|є|може|хоче|готов[аы]?|готовий)$"
).search
"""A verb that says what somebody does."""
_TO_THE_VERB = 3
"""Words, the verb among them: "Москва пока не ответила"."""
_INSTRUMENTAL = re.compile(r"(?:ею|єю|ою|ой|ей|ом|ем|єм|ами|ями)$").search


def stands_for_state(signs: Signs, first: int, last: int, is_country: bool) -> bool:
    """Is the state meant that the name of a country or a capital stands for?

    Args:
        is_country: a country or a continent; else a capital, whose name in the nominative may be the town's.
    """
    first = _head_of_list(signs, first)
    language, opener = signs.language, signs.opener(first)
    surface = signs.words[first].text
    if opener in listed(language, "prepositions", "instrumental_or_ground"):  # "с Украины", "с Украиной"
        if is_spoken(language, "words", "shared", signs.before(first - 1)):
            return False
        return _INSTRUMENTAL(surface.lower()) is not None or surface.isupper()
    if opener in listed(language, "prepositions", "ground"):
        before = signs.words[first - 2].text.lower() if first > 1 else ""
        return opener in ("на", "до") and is_spoken(language, "words", "channels", before)
    if opener in listed(language, "prepositions", "state"):
        return not (opener in ("от", "від") and _is_measured_from(signs, first))
    if opener and _is_ground(signs, first, opener):
        return False
    if _is_struck(signs, first, last):
        return False
    if is_country:
        return True
    return _acts(signs, first, last, opener)


def is_owner(signs: Signs, first: int) -> bool:
    """Does the name only say whose a body or an office is: "мэр Мелитополя", "прокуратура Харькова"?"""
    opener = signs.opener(first)
    if not opener or signs.is_placed(first):
        return False
    return is_spoken(signs.language, "nouns", "body", opener) or opener in listed(
        signs.language, "titles", "before_names"
    )


def _head_of_list(signs: Signs, first: int) -> int:
    """The first name of a list like "Ирана и Турции": its opener is that of them all."""
    while first > 1:
        joint = signs.words[first - 1]
        if joint.text in AND and not joint.gap.strip() and signs.words[first - 2].is_name:
            first -= 2
        elif signs.words[first].gap.strip() == "," and joint.is_name:
            first -= 1
        else:
            break
    return first


def _is_measured_from(signs: Signs, first: int) -> bool:
    """ "в 30 км от Киева", "недалеко от Киева"."""
    before = [word.text.lower() for word in signs.words[max(0, first - 4) : first - 1]]
    return any(is_spoken(signs.language, "words", "measures", word) for word in before)


def _is_ground(signs: Signs, first: int, noun: str) -> bool:
    """Is the noun before a name one that speaks of ground, or of what befell it?"""
    language = signs.language
    if noun in listed(language, "introductions", "settlement"):
        return True
    if noun.startswith("оборон") and is_spoken(language, "nouns", "offices", signs.before(first - 1)):
        return False
    tables = (("nouns", "around"), ("nouns", "facility"), ("nouns", "land"), ("nouns", "suffered"))
    return any(is_spoken(language, table, name, noun) for table, name in tables)


def _is_struck(signs: Signs, first: int, last: int) -> bool:
    """ "атаковали Киев", "Киев подвергся": the verb does something to the ground."""
    opener, nominative = signs.opener(first), signs.words[first].text.endswith(("а", "я"))
    if opener and not nominative and is_spoken(signs.language, "verbs", "spatial", opener):
        return True
    for word in signs.words[last + 1 : last + 3]:
        if word.gap.strip():
            return False
        if is_spoken(signs.language, "verbs", "undergone", word.text.lower()):
            return True
    return False


def _acts(signs: Signs, first: int, last: int, opener: str) -> bool:
    """Is a capital, no preposition before it, named as who acts or whose something is?"""
    if opener and not signs.words[first].first:
        return True  # "разрешение Киеву", "позиция Москвы", "назначенный Москвой"
    for word in signs.words[last + 1 : last + 1 + _TO_THE_VERB]:
        if word.gap.strip() or word.is_name:
            return False
        if _ACTS(word.text) is not None:
            return True
    return False

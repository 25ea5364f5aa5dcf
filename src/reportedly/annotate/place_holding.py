"""Do the words right beside a name say who holds it? A person or a body is not held in these words."""

import re

_WHOSE = r"(?:[\w'’-]+\s+){0,3}?"
_BEHIND = re.compile(
    r"\s+(?:(?:ha[sd]|have|is|was|be|been|came|comes?|remain(?:s|ed)?|stay(?:s|ed)?|fell|now|still|not|no\s+longer|already"
    r"|fully|completely|entirely|partly|almost|largely|again|back|firmly)\s+){1,5}"
    rf"(?:under\s+{_WHOSE}control\b|in\s+(?:the\s+hands\s+of\b|{_WHOSE}hands\b)"
    rf"|cleared\s+of\s+(?!charges|blame|wrongdoing){_WHOSE}(?:troops|forces|soldiers|fighters|units|militants|rebels|enem(?:y|ies))\b"
    r"|(?:surrounded|encircled|besieged|overrun|recaptured)\b)"
)
_BEFORE = re.compile(
    r"\b(?:hold(?:s|ing)?|held|control(?:s|led|ling)?|captur(?:e[sd]?|ing)|tak(?:e[sn]?|ing)|took|occup(?:y|ies|ied|ying)"
    r"|seiz(?:e[sd]?|ing)|liberat(?:e[sd]?|ing)|enter(?:s|ed|ing)?|los(?:e|es|t|ing)|clear(?:s|ed|ing)?|storm(?:s|ed|ing)?)\s+"
    r"(?:(?:almost|nearly|about|roughly|up\s+to|more\s+than|the|a|\d+\s*%|\d+\s+per\s*cent)\s+)*"
    r"(?:most|all|half|parts?|much|part|third|quarters?|thirds|rest|whole|control|outskirts|cent(?:re|er)"
    r"|edge|suburbs|(?:north|south)?-?(?:east|west)?|(?:north|south|east|west)\w*\s+(?:parts?|outskirts|edge|districts?))"
    r"\s+(?:of|over)\s+(?:the\s+(?:city|town|village)\s+of\s+)?$"
)
_REACH = 90


def says_who_holds(text: str, start: int, end: int) -> bool:
    """Is the name from `start` to `end` said to be held, or what holds or takes a part of it before it?"""
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, max(0, start - _REACH), start))

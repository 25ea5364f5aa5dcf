"""What each {name} in a pattern of `annotate/date_rules.py` stands for."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

DIGITS = {
    "year": r"(?P<year>(?:1[89]|20)\d\d)",
    "day_month_line": r"\d\d\.\d\d(?:[.:]?$|[.:]\s)",
    "year2": r"(?P<year2>(?:19|20)\d\d|\d\d)",
    "decade": r"(?P<decade>(?:19|20)\d)0",
    "day": r"(?P<day>(?<![\d.,:$€£])(?:3[01]|[12]\d|0?[1-9]))(?!\d)",
    "day2": r"(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d)",
    "month_number": r"(?P<month_number>0[1-9]|1[0-2])",
    "hour": r"(?P<hour>2[0-4]|[01]?\d)",
    "minute": r"(?P<minute>[0-5]\d)",
    "half_day": r"(?P<half_day>[ap])\.?m\b\.?",
    "century": r"(?P<century>1\d|2[01])",
    "noon": r"(?P<noon>noon|midday|midnight)",
    "toward": r"(?P<toward>ago|earlier|later|before|after|afterwards?|from now|prior)",
    "toward_there": r"(?P<toward>following|next|previous|preceding)",
    "same": r"(?P<same>that same|the same|that)",
}
# Histories in these languages go further back; the word for "year" stands beside a year.
SLAVIC_DIGITS = {name: DIGITS[name] for name in ("day_month_line", "day", "day2", "month_number", "minute")} | {
    "hour": r"(?P<hour>2[0-3]|[01]?\d|24(?=[.:]00))",
    "year": r"(?P<year>(?:1\d|20)\d\d)",
    "year2": r"(?P<year2>(?:1\d|20)\d\d|\d\d)",
    "short_year": r"(?P<short_year>\d\d)(?!\d)",
    "decade": r"(?P<decade>(?:1\d|20)\d)0",
    "decade_short": r"(?P<decade_short>\d)0",
}


# What may stand behind a hyphen: "травень-червень". Elsewhere that makes an ending: "на 104-ту добу".
JOINED = frozenset({"month", "weekday", "season", "month_adjective", "unit", "one_unit", "plural"})

# Named groups that take the words of another table, for one pattern cannot hold a group twice.
SAME_WORDS = {"part_after": "part", "weekday2": "weekday", "quarter": "ordinal"}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits; each beginning that they share is tried once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Mapping[str, Any]) -> str:
    ways = [
        (letter if letter == " " else re.escape(letter)) + _branch(node[letter])
        for letter in sorted(node, reverse=True)  # the empty end last
    ]
    return "|".join(ways) if len(ways) < 2 else f"(?:{'|'.join(ways)})"


def english_fragments(words: Mapping[str, Any]) -> dict[str, str]:
    """Month and weekday only with a capital; a digit or letter may follow where the pattern lets it."""
    title = {name: any_of([word.title() for word in words[name]]) for name in ("month", "weekday")}
    shouted = {name: any_of([word.upper() for word in words["alone"][name]]) for name in ("month", "weekday")}
    return DIGITS | {
        **{
            name: rf"\b(?P<{name}>{any_of(words[name])})"
            for name in (
                "unit",
                "part",
                "season",
                "which",
                "way",
                "portion",
                "deictic",
                "set",
                "vague",
                "zone",
                "day_word",
            )
        },
        "count": rf"(?<![\w.,])(?P<count>\d{{1,3}}(?:,\d{{3}}|\.\d)?|{any_of(words['count'])})",
        "part_after": rf"(?P<part_after>{any_of(words['part'])})",
        "month": rf"\b(?P<month>(?-i:{title['month']}|{shouted['month']}))",
        "weekday": rf"\b(?P<weekday>(?-i:{title['weekday']}|{shouted['weekday']}))",
        "weekday2": rf"\b(?P<weekday2>(?-i:{title['weekday']}))",
        "units": r"days|weeks|months|years|hours|minutes|decades|centuries|seconds|weekends|nights",
        "quarter": rf"\b(?P<quarter>{any_of(words['ordinal'])})",
        "before_year": rf"\b(?:{any_of(words['alone']['before_year'])})",
    }


def slavic_fragments(words: Mapping[str, Any]) -> dict[str, str]:
    """Each table a named group and each list of [word] an unnamed one, of whole words in small letters."""
    lists = words["word"]
    tables = {name: table for name, table in words.items() if name not in {"word", "alone", "lead"}}
    return {
        **SLAVIC_DIGITS,
        **{name: _whole(name, table, lists.get(f"not_before_{name}", ())) for name, table in tables.items()},
        **{name: rf"(?<!\w)(?:{any_of(forms)})(?!\w)" for name, forms in lists.items()},
        **{name: rf"(?:{any_of(lists[name])})(?!\w)" for name in lists if name.endswith("_case")},
        **{group: _whole(group, words[name], ()) for group, name in SAME_WORDS.items()},
        "not_date": rf"(?:[%°]|(?:{any_of(lists['not_date'])}|{any_of(lists['not_date_stem'])}\w*)(?!\w))",
        "counted": rf"\w+(?:{any_of(lists['counted'])})(?!\w)",
        "count": rf"(?<![\w.,])(?:(?P<tens>{any_of(words['tens'])}) )?"
        rf"(?P<count>\d{{1,3}}(?:,\d)?|{any_of(words['count'])})(?:-?(?:{any_of(lists['count_case'])}))?(?!\w)",
        "count_stem": rf"(?<!\w)(?P<count_stem>{any_of(words['count_stem'])})",
        "length_adjective": rf"(?P<length_adjective>{any_of(words['length_adjective'])})(?!\w)",
        "month_word": rf"(?<!\w)(?:{any_of(words['month'])})(?!\w)",
        "weekday_word": rf"(?<!\w)(?:{any_of([*words['weekday'], *lists['weekday_from']])})(?!\w)",
    }


def _whole(name: str, words: Iterable[str], not_after: Iterable[str]) -> str:
    """A named group of whole words, none of them right after one of `not_after`."""
    free = "".join(rf"(?<!{word}\s)" for word in not_after) + (r"(?<!\d\s)" if name == "part" else "")
    return rf"(?<![\w{'' if name in JOINED else '-'}]){free}(?P<{name}>{any_of(words)})(?!\w)"

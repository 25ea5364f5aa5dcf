"""English sentences as the parser knows such sentences, letter for letter as long."""

import re

_TYPEWRITTEN = str.maketrans("’‘ʼ“”", "'''\"\"")
"""The parser was trained on typewriter marks: "We’ll" and “so” are read as "We'll" and "so"."""


_DASHED_CUE = re.compile(
    r"(?<=\s)[-–—](?=\s(?:[\w.'-]+ ){0,5}"
    r"(?:said|says|added|adds|noted|notes|explained|explains|stressed|emphasi[sz]ed|reported|reports|wrote|writes|concluded)\b)"
)
"""The dash of "P - said X", usual in translations from Slavic languages: the parser is given the comma that it knows."""


VERBS = {"reports": ("asserts", "report"), "claims": ("argues", "claim"), "notes": ("warns", "note")}
"""Words that the parser takes for nouns where they trail, each with a verb of as many letters that it knows, and its lemma."""

_TRAILING_CUE = re.compile(
    r"(?<=, )(?P<who>(?:(?:the|an?)\s(?=\S+\s\S+)|(?=[A-Z]))(?:(?!(?:to|by|from|in|on|at|with|for|as|that|who|which|whose|and|or|between|"
    r"about|is|are|was|were|has|have|had|latest|first|initial|other)\s)[\"'«]?[\w.&-]+(?<!'s)[\"'»]?\s){1,8})"
    rf"(?P<cue>{'|'.join(VERBS)})(?=[.!]?[\"'»]?\s*$|\s(?:on|in|citing)\s|,\s(?:citing|quoting|adding)\s)"
)
""" "P, the channel "X" reports.": a source between a comma and one of `VERBS` that ends the clause."""

_MONTH = re.compile(r"(?<=\d )May(?= [a-z])")
"""The month, which the parser takes for the verb in "on Sunday 26 May killed 45"; it is given another month."""

_LEAST_CLAUSE = 12
"""Characters before the comma; fewer are no clause that somebody could report."""


def as_known(text: str) -> str:
    """The sentence as the parser knows such sentences, letter for letter as long."""

    def say(match: re.Match[str]) -> str:
        known = match.start() >= _LEAST_CLAUSE
        return match["who"] + (VERBS[match["cue"]][0] if known else match["cue"])

    return _MONTH.sub("Mar", _TRAILING_CUE.sub(say, _DASHED_CUE.sub(",", text.translate(_TYPEWRITTEN))))

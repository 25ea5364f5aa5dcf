"""Where the words and marks of a Ukrainian sentence begin and end."""

import re

_LETTER = r"[^\W\d_]\u0301?"
_WORD = re.compile(
    rf"""
      (?P<address>https?://\S+[^\s.,;:!?)»”"'] | www\.\S+[^\s.,;:!?)»”"'] | [\w.-]+@[\w-]+\.\w+ | [@\#][\w.]*\w )
    | (?P<site>(?:[\w-]+\.)+(?:ua|com|net|org|info|tv|me|ru|укр)(?!\w))
    | (?P<short>т\.\s?зв\.(?!\w) | т\.\s?[дпк]\.(?!\w) | (?:[А-ЯІЇЄҐA-Z]\.){{2,}} | [А-ЯІЇЄҐA-Z]\.(?=\s?[А-ЯІЇЄҐA-Z])
        | (?:м|смт|с|ім|вул|обл|р|рр|тис|млн|млрд|км|кв|гр|ст|грн|напр|ін|див|о|просп|пров|пл|буд|кг|св|нар|ред|пор)\.(?=\s*[\w«"“„(\[]|\s*$) )
    | (?P<number>\d+(?:[.,:]\d+)*(?:-?(?:{_LETTER}){{1,4}}(?!\w)|-річ(?:{_LETTER})+)?)
    | (?P<word>(?:{_LETTER})+(?:(?:['’ʼ`‘′](?={_LETTER})|[-‑](?=\w))(?:{_LETTER}|\d)+|\d+)*)
    | (?P<mark>\.{{2,}}|…|[!?]+|--+|""|''|\w)
    | (?P<other>[^\w\s])
    """,
    re.VERBOSE,
)


def cut_words(text: str) -> list[tuple[int, int, str]]:
    """Start, end and kind of every word and mark in `text`, in order; white space is left out."""
    return [(match.start(), match.end(), match.lastgroup or "other") for match in _WORD.finditer(text)]

"""Words from outside, made harmless for a terminal and for a page."""

CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n"}
"""Control characters show as their pictures: an escape sequence in a text moves no cursor."""

HARMLESS: dict[int, str] = {
    **CONTROLS,
    ord("\t"): " ",
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    # Embeddings, overrides and isolates turn the order of what follows them, claims and names alike.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    0x2028: " ",
    0x2029: " ",
}


def disarm(text: str) -> str:
    """One harmless character for each that a terminal would obey; offsets stay as they are."""
    # Nothing that is printable is harmful, and most texts are: this is many times faster.
    return text if text.isprintable() else text.translate(HARMLESS)


def show_controls(value: object) -> object:
    """The same for a page: strings are disarmed, safe markup and all else stays."""
    return disarm(value) if type(value) is str else value

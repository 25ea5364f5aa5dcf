"""Which places and outlets somebody means by a name."""

from collections.abc import Sequence

from reportedly.errors import IdError
from reportedly.ledger.database import Database
from reportedly.ledger.words import bones_of_name, fold_words, script_of, sound_alike
from reportedly.model.ids import PREFIX, complete_beginning, next_beginning

SHOWN = 5
"""Names told in a note."""


def find_places(typed: str, database: Database) -> tuple[list[int], tuple[str, ...]]:
    """The numbers of the places that somebody means, and what to tell about them.

    A short id or a gazetteer's id means one place. A name means every place of that name, case, accents and
    apostrophes aside, and those that sound like it in other scripts; in its own script only if there is none by it.
    """
    if begins := as_id(typed):
        rows = database.ask(
            "SELECT number FROM place WHERE id >= :begins AND id < :ends",
            {"begins": begins, "ends": next_beginning(begins)},
        )
        return [number for (number,) in rows], ()
    folded = fold_words(typed)
    exact = database.ask(
        "SELECT number FROM place WHERE folded = :folded UNION SELECT number FROM place WHERE gazetteer_id = :id",
        {"folded": folded, "id": typed.strip().encode("utf-8", "replace").decode()},
    )
    bones = bones_of_name(typed)
    alike = bones and database.ask(
        "SELECT number, name, folded FROM place WHERE bones = :bones AND folded <> :folded ORDER BY number",
        {"bones": bones, "folded": folded},
    )
    others = [
        (number, name)
        for number, name, other in alike or ()
        if (not exact or script_of(other) != script_of(folded)) and sound_alike(folded, other)
    ]
    numbers = [number for (number,) in exact] + [number for number, _ in others]
    return numbers, tell_places(typed, [name for _, name in others], is_known=bool(exact))


def tell_places(typed: str, others: Sequence[str], *, is_known: bool) -> tuple[str, ...]:
    """What the reader should know of the places taken for a name."""
    names = ", ".join(list(dict.fromkeys(others))[:SHOWN])
    if names:
        return (f"“{typed}”: {'also ' if is_known else 'nothing by that name; '}looked for {names}",)
    return () if is_known else (f"no place is named “{typed}”",)


def find_outlets(typed: Sequence[str], database: Database) -> list[str]:
    """The outlets of the ledger by these names, case, accents and apostrophes aside."""
    wanted = {fold_words(each) for each in typed}
    # From one name to the next in the index: there are few outlets, and many documents of each.
    rows = database.ask(
        "WITH RECURSIVE known (name) AS (SELECT min(outlet) FROM document UNION ALL"
        " SELECT (SELECT min(outlet) FROM document WHERE outlet > known.name) FROM known WHERE known.name IS NOT NULL)"
        " SELECT name FROM known WHERE name IS NOT NULL"
    )
    return [name for (name,) in rows if fold_words(name) in wanted or name in typed]


def as_id(typed: str) -> str | None:
    """The beginning of a short id, if it was typed as one."""
    if not typed.strip().casefold().startswith(PREFIX):
        return None
    try:
        return complete_beginning(typed)
    except IdError:
        return None

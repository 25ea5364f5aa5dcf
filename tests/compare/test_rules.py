"""A ledger knows when all is to be compared again."""

import ast
from importlib.resources import files

import pytest

from reportedly.compare import rules

ASKED_BY_FLOW = ("traits", "blocks", "grouping")
"""Where comparing begins, before any event is made."""
ONLY_A_PROTOCOL = {"neighbours"}


def imports_of(name: str) -> set[str]:
    """The files of `compare` that a file of it needs."""
    tree = ast.parse((files("reportedly.compare") / f"{name}.py").read_text(encoding="utf-8"))
    found = (node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {each.removeprefix("reportedly.compare.") for each in found if each.startswith("reportedly.compare.")}


def test_every_file_that_decides_has_a_part_in_the_name_of_the_rules() -> None:
    waiting, needed = list(ASKED_BY_FLOW), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += imports_of(name)
    assert needed - ONLY_A_PROTOCOL <= set(rules.DECIDING)


def test_the_name_is_the_same_each_time_and_changes_with_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    name = rules.name_rules()
    rules.name_rules.cache_clear()
    assert rules.name_rules() == name
    rules.name_rules.cache_clear()
    monkeypatch.setattr(rules, "LANGUAGES", ("en", "ru"))
    assert rules.name_rules() != name
    monkeypatch.undo()
    rules.name_rules.cache_clear()

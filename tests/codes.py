"""Which codes the source uses: problems, sentences of the door and reasons, found by reading the syntax of every room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parents[1]
#: Rooms that say things; the catalogue itself only words them.
ROOMS = [path for path in sorted((ROOT / "kit").rglob("*.py")) if path.parent.name != "catalogue"]

#: Who makes a problem, and how much it matters.
MAKERS = {"error": "error", "warning": "warning", "Problem": "error", "OperationalFailure": "failure"}


@cache
def calls() -> tuple[tuple[str, ast.Call], ...]:
    """Return the last word of what is called, with the call, for every call of the kit."""
    return tuple(_calls())


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for room in ROOMS:
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield str(getattr(node.func, "attr", "") or getattr(node.func, "id", "")), node


def first_words(*callees: str) -> Iterator[tuple[str, str]]:
    """Yield callee and first argument of each call of one of `callees`, where that is a plain text."""
    for callee, call in calls():
        if callee in callees and call.args:
            first = call.args[0]
            branches = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            for each in branches:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield callee, each.value


def texts() -> set[str]:
    """Return every text that stands in the source; where it is put together, with a * for each value."""
    found = set()
    for room in ROOMS:
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add("".join(str(each.value) if isinstance(each, ast.Constant) else "*" for each in node.values))
    return found


def is_used(code: str, known: set[str]) -> bool:
    """Tell whether `code` stands in the source, whole or put together of a few letters at least and a value."""
    patterns = [each for each in known if "*" in each and len(each) > 4 and " " not in each]
    return code in known or any(fnmatchcase(code, each) for each in patterns)


def severity(code: str) -> str:
    """Return how much the problem `code` matters: error, warning, or failure of the machine."""
    found = {MAKERS[callee] for callee, word in first_words(*MAKERS) if word == code}
    return "failure" if "failure" in found else "warning" if found == {"warning"} else "error"


def placeholders(sentence: str | None) -> set[str]:
    """Return the names that `sentence` leaves open."""
    return {name for _, name, _, _ in Formatter().parse(sentence or "") if name is not None}

"""docs/capabilities.md: every id once, and every test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.books import ROOT

ROW = re.compile(
    r"^\| ([\dPF]+-\d+) \| (done|part|not) \| (.+?) \| (?:`tests/([^`:]+)(?:::(\w+))?`)? ?\|$", re.MULTILINE
)
ROWS = ROW.findall((ROOT / "docs/capabilities.md").read_text(encoding="utf-8"))
GUIDES = {"000": 23, "001": 6, "002": 5, "003": 9, "004": 15}


@cache
def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")}


def test_every_id_stands_there_once() -> None:
    wanted = [f"{guide}-{number}" for guide, last in GUIDES.items() for number in range(1, last + 1)]
    wanted += [f"P-{number:02}" for number in range(1, 27)] + [f"F-{number:02}" for number in range(1, 26)]
    assert [each[0] for each in ROWS] == wanted


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_is_done_is_shown_by_a_test_that_exists(row: tuple[str, ...]) -> None:
    _, state, what, path, name = row
    assert what[0].islower() or not what[0].isalpha() or what.split()[0] in {"QRIS", "H-3,", "English"}, what
    if state == "done":
        assert path
    if path:
        assert (ROOT / "tests" / path).is_file(), path
        assert not name or name in names_in(ROOT / "tests" / path), name

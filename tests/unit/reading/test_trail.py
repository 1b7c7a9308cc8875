"""What became of private addresses is read line by line; a line that says nothing is told."""

from __future__ import annotations

import pytest

from kit.reading.trail import trail

GOOD = (
    b"# head\n\n2026-11-23 made maju-jaya 0123456789abcdef0123456789abcdef\n2026-11-24 revoked - " + b"f" * 32 + b"\n"
)


def test_lines_become_traces_and_somebody_forgotten_has_no_name() -> None:
    found, problems = trail(GOOD, "data/links.txt")
    assert problems == ()
    assert [(str(each.date), each.act, each.customer) for each in found] == [
        ("2026-11-23", "made", "maju-jaya"), ("2026-11-24", "revoked", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["2026-11-23 made", "2026-02-30 made a " + "0" * 32, "<<<<<<< mine", "2026-11-23 kept a " + "0" * 32]
)
def test_another_line_is_told_with_its_place(line: str) -> None:
    found, (problem,) = trail(GOOD + line.encode(), "data/links.txt")
    assert len(found) == 2
    assert (problem.code, problem.at and problem.at.line) == ("trail-line", 5)

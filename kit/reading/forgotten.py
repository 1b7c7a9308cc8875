"""What stays of people who were forgotten (data/forgotten.txt): day, year, place in the series, series."""

from __future__ import annotations

import re

from kit.basics.dates import parse_date
from kit.basics.problems import Problem, Source, error
from kit.domain.forgotten import Stone

_LINE = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{4}) ([1-9]\d{0,5}) (\S.*)")


def forgotten(raw: bytes, path: str) -> tuple[tuple[Stone, ...], tuple[Problem, ...]]:
    """Return the numbers in `raw` that stay used, and each line that tells none."""
    found: list[Stone] = []
    problems: list[Problem] = []
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        at = Source(path, number, 1, width=max(len(line), 1))
        match = _LINE.fullmatch(line.strip())
        day = parse_date(match[1]) if match else None
        if match is None or day is None:
            problems.append(error("forgotten-line", at))
            continue
        found.append(Stone(day, match[4], int(match[2]), int(match[3]), at))
    return tuple(found), tuple(problems)

"""What became of private addresses (data/links.txt), one line each: day, act, customer, mark."""

from __future__ import annotations

import re

from kit.basics.dates import parse_date
from kit.basics.problems import Problem, Source, error
from kit.domain.addresses import Act, Trace

_LINE = re.compile(r"(\d{4}-\d{2}-\d{2}) (made|replaced|revoked) ([a-z0-9][a-z0-9-]{0,31}|-) ([0-9a-f]{32})")


def trail(raw: bytes, path: str) -> tuple[tuple[Trace, ...], tuple[Problem, ...]]:
    """Return the traces in `raw`, oldest first, and each line that is none."""
    found: list[Trace] = []
    problems: list[Problem] = []
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        at = Source(path, number, 1, width=max(len(line), 1))
        match = _LINE.fullmatch(line.strip())
        day = parse_date(match[1]) if match else None
        if match is None or day is None:
            problems.append(error("trail-line", at))
            continue
        found.append(Trace(day, Act(match[2]), None if match[3] == "-" else match[3], match[4], at))
    return tuple(found), tuple(problems)

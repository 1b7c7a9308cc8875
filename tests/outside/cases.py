"""Reads the published cases: id, source, rule, given, expect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ORIGINAL = HERE.parents[2] / "shared" / "outside"


@dataclass(frozen=True)
class Case:
    """One published case, restated in rupiah."""

    id: str
    source: str
    rule: str | None
    given: Any
    expect: Any

    def __str__(self) -> str:
        return self.id


class _Text(yaml.SafeLoader):
    """Reads dates as text, so that each test says what it means by them."""


_Text.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(name: str) -> list[Case]:
    """Return the cases of one file."""
    rows = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Text)
    return [Case(row["id"], row["source"], row.get("rule"), row.get("given"), row["expect"]) for row in rows]

"""YAML as an editor reads it: the core schema of YAML 1.2, which knows no dates, no octals by zero and no yes or no."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml


class Editor(yaml.SafeLoader):
    """A loader with the scalars of YAML 1.2's core schema and no others."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML has it


def _whole(loader: Editor, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)))


for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Editor.add_constructor("tag:yaml.org,2002:int", _whole)


def seen(text: str | Path) -> Any:
    """Return what an editor sees in a file or text."""
    written = text.read_text(encoding="utf-8") if isinstance(text, Path) else text
    return yaml.load(written, Editor)  # a SafeLoader with fewer types

"""Fixtures that every test may ask for: golden texts, and their `--update-golden`."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

#: Compares a text with the golden file at a path.
Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the tests get into their golden files")


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are being rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(updating: bool) -> Golden:
    """Return the comparison with golden files; read what an update changed, as a person would, before you commit it."""

    def compare(path: Path, actual: str) -> None:
        if updating:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual != expected:
            lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "golden", "now", lineterm="")
            difference = "\n".join(lines)
            pytest.fail(f"{path.name} differs; if it should, run pytest --update-golden and read it\n{difference}")

    return compare

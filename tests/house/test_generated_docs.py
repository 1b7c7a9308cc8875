"""Documents that are written from the source are as the source would write them now."""

from __future__ import annotations

import pytest

from kit.cli.catalogue import en
from tests.docs import ROOT, commands, errors, examples, written

DOCUMENT = ROOT / "docs/cli.md"


@pytest.mark.parametrize("name", ["errors.md", "cli.md"])
def test_a_generated_document_is_fresh(name: str) -> None:
    now = written()[ROOT / "docs" / name]
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == now, (
        f"run: python -m tests.docs (docs/{name} is stale)"
    )


def test_the_width_of_the_terminal_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written()
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert written() == before


def test_every_code_has_a_heading_and_reading_ones_an_example() -> None:
    text = errors()
    assert all(f"\n## {code}\n" in text for code in en.PROBLEMS)
    assert len(examples()) > 80


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_command_says_what_it_is_for_and_shows_an_example(words: tuple[str, ...]) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.split(f"\n## {' '.join(['kit', *words])}\n")[1].split("\n## ")[0]
    assert "Example" in section or not words, f"kit {' '.join(words)} --help shows no example"

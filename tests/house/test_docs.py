"""What the documentation must know: every field of a book, every command, every step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.build import STEPS
from kit.cli.app import ROOMS
from kit.domain.register import KINDS
from kit.reading.calendar import CALENDAR
from kit.reading.creditor import CREDITOR
from kit.reading.customers import CUSTOMER
from kit.reading.fields import Field, Record
from kit.reading.policy import POLICY, STAGE

ROOT = Path(__file__).parents[2]
BOOK = (ROOT / "docs/book.md").read_text(encoding="utf-8")


def keys(record: Record) -> set[str]:
    """Return every key that `record` and the records in it know."""
    found: set[str] = set()
    for field in record.fields:
        assert isinstance(field, Field)
        found.add(field.key)
        kind = field.kind
        while not isinstance(kind, Record) and hasattr(kind, "kind"):
            kind = kind.kind
        if isinstance(kind, Record):
            found |= keys(kind)
    return found


@pytest.mark.parametrize("record", [CUSTOMER, CREDITOR, POLICY, STAGE, CALENDAR], ids=lambda record: record.name)
def test_every_field_is_explained(record: Record) -> None:
    unexplained = {key for key in keys(record) if f"`{key}`" not in BOOK}
    assert not unexplained


def test_every_kind_of_entry_is_named() -> None:
    assert all(f"`{kind}`" in BOOK for kind in KINDS)


def test_every_command_stands_in_the_readme_or_the_docs() -> None:
    text = (ROOT / "README.md").read_text() + BOOK + (ROOT / "docs/how-it-works.md").read_text()
    assert all(re.search(rf"(kit|santun) {command}\b", text) for command in ROOMS)


def test_the_seven_steps_are_the_same_everywhere() -> None:
    text = (ROOT / "docs/how-it-works.md").read_text().lower()
    for number, step in enumerate(STEPS, 1):
        assert f"{number}. **{step}" in text


def test_links_between_documents_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"

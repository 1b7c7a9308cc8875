"""Every kind of paper that the kit lays out, once, for tests of what they have in common."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from kit import resources
from kit.build import prepare, prepare_casefile
from kit.cli.session import open_book
from kit.composing.documents import Sheet
from kit.output.pdf import Press
from tests.books import story_book
from tests.unit.composing.stories import COMPANY, STAGES, sheet, story
from tests.unit.composing.test_agreement import offered, papers

DAY = date(2026, 11, 23)


@cache
def sheets() -> dict[str, Sheet]:
    """Return the papers of the repository's book, a letter of each stage, agreements short and long."""
    found: dict[str, Sheet] = {}
    with tempfile.TemporaryDirectory() as place:
        folder = story_book(Path(place))
        session = open_book(folder, DAY, "en")
        made = [
            prepare(folder, session.files, session.book, DAY, session.books_voice),
            prepare_casefile(folder, session.files, session.book, DAY, "sentosa-jaya"),
        ]
        for prepared, _ in made:
            assert prepared is not None
            found |= {each.path: each.document for each in prepared.plan.files if isinstance(each.document, Sheet)}
    for stage in STAGES:
        for count in (1, 40):
            found[f"{stage.name}-{count}"] = sheet(story(stage, COMPANY, count).composed())
    for invoices, count in ((1, 3), (40, 36)):
        (found[f"agreement-{invoices}"],) = papers(offered(COMPANY, invoices, count))
    return found


@cache
def press() -> Press:
    """Return one press for all of them."""
    return Press(resources.fonts(), ("tagihan.sarirasa.example", "sarirasa.example"))


@cache
def printed() -> dict[str, bytes]:
    """Return all papers laid out."""
    found = {}
    for name, each in sheets().items():
        data, problems = press().render(each)
        assert problems == (), (name, problems)
        found[name] = data
    return found

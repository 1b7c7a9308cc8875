"""The repository's book of stories: twenty invented debtors, each at another point of the way."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.books import digests, run, story_book

#: What the book shows on its own day: verdict, stage, and a reason or need that makes the story.
STORIES = {
    "anugerah-pangan": ("hold", "reminder-1", "plan"),
    "bahari-jaya": ("clear", "thanks", "nothing-open"),
    "cahaya-papua": ("send", "due", "disputed"),
    "citra-boga": ("send", "reminder-2", "past-due"),
    "dapur-lestari": ("send", "upcoming", "due-soon"),
    "graha-rasa": ("wait", "somasi-1", "series"),
    "hotel-nusa": ("send", "slip-request", "awaiting-slip"),
    "karya-boga": ("blocked", "somasi-2", "series"),
    "kedai-senja": ("wait", "reminder-2", "past-due"),
    "lautan-boga": ("send", "firm", "promise"),
    "maju-jaya": ("send", "reminder-1", "past-due"),
    "mamur-grosir": ("send", "reminder-2", "past-due"),
    "mitra-dapur": ("send", "firm", "plan-broken"),
    "pesta-raya": ("send", "reminder-1", "awaits-acceptance"),
    "prima-niaga": ("send", "handover", "series"),
    "rasa-timur": ("clear", "thanks", "overpaid"),
    "sentosa-jaya": ("send", "somasi-2", "series"),
    "sumber-rejeki": ("send", "firm", "past-due"),
    "warung-bambu": ("hold", "due", "claim"),
    "warung-endang": ("send", "due", "past-due"),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_book(tmp_path_factory.mktemp("stories"))


@pytest.fixture(scope="module")
def rows(book: Path) -> dict[str, dict[str, object]]:
    data = json.loads(run("status", "--book", book, "--json").stdout)
    return {row["id"]: row for row in data["customers"]}


def test_every_debtor_has_a_story(rows: dict[str, dict[str, object]]) -> None:
    assert rows.keys() == STORIES.keys()


@pytest.mark.parametrize("customer", sorted(STORIES))
def test_each_story_stands_where_it_should(rows: dict[str, dict[str, object]], customer: str) -> None:
    verdict, stage, reason = STORIES[customer]
    row = rows[customer]
    assert (row["verdict"], row["stage"]) == (verdict, stage)
    reasons = json.dumps(row["reasons"])
    assert reason in reasons, reasons


def test_the_whole_book_builds_without_a_warning(book: Path) -> None:
    result = run("build", "--book", book)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    files = set(digests(book / "build"))
    papers = ("sentosa-jaya/somasi-2.pdf", "prima-niaga/handover.pdf", "sumber-rejeki/firm.pdf", "lautan-boga/firm.pdf")
    assert {f"letters/{paper}" for paper in papers} <= files
    assert [each for each in files if "karya-boga" in each] == ["desk/customers/karya-boga.html"]
    chats = {
        name: (book / f"build/outbox/{name}/firm/whatsapp.txt").read_text() for name in ("mitra-dapur", "lautan-boga")
    }
    assert "Cicilan ke-2 menurut perjanjian 21 September 2026 belum" in chats["mitra-dapur"]
    assert "janji tanggal 12 November 2026 belum kami terima" in chats["lautan-boga"]


@pytest.mark.parametrize("days", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233])
def test_it_builds_on_every_day_from_its_newest_entry_on(book: Path, days: int) -> None:
    newest = max(
        dt.date.fromisoformat(line.split('"')[1])
        for path in (book / "data/register").glob("*.yaml")
        for line in path.read_text().splitlines()
        if line.startswith("  date:")
    )
    result = run("plan", "--book", book, "--as-of", newest + dt.timedelta(days))
    assert result.exit_code == 0, result.output


def test_the_wording_and_the_messages_of_the_book_have_nothing_to_mend(book: Path) -> None:
    given = run("lint", "--book", book, "--as-of", "2026-11-23")
    assert given.exit_code == 0, given.output

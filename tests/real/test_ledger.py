"""A public ledger of 2,466 invoices: the main job on books that nobody here made."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from tests.books import REAL, run
from tests.real.convert import convert, rupiah, us_date

pytestmark = pytest.mark.skipif(not REAL.exists(), reason=f"the real ledger is not at {REAL}")
DAY = date(2013, 1, 31)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    assert convert(REAL, folder) == 100
    return folder


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with REAL.open(newline="") as file:
        return list(csv.DictReader(file))


def test_the_figures_of_the_ledger(book: Path) -> None:
    data = json.loads(run("status", "--book", book, "--as-of", DAY, "--json").stdout)
    assert data["open_invoices"] == 94
    assert data["outstanding"] == 584_687_000
    assert data["past_due_invoices"] == 15
    assert data["past_due_customers"] == 14
    assert data["past_due"] == 102_668_000
    assert data["unallocated"] == 0


def test_the_same_figures_counted_from_the_file_itself(book: Path, rows: list[dict[str, str]]) -> None:
    for day in (date(2012, 3, 15), date(2012, 12, 31), DAY, date(2013, 8, 1)):
        opened = [row for row in rows if us_date(row["InvoiceDate"]) <= day < us_date(row["SettledDate"])]
        late = [row for row in opened if us_date(row["DueDate"]) < day]
        data = json.loads(run("status", "--book", book, "--as-of", day, "--json").stdout)
        assert data["open_invoices"] == len(opened)
        assert data["outstanding"] == sum(rupiah(row["InvoiceAmount"]) for row in opened)
        assert data["past_due_invoices"] == len(late)
        assert data["past_due"] == sum(rupiah(row["InvoiceAmount"]) for row in late)


def test_the_build_of_the_day(book: Path, rows: list[dict[str, str]]) -> None:
    result = run("build", "--book", book, "--as-of", DAY)
    assert result.exit_code == 0, result.output
    sets: dict[str, set[str]] = defaultdict(set)
    manifest = json.loads((book / "build/manifest.json").read_text())
    for file in manifest["files"]:
        kind, _, rest = file["path"].partition("/")
        if kind in ("outbox", "letters"):
            sets[file["customer"]].add(rest.split("/")[1].removesuffix(".pdf"))
    assert all(len(stages) == 1 for stages in sets.values()), "more than one set for a customer"

    opened, claimed = set(), set()
    for row in rows:
        who = row["customerID"].lower()
        if us_date(row["InvoiceDate"]) <= DAY < us_date(row["SettledDate"]):
            opened.add(who)
            disputed = row["Disputed"] == "Yes" and us_date(row["SettledDate"]) > us_date(row["DueDate"])
            if us_date(row["DueDate"]) < DAY and not disputed:
                claimed.add(who)
    assert set(sets) <= opened, "somebody who has settled everything got a message"
    reminded = {who for who, (stage,) in sets.items() if stage != "upcoming"}
    assert reminded == claimed
    pages = [file for file in manifest["files"] if file["path"].startswith("site/") and file["customer"]]
    assert len(pages) == 100

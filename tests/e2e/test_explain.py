"""`kit explain`: readable at a hundred columns on every day, in both languages; no names in what a program reads."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kit.cli.explaining import as_data, as_text
from kit.cli.sayings import Sayings
from kit.cli.session import Session
from kit.domain.cases import cases
from kit.reading.book import read
from tests.books import ROOT, run, story_book
from tests.conftest import Golden

GOLDEN = ROOT / "tests/golden/explain"
#: Sixty days, every fourth from before the first late invoice of the book to long after its own day.
DAYS = tuple(dt.date(2026, 6, 1) + dt.timedelta(4 * n) for n in range(60))


@pytest.fixture(scope="module")
def session() -> Session:
    files, book, _ = read(ROOT)
    assert book is not None
    return Session(ROOT, files, book, DAYS[0], Sayings("en"), DAYS[0])


def on(session: Session, day: dt.date, lang: str) -> Session:
    return Session(session.folder, session.files, session.book, day, Sayings(lang), day)


@pytest.mark.parametrize("customer", ["maju-jaya", "karya-boga", "anugerah-pangan", "rasa-timur", "cahaya-papua"])
def test_the_whole_explanation(golden: Golden, customer: str) -> None:
    golden(GOLDEN / f"{customer}.txt", run("explain", customer, "--book", ROOT, "--lang", "en").stdout)


def test_the_whole_explanation_in_indonesian(golden: Golden) -> None:
    golden(GOLDEN / "sumber-rejeki-id.txt", run("explain", "sumber-rejeki", "--book", ROOT, "--lang", "id").stdout)


def test_what_a_program_reads(golden: Golden) -> None:
    golden(GOLDEN / "maju-jaya.json", run("explain", "maju-jaya", "--book", ROOT, "--json", "--lang", "en").stdout)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_story_is_explained_on_every_day(session: Session, day: dt.date) -> None:
    keys = set()
    for case in cases(session.book, day):
        contact = case.customer.contact
        private = [case.customer.name, contact.name, contact.call_as, contact.formal, contact.email, contact.whatsapp]
        for lang in ("en", "id"):
            there = on(session, day, lang)
            text = as_text(there, case)
            assert max(map(len, text.splitlines())) <= 100
            data = as_data(there, case)
            assert [each for each in private if each and each in data] == []
            found = json.loads(data)
            keys.add(tuple(found))
            for bill in found["invoices"]:
                left = bill["amount"] + sum(row["amount"] for row in bill["charges"])
                assert bill["outstanding"] == left - sum(each["amount"] for each in bill["applied"])
            money = found["unallocated_from"]
            came = money["payments"] + money["credit_notes"] + money["slips"]
            assert found["unallocated"] == came - money["settled"] - money["refunded"]
    assert len(keys) == 1


def test_every_source_is_a_line_of_the_book(session: Session) -> None:
    for case in cases(session.book, session.book.creditor.as_of or DAYS[-1]):
        found = json.loads(as_data(on(session, case.statement.as_of, "en"), case))
        for each in (*found["invoices"], *found["entries"]):
            path, line = each["source"].rsplit(":", 1)
            words = (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert str(each.get("number") or each.get("date") or each.get("amount"))[:4] in words or "- " in words


def test_nobody_who_took_cash_is_named_to_a_program(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    path = book / "data/customers/maju-jaya.yaml"
    told = '\nholds:\n  - {since: 2026-11-20, reason: "Pak Rahasia sakit"}\n'
    path.write_text(path.read_text(encoding="utf-8") + told, encoding="utf-8")
    assert "Pak Rahasia" in run("explain", "maju-jaya", "--book", book, "--lang", "en").stdout
    data = run("explain", "maju-jaya", "--book", book, "--json").stdout
    assert json.loads(data)["reasons"][0]["code"] == "hold-manual"
    assert "Rahasia" not in data

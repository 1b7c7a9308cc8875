"""Papers beside a page: names that are safe and nobody's twice, one file for an invoice in parts."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from kit.composing.papers import Copy, Shelf, shelf
from kit.domain.calendar import Calendar
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Link
from kit.domain.policy import STANDARD, Policy
from tests.builders import DAY, creditor, customer, invoice, register
from tests.unit.domain.test_handedout import issued

MANY = customer(
    invoice("INV/1"), invoice("INV-1"), invoice("inv 1"), invoice("P-1", part_of="P"), invoice("P-2", part_of="P")
)
LINK = MappingProxyType({"budi": Link("T" * 24, date(2026, 11, 1))})


def test_every_copy_has_a_name_of_its_own_and_parts_share_one() -> None:
    book = Book(creditor(), Policy(ladders={"standard": STANDARD}), Calendar({}), (MANY,), {}, LINK)
    statement = statement_of_account(MANY, DAY)
    copies = {
        "INV/1": Copy("a.pdf", "1"), "INV-1": Copy("b.PDF", "2"), "inv 1": Copy("c.pdf", "3"),
        "P-1": Copy("p.jpg", "4"), "P-2": Copy("p.jpg", "4"),
    }  # fmt: skip
    found = shelf(book, MANY, statement, statement.lines, copies)
    names = [each.path.removeprefix(f"site/{'T' * 24}/documents/") for each in found.files]
    assert sorted(names) == ["INV-1-2.pdf", "INV-1.pdf", "P.jpg", "inv-1-3.pdf"]
    assert found.copies["P-1"] == found.copies["P-2"] == "documents/P.jpg"
    assert len(set(found.copies.values())) == 4


def test_papers_are_named_and_nobody_without_a_link_has_any() -> None:
    registers = {"budi": register(issued("receipt", "003/KW/XI/2026"), issued("settlement", "004/SKL/XI/2026"))}
    book = Book(creditor(), Policy(ladders={"standard": STANDARD}), Calendar({}), (MANY,), registers, LINK)
    statement = statement_of_account(MANY, DAY)
    found = shelf(book, MANY, statement, (), {})
    assert [each["title"] for each in found.issued] == ["Surat keterangan lunas", "Kuitansi"]
    assert [each.source for each in found.files] == [
        "data/issued/budi/004/SKL/XI/2026.pdf",
        "data/issued/budi/003/KW/XI/2026.pdf",
    ]
    assert found.issued[1]["file_link"] == "documents/003-KW-XI-2026.pdf"
    without = Book(creditor(), Policy(), Calendar({}), (MANY,), registers, {})
    assert shelf(without, MANY, statement, (), {}) == Shelf()

"""Papers that last and can be read aloud: PDF/A-3a and PDF/UA-1 in one file, and nothing torn apart at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from kit.domain.policy import STANDARD
from tests.unit.composing.stories import COMPANY, sheet, story
from tests.unit.composing.test_agreement import offered, papers
from tests.unit.output.papers import press, printed, sheets
from tests.unit.output.pdfrules import elements, faults

#: How many invoices a letter lists; the others run with the long tests.
COUNTS = [
    pytest.param(count, marks=() if count in (1, 3, 4, 5, 6, 14, 15, 16, 40, 41) else pytest.mark.long)
    for count in range(1, 46)
]


def pages(data: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def test_every_paper_keeps_the_rules_of_both_standards() -> None:
    assert {name: found for name, data in printed().items() if (found := faults(data))} == {}


@pytest.mark.parametrize("name", ["firm-40", "agreement-40", "lawyers/prima-niaga/01-ringkasan.pdf"])
def test_another_checker_finds_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed()[name])
    report = pdfua.validate(str(tmp_path / "a.pdf"))
    assert report.findings == ()


def spoil_root(key: str) -> Callable[[Any], None]:
    return lambda pdf: pdf.Root.__delitem__(key)


def spoil_first(kind: str, change: Callable[[Any], None]) -> Callable[[Any], None]:
    return lambda pdf: change(next(each for found, each, _ in elements(pdf) if found == kind))


def spoil_packet(old: bytes, new: bytes) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return change


def spoil_fonts(key: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and key in each:
                del each[key]

    return change


def untag(pdf: Any) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(re.sub(rb"/\w+\s(<<[^>]*>>\s)?B[DM]C|EMC", b"", page.Contents.read_bytes()))


def attach(pdf: Any) -> None:
    pdf.attachments["x.txt"] = b"x"


@pytest.mark.parametrize(("expected", "spoil"), [
    ("A 6.2.3: one RGB", spoil_root("/OutputIntents")),
    ("UA 6.2", spoil_root("/MarkInfo")),
    ("UA 7.2: language", spoil_root("/Lang")),
    ("UA 7.1: shows", spoil_root("/ViewerPreferences")),
    ("A 6.8", attach),
    ("A 6.6.4", spoil_packet(b'pdfaid:conformance="A"', b'pdfaid:conformance="B"')),
    ("UA 5", spoil_packet(b'pdfuaid:part="1"', b'pdfuaid:part="2"')),
    ("A 6.6.2.3", spoil_packet(b">pdfuaid<", b">other<")),
    ("UA 7.1: one title", spoil_packet(b"</rdf:li></rdf:Alt>", b" dua</rdf:li></rdf:Alt>")),
    ("A 6.2.11.7", spoil_fonts("/ToUnicode")),
    ("A 6.2.11.4", spoil_fonts("/FontFile2")),
    ("UA 7.1: TJ outside", untag),
    ("UA 7.5: a head that", spoil_first("/TH", lambda each: each.__delitem__("/A"))),
    ("UA 7.2: /P below", spoil_first("/TR", lambda each: each.__setitem__("/S", pikepdf.Name.P))),
    ("UA 7.2: rows", spoil_first("/TD", lambda each: each.__setitem__("/A", pikepdf.Dictionary(ColSpan=9)))),
    ("UA 7.4.2", spoil_first("/H1", lambda each: each.__setitem__("/S", pikepdf.Name.H3))),
    ("UA 7.3", spoil_first("/P", lambda each: each.__setitem__("/S", pikepdf.Name.Figure))),
])  # fmt: skip
def test_the_rules_see_what_breaks_them(expected: str, spoil: Callable[[Any], None]) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(printed()["firm-40"])) as pdf:
        spoil(pdf)
        pdf.save(made)
    assert any(each.startswith(expected) for each in faults(made.getvalue()))


def test_a_reader_lists_the_paper_by_its_subject_and_its_headings() -> None:
    def outline(name: str) -> list[str]:
        flat: list[str] = []

        def walk(entries: list[Any]) -> None:
            for each in entries:
                if isinstance(each, list):
                    walk(each)
                else:
                    assert isinstance(each, Destination)
                    flat.append(str(each.title))

        walk(PdfReader(BytesIO(printed()[name])).outline)
        return flat

    assert outline("firm-1") == ["Permintaan pelunasan invoice INV/2026/0912"]
    somasi = outline("letters/sentosa-jaya/somasi-2.pdf")
    assert somasi[0].startswith("Somasi II (Kedua)")
    assert somasi[-1] == "Tanda terima"
    assert outline("agreement-1")[:3] == ["Perjanjian Cicilan", "Pasal 1", "Pengakuan Utang"]


def test_title_author_and_nothing_that_changes_from_run_to_run() -> None:
    information = PdfReader(BytesIO(printed()["firm-1"])).metadata
    assert information is not None
    assert information.author == "PT Sari Rasa Nusantara"
    assert information.title == sheets()["firm-1"].title
    assert information.creation_date is None
    assert information.modification_date is None


def test_a_table_that_only_arranges_is_read_as_plain_text() -> None:
    with pikepdf.open(BytesIO(printed()["agreement-1"])) as pdf:
        found = [kind for kind, _, _ in elements(pdf)]
    # Parties, invoices, schedule; the two that make room for signatures are none.
    assert found.count("/Table") == 3


def test_no_row_is_cut() -> None:
    for name, each in sheets().items():
        tables = [table for table in re.findall(r"<table.*?</table>", each.html, re.DOTALL) if "<th" in table]
        written = sum("<td" in row for table in tables for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL))
        with pikepdf.open(BytesIO(printed()[name])) as pdf:
            rows: list[Any] = [row for kind, row, _ in elements(pdf) if kind == "/TR"]
            drawn = sum(any(str(cell.S) == "/TD" for cell in row.K) for row in rows)
        assert (name, drawn) == (name, written)


@pytest.mark.parametrize(("name", "head"), [
    ("firm-40", "Sisa tagihan"), ("reminder-1-40", "Sisa tagihan"), ("thanks-40", "Lunas pada"),
])  # fmt: skip
def test_a_table_says_its_heads_on_every_page(name: str, head: str) -> None:
    with_rows = [page for page in pages(printed()[name]) if len(re.findall(r"INV/2026/\d{4}", page)) > 1]
    assert len(with_rows) > 1
    assert all(head in page for page in with_rows)


@pytest.mark.parametrize("count", COUNTS)
def test_a_signature_never_stands_alone(count: int) -> None:
    data, problems = press().render(sheet(story(STANDARD.stages[4], COMPANY, count).composed()))
    assert problems == ()
    (last,) = [page for page in pages(data) if "Hormat kami" in page]
    assert "Rina Kartikasari" in last
    before = last[: last.index("Hormat kami")]
    assert len(before.split()) > 15


@pytest.mark.parametrize(("invoices", "rows"), [(1, 2), (1, 5), (2, 8), (3, 12), (5, 10), (7, 20), (11, 36), (25, 24)])
def test_the_hands_the_stamp_and_the_witnesses_share_a_page(invoices: int, rows: int) -> None:
    (paper,) = papers(offered(COMPANY, invoices, rows))
    data, problems = press().render(paper)
    assert problems == ()
    (deed,) = [page for page in pages(data) if "menulis dengan tangan" in page]
    for each in ("Meterai", "Ratna Wijaya", "Rina Kartikasari", "Saksi-saksi", "Tanda tangan:"):
        assert each in deed
    assert "Perjanjian ini dibuat dalam rangkap" in deed

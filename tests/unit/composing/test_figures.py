"""Every figure of the ledger on every paper: a reader can follow amount + fees - reductions - discussed = asked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kit.basics.money import format_number, format_rupiah
from kit.composing.agreement import agreement_sheet
from kit.composing.assets import Assets
from kit.composing.fees import fees_of, how, rate
from kit.domain.charges import ChargeRow, Fee, Per
from kit.domain.entries import CreditNote, PrincipalFirst, TaxSlip, WriteOff
from kit.domain.instalments import Instalment
from kit.domain.invoices import Contract, Discount, Invoice, Withholding
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Dispute, Official, Payment
from kit.domain.plans import Charges, Plan
from kit.domain.policy import STANDARD, THANKS, Channel, SomasiRules, Stage
from kit.domain.statement import Line
from kit.domain.verdict import occasion
from tests.unit.composing.somasi_stories import paper
from tests.unit.composing.stories import AS_OF, COMPANY, CREDITOR, WORDING, Story, texts, told
from tests.unit.composing.test_compose import seen

PERMIL = Fee(Per.DAY, Fraction(1, 1000), cap=Fraction(5, 100))
CONTRACT = Contract("12/PKS/2026", late_fee_clause="Pasal 7", late_fees=(PERMIL,))
STAGES = {stage.name: stage for stage in STANDARD.stages}
FIRM, REMINDER = STAGES["firm"], STAGES["reminder-1"]
DUE = AS_OF - dt.timedelta(24)


def bill(place: int = 0, **more: Any) -> Invoice:
    number, amount = f"INV/2026/{912 + place:04}", 10_000_000 + 137_001 * place
    return Invoice(number, DUE - dt.timedelta(30), DUE, amount, **more)


def who(*invoices: Invoice, **more: Any) -> Customer:
    return replace(COMPANY, invoices=invoices, **more)


FEES = who(bill(contract=CONTRACT), payments=(Payment(DUE + dt.timedelta(10), 3_000_000),))
TAX = who(bill(withholding=Withholding(200_000)), slips=(TaxSlip("BP-1", DUE, 200_000, "INV/2026/0912"),))
OFF = who(bill(), write_offs=(WriteOff(AS_OF, "INV/2026/0912", "selisih", 12_345),))
PART = who(bill(), disputes=(Dispute("INV/2026/0912", AS_OF, amount=1_500_000),))
CREDIT = who(bill(), credit_notes=(CreditNote("NK-1", DUE, 250_000, "INV/2026/0912"),))
EARNED = who(
    bill(discounts=(Discount(DUE, 300_000),)),
    replace(bill(1), number="INV/2026/0913"),
    payments=(Payment(DUE, 9_700_000, ("INV/2026/0912",)),),
)
EVERYTHING = who(
    bill(contract=CONTRACT, withholding=Withholding(200_000)),
    credit_notes=(CreditNote("NK-1", DUE, 250_000, "INV/2026/0912"),),
    payments=(Payment(DUE + dt.timedelta(10), 3_000_000),),
    slips=(TaxSlip("BP-1", DUE, 200_000, "INV/2026/0912"),),
    write_offs=(WriteOff(AS_OF, "INV/2026/0912", "selisih", 12_345),),
    disputes=(Dispute("INV/2026/0912", AS_OF, amount=1_500_000),),
)
MANY = who(*(bill(place, contract=CONTRACT) for place in range(40)))
STORIES = {
    "fees": FEES, "tax": TAX, "write-off": OFF, "part in dispute": PART, "credit note": CREDIT,
    "discount": EARNED, "everything": EVERYTHING, "forty": MANY,
}  # fmt: skip
BOTH = pytest.mark.parametrize("stage", [REMINDER, FIRM], ids=lambda stage: stage.name)
EACH = pytest.mark.parametrize("name", STORIES)


def composed(name: str, stage: Stage) -> tuple[Story, dict[str, str]]:
    made = told(STORIES[name], stage)
    return made, {what: seen(what, text) for what, text in texts(made.composed()).items()}


def parts(line: Line) -> list[int]:
    """Return every figure between the amount of a line and what is asked for."""
    named = (line.charged, line.paid, line.credited, line.withheld, line.discounted, line.written_off)
    return [each for each in (*named, line.disputed_part) if each]


@EACH
@BOTH
def test_every_figure_of_the_statement_is_on_every_long_paper(name: str, stage: Stage) -> None:
    made, found = composed(name, stage)
    for what in ("mail text", "mail html", "letter", "page"):
        text = " ".join(found[what].split())
        for line in made.statement.overdue:
            assert format_number(line.claim) in text, (what, line.invoice.number)
            for amount in parts(line):
                assert format_number(amount) in text, (what, amount)
    total = format_rupiah(made.statement.claim)
    for what in ("mail text", "mail html", "letter", "page", "chat", "call sheet"):
        assert total in found[what], what


@EACH
def test_the_rows_add_up_to_the_total(name: str) -> None:
    made, _ = composed(name, FIRM)
    lines = made.statement.overdue
    assert sum(line.claim for line in lines) == made.statement.claim
    for line in lines:
        assert line.invoice.amount + 2 * line.charged - sum(parts(line)) == line.claim


@EACH
@BOTH
def test_the_columns_of_the_letter_add_up(name: str, stage: Stage) -> None:
    made, _ = composed(name, stage)
    html = texts(made.composed())["letter"]
    table = html[html.index('<table class="invoices') :].split("</table>")[0]
    rows = [
        re.findall(r'<td class="right">([^<]*)</td>', row)
        for row in re.findall(r"<tr(?: class=\"noted\")?><td>.*?</tr>", table)
    ]
    asked = 0
    for line, cells in zip(made.statement.overdue, rows, strict=True):
        figures = [int(cell.replace(".", "")) if cell != "–" else 0 for cell in cells[1:]]
        amount, *charged, deducted, remaining = figures
        assert amount + sum(charged) - deducted == remaining == line.claim
        asked += remaining
    assert asked == made.statement.claim


def test_a_late_fee_names_its_clause_and_how_it_was_counted() -> None:
    made, found = composed("fees", REMINDER)
    (line,) = made.statement.overdue
    assert [(row.days, row.base) for row in line.charges] == [(10, 10_000_000), (14, 7_100_000)]
    for what in ("mail text", "mail html", "letter", "page"):
        text = " ".join(found[what].split())
        assert "Pasal 7 kontrak nomor 12/PKS/2026" in text, what
        assert "1 permil per hari × 10 hari × Rp10.000.000, dihitung sejak 31 Oktober 2026" in text, what
        assert "etiap baris dibulatkan ke rupiah terdekat" in text, what
    assert "Di dalamnya denda *Rp199.400* menurut Pasal 7 kontrak nomor 12/PKS/2026." in found["chat"]


@EACH
@BOTH
def test_no_line_of_a_plain_mail_is_too_long(name: str, stage: Stage) -> None:
    text = composed(name, stage)[1]["mail text"]
    assert [line for line in text.splitlines() if len(line) > 78 and " " in line.strip()] == []


def test_a_wrapped_fee_keeps_its_indent() -> None:
    text = composed("fees", REMINDER)[1]["mail text"]
    assert (
        "    1 permil per hari × 10 hari × Rp10.000.000, dihitung sejak 31\n"
        "    Oktober 2026; 1 permil"
    ) in text  # fmt: skip


def test_a_firm_letter_prints_the_computation_whose_rows_add_up() -> None:
    for name in ("fees", "everything", "forty"):
        made, _ = composed(name, FIRM)
        html = texts(made.composed())["letter"]
        table = html[html.index("invoices fees") :].split("</table>")[0]
        cells = re.findall(r'<td class="right">([0-9.]+)</td></tr>', table)
        *rows, total = (int(each.replace(".", "")) for each in cells)
        assert sum(rows) == total == sum(line.charged for line in made.statement.overdue)
        assert "Pasal 7" in html


def test_without_a_clause_nobody_speaks_of_a_fee() -> None:
    bare = replace(CONTRACT, late_fee_clause=None)
    for what, text in texts(told(who(bill(contract=bare)), FIRM).composed()).items():
        assert "denda" not in seen(what, text).lower(), what


def test_a_part_in_dispute_is_said_not_to_be_asked() -> None:
    _, found = composed("part in dispute", FIRM)
    for what in ("mail text", "mail html", "letter", "chat"):
        assert "tidak termasuk" in " ".join(found[what].split()), what
    assert "Rp1.500.000 masih kita bahas dan tidak termasuk." in found["page"]
    assert "Rp8.500.000" in found["page"]


def test_plain_letters_have_neither_column_nor_note() -> None:
    html = texts(told(who(bill()), FIRM).composed())["letter"]
    assert "Denda" not in html
    assert "Pengurang" not in html
    assert 'class="note"' not in html


@pytest.mark.parametrize(
    ("fee", "text"),
    [
        (PERMIL, "1 permil per hari"),
        (Fee(Per.DAY, Fraction(1, 2000)), "0,5 permil per hari"),
        (Fee(Per.MONTH, Fraction(2, 100)), "2% per 30 hari"),
        (Fee(Per.YEAR, Fraction(1, 12)), "25/3% per tahun (365 hari)"),
        (Fee(Per.ONCE, Fraction(15, 1000)), "satu kali 1,5%"),
        (Fee(Per.ONCE, amount=50_000), "satu kali"),
    ],
)
def test_a_rate_reads_as_a_contract_writes_it(fee: Fee, text: str) -> None:
    assert rate(fee) == text


def test_a_row_that_reached_its_cap_says_so() -> None:
    row = ChargeRow(PERMIL, DUE, AS_OF, 10_000_000, 500_000, capped=True)
    assert how(row).endswith("dihitung sejak 30 Oktober 2026, sampai batas tertingginya")
    assert how(replace(row, fee=Fee(Per.ONCE, amount=50_000))) == "satu kali, 30 Oktober 2026"


def test_many_contracts_are_named_in_the_table_only() -> None:
    bills = [bill(place, contract=replace(CONTRACT, number=f"{place}/PKS")) for place in range(3)]
    fees = fees_of(statement_of_account(who(*bills), AS_OF).lines)
    assert fees["basis"] == "klausul keterlambatan dalam kontrak masing-masing"
    assert "Pasal 7 kontrak nomor 2/PKS" in str(fees["rows"])


def test_beyond_two_hundred_invoices_the_rest_is_one_row() -> None:
    bills = [bill(place, contract=CONTRACT) for place in range(203)]
    lines = statement_of_account(who(*bills), AS_OF).lines
    fees = fees_of(lines)
    assert (fees["rest"], fees["total"]) == ("3", format_rupiah(sum(line.charged for line in lines)))
    assert fees["rest_number"] == format_number(sum(line.charged for line in lines[200:]))


@EACH
@pytest.mark.parametrize("stage", ["somasi-1", "handover"])
def test_the_computation_of_a_somasi_adds_up(name: str, stage: str) -> None:
    made = legal_story(name, stage)
    html = paper(made, "").html
    table = html[html.index('<table class="sum">') :].split("</table>")[0]
    named = re.findall(r'<th scope="row">([^<]*)</th><td class="figure">Rp([0-9.]+)</td>', table)
    sums = {what: int(amount.replace(".", "")) for what, amount in named}
    total = sums.pop("Sisa kewajiban")
    assert sums.pop("Pokok") + 2 * sums.get("Denda", 0) - sum(sums.values()) == total == made.statement.claim
    assert ("Pasal 1397" in html) is ("Pembayaran untuk denda" in table)
    assert ("bunga dan denda tidak termasuk" in html) is ("Denda" not in table)


@pytest.mark.parametrize(("stage", "switched", "told"), [("handover", False, True), ("somasi-1", False, False),
                                                         ("somasi-1", True, True), ("handover", True, True)])  # fmt: skip
def test_six_per_cent_by_law_is_a_note_for_counsel(stage: str, switched: bool, told: bool) -> None:
    made = legal_story("credit note", stage, switched=switched)
    html = paper(made, "").html
    # 9.750.000 x 6 % x 24 / 365
    assert ("Rp38.466" in html) is told
    assert ("Staatsblad 1848 Nomor 22" in html) is told
    assert "Rp9.750.000" in html
    assert "Rp9.788.466" not in html
    assert ("akan menuntut" in html) is (switched and stage == "somasi-1")


def test_where_a_fee_was_agreed_no_interest_by_law_is_noted() -> None:
    assert "Staatsblad" not in paper(legal_story("fees", "handover"), "").html


def test_an_agreement_shows_the_fees_in_what_is_owed() -> None:
    (line,) = statement_of_account(FEES, AS_OF).lines
    plan = Plan(AS_OF, AS_OF, (line.invoice.number,), line.outstanding, (Instalment(AS_OF, line.outstanding),))
    made = told(FEES, None)
    sheet, problems = agreement_sheet(made.book, FEES, plan, AS_OF, WORDING, Assets(), "x.pdf")
    assert problems == ()
    assert sheet is not None
    text = seen("letter", sheet.html)
    for figure in ("10.000.000", "199.400", "3.000.000", "7.199.400", "Pasal 7 kontrak nomor 12/PKS/2026"):
        assert figure in text


@pytest.mark.parametrize("charges", Charges)
@pytest.mark.parametrize(("story", "charged"), [(FEES, True), (OFF, False)], ids=["fees", "none"])
def test_an_agreement_says_what_becomes_of_late_fees(story: Customer, charged: bool, charges: Charges) -> None:
    (line,) = statement_of_account(story, AS_OF).lines
    due = (Instalment(AS_OF, line.outstanding),)
    plan = Plan(AS_OF, AS_OF, (line.invoice.number,), line.outstanding, due, charges=charges)
    sheet, _ = agreement_sheet(told(story, None).book, story, plan, AS_OF, WORDING, Assets(), "x.pdf")
    assert sheet is not None
    text = " ".join(seen("letter", sheet.html).split())
    assert ("termasuk denda keterlambatan sampai dengan" in text) is charged
    assert ("tidak memuat bunga atau denda" in text) is not charged
    assert ("tidak mengenakan denda keterlambatan" in text) is (charged and charges is Charges.WAIVED)
    assert ("diperhitungkan kembali" in text) is (charged and charges is Charges.WAIVED)


@pytest.mark.parametrize(("extra", "told_of"), [(150_000, True), (9_999, False), (0, False)])
def test_money_beyond_all_invoices_is_told_kindly_and_never_as_a_debt(extra: int, told_of: bool) -> None:
    paid = who(bill(), payments=(Payment(AS_OF, 10_000_000 + extra),))
    made = told(paid, THANKS)
    assert made.statement.unallocated == extra
    for what, text in texts(made.composed()).items():
        if what in ("chat", "mail text", "mail html", "letter", "page"):
            words = " ".join(seen(what, text).split())
            assert ("elebihan pembayaran sebesar" in words) is told_of, what
            assert (format_rupiah(extra) in words) is (told_of or (what == "page" and extra > 0)), what
            assert "perlu dibayar sekarang" not in words


def legal_story(name: str, stage: str, *, switched: bool = False) -> Story:
    made = told(STORIES[name], FIRM, signatories={**CREDITOR.signatories, "somasi": Official("Hendra", "Direktur")})
    send = occasion(made.verdict)
    assert send is not None
    rules = replace(made.book.policy, somasi=SomasiRules(statutory_interest=switched))
    to_court = replace(send, stage=STAGES[stage], channels=(Channel.LETTER,))
    return replace(made, book=replace(made.book, policy=rules), verdict=to_court)


def test_with_consent_money_settles_principal_and_fees_stay() -> None:
    consented = replace(FEES, principal_first=PrincipalFirst(DUE, "surat 3/IX"))
    (line,) = statement_of_account(consented, AS_OF).lines
    assert (line.charges_left, line.charged) == (line.charged, 198_000)

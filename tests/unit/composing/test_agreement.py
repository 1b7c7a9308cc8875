"""The instalment agreement: who is bound, what is owed, the schedule; made only while it can be signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kit.composing.documents import Sheet
from kit.domain.instalments import Every, equal, schedule
from kit.domain.model import Customer, Invoice, LegalForm, Official, Payment
from kit.domain.plans import Plan
from tests.conftest import Golden
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, told
from tests.unit.composing.test_compose import lines

GOLDEN = Path(__file__).parents[2] / "golden/composing"


def offered(who: Customer = COMPANY, invoices: int = 1, count: int = 3, **changes: object) -> Customer:
    """Return `who` with a plan offered today over this many invoices."""
    bills = tuple(
        Invoice(f"INV/2026/{900 + n:04}", dt.date(2026, 9, 1), dt.date(2026, 9, 30), 10_500_000 + n)
        for n in range(invoices)
    )
    total = sum(each.amount for each in bills)
    rows, problems = schedule(total, equal(total, count, 1_000), dt.date(2026, 12, 31), Every())
    assert not problems
    plan = Plan(AS_OF, AS_OF + dt.timedelta(14), tuple(each.number for each in bills), total, rows)
    return replace(who, invoices=bills, plans=(replace(plan, **changes),))  # type: ignore[arg-type]


def papers(who: Customer) -> list[Sheet]:
    return [each for each in told(who, None).composed() if isinstance(each, Sheet)]


@pytest.mark.parametrize(("name", "who"), [
    ("company", COMPANY),
    ("person", PERSON),
    ("ud", replace(COMPANY, name="UD Budi Jaya", form=LegalForm.UD, liable=Official("Budi Santoso, S.H.", "Pemilik"))),
    ("cv", replace(COMPANY, name="CV Budi Jaya", form=LegalForm.CV, liable=Official("Budi Santoso, S.H.", "Sekutu Aktif"))),
])  # fmt: skip
def test_the_agreement_reads_as_its_golden(name: str, who: Customer, golden: Golden) -> None:
    (paper,) = papers(offered(who))
    assert paper.path == f"letters/{who.id}/agreement.pdf"
    golden(GOLDEN / f"agreement-{name}.txt", lines(paper.html) + "\n")


def test_nobody_liable_leaves_a_line_to_fill_in() -> None:
    (paper,) = papers(offered(replace(COMPANY, liable=None)))
    assert "Diwakili oleh</th><td>:</td><td>………" in paper.html


@pytest.mark.parametrize("sent", [None, AS_OF])
def test_a_draft_with_an_open_number_until_it_is_issued(sent: dt.date | None) -> None:
    (paper,) = papers(offered(sent=sent))
    assert 'class="draft"' in paper.html
    assert "Nomor: ……/PC/XI/2026" in paper.html


@pytest.mark.parametrize("changes", [
    {"signed": AS_OF}, {"ended": AS_OF}, {"offered": AS_OF + dt.timedelta(1)}, {"valid_until": AS_OF - dt.timedelta(1)},
])  # fmt: skip
def test_nothing_to_sign_no_paper(changes: dict[str, object]) -> None:
    assert papers(offered(COMPANY, 1, 3, **changes)) == []


def test_a_plan_over_another_sum_than_was_open_gets_none() -> None:
    who = replace(offered(), payments=(Payment(AS_OF, 500_000),))
    documents, problems = told(who, None).tried()
    assert not [each for each in documents if isinstance(each, Sheet)]
    assert [problem.code for problem in problems] == ["plan-total-differs"]


def test_every_row_adds_up_on_paper() -> None:
    (paper,) = papers(offered(invoices=40, count=36))
    assert paper.html.count("<tr><td>INV/") == 40
    assert paper.html.count("Sisa Utang sesudahnya") == 1
    plan = offered(invoices=40, count=36).plans[0]
    assert f"{plan.total:,}".replace(",", ".") in paper.html
    assert len(plan.instalments) == 36


def test_two_offers_have_two_papers() -> None:
    who = offered(invoices=2)
    (plan,) = who.plans
    parts = []
    for bill in who.invoices:
        rows, _ = schedule(bill.amount, equal(bill.amount, 2), dt.date(2026, 12, 31), Every())
        parts.append(replace(plan, invoices=(bill.number,), total=bill.amount, instalments=rows))
    assert [each.path for each in papers(replace(who, plans=tuple(parts)))] == [
        "letters/maju-jaya/agreement.pdf",
        "letters/maju-jaya/agreement-2.pdf",
    ]


def test_no_stamp_is_ever_drawn_and_no_article_cited() -> None:
    (paper,) = papers(offered())
    assert "<img" not in paper.html
    assert "KUHPerdata" not in paper.html
    assert "Meterai<br>Rp10.000" in paper.html
    assert 'class="hand"' in paper.html

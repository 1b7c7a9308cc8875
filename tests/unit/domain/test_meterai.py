"""Duty on documents: which paper of the register waits for a stamp, and how many a case needs."""

from __future__ import annotations

import datetime as dt

from kit.domain.ledger import statement_of_account
from kit.domain.meterai import DUTY, Paper, duties
from kit.domain.policy import Channel
from kit.domain.register import Issued, Register, Sent
from tests.builders import register
from tests.unit.composing.byhand_stories import drafted
from tests.unit.composing.stories import AS_OF, COMPANY


def paper(stage: str, number: str, amount: int, on: dt.date = AS_OF) -> Issued:
    return Issued(
        on, stage, ("INV/2026/0001",), number, "KW", 1, (("total", amount),), None, "0" * 64, "x.pdf", "Rini", ()
    )


def waiting(known: Register, exhibits: int = 0) -> list[tuple[Paper, str | None, int, int]]:
    case, _, _ = drafted(COMPANY, "receipt", 2, 1_000_000)
    account = statement_of_account(case.customer, AS_OF)
    return [
        (each.paper, each.number, each.pieces, each.cost) for each in duties(case.customer, account, known, exhibits)
    ]


def test_only_certificates_above_five_million_that_have_not_gone_bear_one() -> None:
    known = register(
        paper("receipt", "001/KW/XI/2026", 5_000_000),
        paper("receipt", "002/KW/XI/2026", 5_000_001),
        paper("settlement", "001/SKL/XI/2026", 900_000_000),
        paper("somasi-1", "001/SOM-I/XI/2026", 900_000_000),
        paper("receipt", "003/KW/XI/2026", 9_000_000),
        Sent(AS_OF, "receipt", ("INV/2026/0001",), Channel.EMAIL, "Rini", number="003/KW/XI/2026"),
    )
    assert waiting(known) == [
        (Paper.RECEIPT, "001/KW/XI/2026", 0, 0),
        (Paper.RECEIPT, "002/KW/XI/2026", 1, DUTY),
        (Paper.SETTLEMENT, "001/SKL/XI/2026", 1, DUTY),
    ]


def test_a_paper_of_tomorrow_does_not_count_today() -> None:
    assert waiting(register(paper("receipt", "001/KW/XI/2026", 9_000_000, AS_OF + dt.timedelta(1)))) == []


def test_the_exhibits_of_a_case_are_one_line() -> None:
    assert waiting(register(), exhibits=8) == [(Paper.EXHIBITS, None, 8, 8 * DUTY)]

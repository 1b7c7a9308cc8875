"""Papers that the page offers again: what was sent, receipts at once, never a somasi."""

from __future__ import annotations

import pytest

from kit.domain.handedout import handed_out
from kit.domain.policy import STANDARD, Channel, Policy
from kit.domain.register import Issued, Sent
from tests.builders import DAY, days, register

POLICY = Policy(ladders={"standard": STANDARD})


def issued(stage: str, number: str, day: int = -3, terms: tuple[str, ...] | None = None) -> Issued:
    return Issued(days(day), stage, ("A-1",), number, "X", 1, (), None, "0" * 64, f"{number}.pdf", "Rina", terms)


def gone(stage: str, number: str, day: int = -2) -> Sent:
    return Sent(days(day), stage, ("A-1",), Channel.LETTER, "Dewi", number=number)


@pytest.mark.parametrize("stage", ["firm", "breach-notice", "change-of-terms"])
def test_a_letter_is_offered_once_it_was_sent(stage: str) -> None:
    paper = issued(stage, "1")
    assert handed_out(POLICY, register(paper), DAY) == ()
    assert handed_out(POLICY, register(paper, gone(stage, "1")), DAY) == (paper,)
    assert handed_out(POLICY, register(paper, gone(stage, "1", 1)), DAY) == ()


@pytest.mark.parametrize("stage", ["somasi-1", "somasi-2", "somasi-3", "handover", "somasi-withdrawal", "gone-stage"])
def test_nothing_legal_and_nothing_unknown_is_ever_offered(stage: str) -> None:
    assert handed_out(POLICY, register(issued(stage, "1"), gone(stage, "1")), DAY) == ()


def test_receipts_are_offered_at_once_and_agreements_when_sent_the_newest_first() -> None:
    receipt, agreement = issued("receipt", "1"), issued("agreement", "2", terms=("grace 3",))
    assert handed_out(POLICY, register(receipt, agreement), DAY) == (receipt,)
    assert handed_out(POLICY, register(receipt, agreement, gone("agreement", "2")), DAY) == (agreement, receipt)

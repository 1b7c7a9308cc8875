"""What ends a rest is named by its own cause, whoever rests, and does bring the stage its turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from kit.domain.considering import Considered, State, considered
from kit.domain.entries import Refund
from kit.domain.instalments import Instalment
from kit.domain.invoices import Withholding
from kit.domain.ladders import BUILT_IN
from kit.domain.lanes import Ending, Giro, Handed, Returned
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, Customer, Dispute, Hold, Promise
from kit.domain.plans import Plan
from kit.domain.register import Entry, Issued, Sent
from kit.domain.terms import UNKNOWN, PaymentTerms, Start
from kit.domain.verdict import Clear, Reason
from tests.builders import creditor, days, invoice, payment, register, rules
from tests.unit.domain.test_somasi import FIRST, SIGNERS, WORDS, debtor, got, ok, verdict

DAY = 47
TWO = (invoice("A-1", 5_000_000), invoice("A-2", 5_000_000))
HALF = {"giros": (Giro("BG", "Bank", days(40), 5_000_000, effective=days(60), invoices=("A-1",)),)}


def about_both(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Let every entry that names invoices name both."""
    return tuple(
        replace(each, items=("A-1", "A-2")) if isinstance(each, Issued | Sent) else each for each in entries
    )  # fmt: skip


#: A running series whose second somasi is due, and a ladder whose first one is: the same two invoices.
STORIES = {
    "somasi-2": about_both((*FIRST, got("001", 38), ok("somasi-2", 46))),
    "somasi-1": about_both((*WORDS, ok("somasi-1", 46))),
}


@dataclass(frozen=True)
class Rest:
    """What lets both invoices, or the first, rest; what is said to end it; and the book once that was done."""

    book: dict[str, Any]
    ends: tuple[str, ...]
    after: dict[str, Any] | None


RESTS = {
    "by hand": Rest({"holds": (Hold(days(40), "audit", None, ("A-1",)),)}, ("change-end-hold",),
                    {"holds": (Hold(days(40), "audit", days(46), ("A-1",)),)}),
    "by hand until a day": Rest({"holds": (Hold(days(40), "audit", days(80), ("A-1",)),)},
                                ("change-end-hold", "change-wait"),
                                {"holds": (Hold(days(40), "audit", days(46), ("A-1",)),)}),
    "the customer by hand": Rest({"holds": (Hold(days(40), "audit", None, ()),)}, ("change-end-hold",),
                                 {"holds": (Hold(days(40), "audit", days(46), ()),)}),
    "giro": Rest(HALF, ("change-giro", "change-wait"), {"giros": (replace(HALF["giros"][0], bounced=days(47)),)}),
    "giro cleared": Rest({"giros": (replace(HALF["giros"][0], effective=days(41), cleared=days(42)),)},
                         ("change-giro-payment",), None),
    "goods back": Rest({"returns": (Returned(days(46), "A-1", 100_000),)}, ("change-answer",),
                       {"returns": (Returned(days(46), "A-1", 100_000, answered=days(47)),)}),
    "goods back, unanswered": Rest({"returns": (Returned(days(20), "A-1", 100_000),)}, ("change-answer",),
                                   {"returns": (Returned(days(20), "A-1", 100_000, answered=days(47)),)}),
    "cash": Rest({"handed": (Handed(days(46), 5_000_000, "Agus", None, ("A-1",)),)},
                 ("change-money-found", "change-first"), None),
    "cash with a receipt": Rest({"handed": (Handed(days(20), 5_000_000, "Agus", "K-1", ("A-1",)),)},
                                ("change-money-found",), None),
    "objection": Rest({"disputes": (Dispute("A-1", days(46)),)}, ("change-close-dispute",),
                      {"disputes": (Dispute("A-1", days(46), closed=days(47)),)}),
    "objection unanswered": Rest({"disputes": (Dispute("A-1", days(40)),)}, ("change-close-dispute",),
                                 {"disputes": (Dispute("A-1", days(40), closed=days(47)),)}),
    "claim": Rest({"claims": (Claim(days(46), 5_000_000),)}, ("change-money-found", "change-first"), None),
    "promise": Rest({"promises": (Promise(days(46), 5_000_000, days(50)),)}, ("change-promise-over", "change-wait"), None),
    "plan": Rest({"plans": (Plan(days(40), days(44), ("A-1",), 5_000_000, (Instalment(days(70), 5_000_000),),
                                 signed=days(41)),)}, ("change-plan-over",),
                 {"plans": (Plan(days(40), days(44), ("A-1",), 5_000_000, (Instalment(days(70), 5_000_000),),
                                 signed=days(41), ended=days(47)),)}),
    "objection and giro": Rest({"disputes": (Dispute("A-1", days(46)),),
                                "giros": (replace(HALF["giros"][0], invoices=("A-2",)),)},
                               ("change-close-dispute", "change-giro"), {}),
    "insolvency": Rest({"insolvent": Ending(days(40), "putusan")}, (), {}),
    "death": Rest({"deceased": Ending(days(40), "kabar keluarga")}, (), {}),
}  # fmt: skip


def rows(who: Customer, story: tuple[Entry, ...], day: int = DAY, **manners: Any) -> dict[tuple[str, str], Considered]:
    found = considered(who, statement_of_account(who, days(day)), register(*story),
                       rules(creditor=creditor(signatories=SIGNERS), **manners))  # fmt: skip
    return {(each.stage.name, number): each for each in found for number in each.invoices}


@pytest.mark.parametrize("name", sorted(RESTS))
@pytest.mark.parametrize("stage", sorted(STORIES))
def test_a_rest_is_ended_by_what_is_named(stage: str, name: str) -> None:
    rest, story = RESTS[name], STORIES[stage]
    who = debtor(invoices=TWO, **rest.book)
    found = rows(who, story)
    assert found[stage, "A-1"].state is State.RESTS
    told = tuple(each.code for each in found[stage, "A-1"].changes)
    # An invoice of a ladder rests alone; a series rests as a whole, and names what holds any of its invoices.
    alone = rest.ends[:1] if name == "objection and giro" and stage == "somasi-1" else rest.ends
    assert told == alone
    if stage == "somasi-2":
        assert found[stage, "A-2"].changes == found[stage, "A-1"].changes
    if rest.after is not None:
        turn = rows(debtor(invoices=TWO, **rest.after), story)[stage, "A-1"]
        assert turn.state in (State.CHOSEN, State.BLOCKED)


@pytest.mark.parametrize("name", ["by hand until a day", "giro", "promise"])
@pytest.mark.parametrize("stage", sorted(STORIES))
def test_the_day_to_wait_for_brings_it(stage: str, name: str) -> None:
    who, story = debtor(invoices=TWO, **RESTS[name].book), STORIES[stage]
    (wait,) = (each for each in rows(who, story)[stage, "A-1"].changes if each.code == "change-wait")
    until = wait.data["until"]
    later = next(day for day in range(DAY, 200) if days(day) == until)
    assert rows(who, story, later)[stage, "A-1"].state in (State.CHOSEN, State.BLOCKED)
    assert rows(who, story, later - 1)[stage, "A-1"].state is State.RESTS


def test_a_series_at_rest_says_why_and_until_when() -> None:
    given = verdict(DAY, *STORIES["somasi-2"], who=debtor(invoices=TWO, **HALF))
    assert [each.code for each in given.reasons] == ["series-running", "series-rests", "hold-giro"]
    assert given.reasons[1].data == {"invoices": "A-1"}
    assert getattr(given, "until", None) == given.reasons[2].data["until"]


@pytest.mark.parametrize(("more", "ends"), [
    ({"holds": (Hold(days(40), "audit", days(60), ("A-1",)), Hold(days(40), "audit", days(70), ("A-2",)))}, 70),
    ({"holds": (Hold(days(40), "audit", days(60), ("A-1",)), Hold(days(40), "audit", None, ("A-2",)))}, None),
    ({"holds": (Hold(days(40), "audit", days(60), ("A-1",)),), "disputes": (Dispute("A-2", days(46)),)}, None),
])  # fmt: skip
def test_a_series_rests_until_the_last_of_its_pauses_ends(more: dict[str, Any], ends: int | None) -> None:
    given = verdict(DAY, *STORIES["somasi-2"], who=debtor(invoices=TWO, **more))
    assert getattr(given, "until", 0) == (days(ends) if ends else None)


def test_within_the_tolerance_is_said_of_what_goes_by_the_ladder_only() -> None:
    who = debtor(invoices=(*TWO, invoice("A-3", 4_000)), tolerance=10_000)
    found = rows(who, STORIES["somasi-2"])
    told = {number for (_, number), each in found.items() for one in each.changes if one.code == "change-more-late"}
    assert told == {"A-3"}


def test_an_invoice_joins_the_message_about_another_one() -> None:
    who = debtor(invoices=(invoice("A-1", 5_000_000), invoice("A-2", 5_000_000, due=days(18))))
    found = rows(who, (), 3)["firm", "A-2"]
    assert found.state is State.COMING
    joins = [each for each in found.changes if each.code == "change-join"]
    assert all(each.data["invoices"] == "A-1" for each in joins)


@pytest.mark.parametrize(
    ("start", "code"), [(Start.RECEIPT, "change-receipt"), (Start.ACCEPTANCE, "change-acceptance")]
)
def test_an_invoice_that_awaits_its_receipt_says_so(start: Start, code: str) -> None:
    terms = PaymentTerms(days=30, start=start)
    found = rows(debtor(invoices=(invoice("A-1", 5_000_000, issued=days(-30), due=UNKNOWN, terms=terms),)), (), 5)
    told = {each.stage.name: each for each in found.values()}
    for stage in ("upcoming", "due", "reminder-1", "firm", "somasi-1"):
        assert told[stage].state is State.RESTS, stage
        assert [each.code for each in told[stage].changes] == [code], stage


def test_a_request_for_a_slip_rests_with_the_slip() -> None:
    kept = invoice("A-1", 11_100_000, withholding=Withholding(200_000))
    who = debtor(invoices=(kept,), payments=(payment(10_900_000, days(-5), "A-1"),))
    found = rows(who, (), 5)
    assert found["slip-request", "A-1"].state is State.CHOSEN
    assert [each.code for each in found["slip-request", "A-1"].changes] == ["change-payment", "change-slip"]
    assert {each.reasons[0].code for (stage, _), each in found.items() if stage != "slip-request"} == {
        "considered-awaits-slip"
    }
    assert not any(each.changes for (stage, _), each in found.items() if stage != "slip-request")


def test_a_series_is_held_back_by_a_word_that_comes_first() -> None:
    found = rows(debtor(invoices=TWO, claims=(Claim(days(40), 5_000_000),)), STORIES["somasi-2"])
    held = found["somasi-2", "A-1"]
    assert held.state is State.HELD
    assert held.reasons[-1].data == {"stage": "claim-question"}


def test_a_word_that_is_made_up_for_comes_before_the_later_ones() -> None:
    found = rows(debtor(invoices=TWO), (), 30, catch_up=True)
    assert found["due", "A-1"].state is State.CHOSEN
    assert found["reminder-1", "A-1"].reasons[0].code == "considered-after"


def test_each_invoice_is_looked_at_in_its_own_ladder() -> None:
    who = debtor(invoices=(TWO[0], replace(TWO[1], ladder="firm")))
    found = considered(who, statement_of_account(who, days(10)), register(), rules(ladders=BUILT_IN))
    assert {(each.ladder, each.invoices) for each in found} == {("standard", ("A-1",)), ("firm", ("A-2",))}


@pytest.mark.parametrize(("back", "told"), [
    (400, [("overpaid", 100)]), (500, []), (600, [("overrefunded", 100)]),
])  # fmt: skip
def test_what_was_given_back_beyond_what_there_was_is_told(back: int, told: list[tuple[str, int]]) -> None:
    who = debtor(invoices=(invoice("A-1", 1_000),), payments=(payment(1_500, days(0)),),
                 refunds=(Refund(days(1), back),))  # fmt: skip
    given = verdict(5, who=who)
    assert isinstance(given, Clear)
    assert [(each.code, each.data["amount"]) for each in given.reasons if each.data] == told


def test_a_firm_letter_between_the_first_word_and_a_closed_gate_is_not_passed_over() -> None:
    found = rows(debtor(invoices=TWO), (), 90)
    assert found["reminder-2", "A-1"].state is State.CHOSEN
    assert found["due", "A-1"].state is State.PASSED
    assert found["firm", "A-1"].state is State.HELD
    assert found["firm", "A-1"].reasons[0] == Reason("considered-beside", {"stage": "reminder-2"})
    assert found["somasi-1", "A-1"].state is State.GATE

"""Published cases of other reminder systems (tests/outside/ladder.yaml), run against `decide`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.escalation import decide, refuses_to_go_back
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Hold, Invoice
from kit.domain.policy import Anchor, Ladder
from kit.domain.register import Register
from kit.domain.verdict import Clear, OnHold, Send, Verdict
from kit.reading.fields import Findings, top
from kit.reading.nodes import parse
from kit.reading.policy import POLICY, check_policy
from tests.builders import DAY, customer, days, invoice, ladder, payment, register, rules, sent
from tests.outside.cases import Case, load

CASES = {case.id: case for case in load("ladder")}
#: Cases that need a feature which is not built yet; they run when it is.
PENDING: tuple[str, ...] = ()
#: Cases whose `given` is not one debtor on one day.
OWN = ("K-1", "K-2", "C-2", "C-3", "I-1", "I-2")


def on(text: str) -> dt.date:
    """Return the day that "D+30" names, D being the due date."""
    return days(int(text.removeprefix("D")))


def steps(case: Case) -> Ladder:
    return ladder(*case.given["ladder"], skippable=case.given.get("skippable", True))


def debtor(case: Case) -> Customer:
    """Return the debtor: one open item, perhaps a paid one, a payment, a hold."""
    items: list[Invoice] = [invoice("A-1", case.given.get("open", case.given.get("paid", 1_000_000)))]
    payments = []
    if "paid_item" in case.given:
        items.append(invoice("A-2", case.given["paid_item"]))
        payments.append(payment(case.given["paid_item"], DAY, "A-2"))
    if "paid" in case.given:
        payments.append(payment(case.given["paid"], days(6), "A-1"))
    who = customer(*items, payments=tuple(payments))
    if "hold" in case.given:
        until = None if case.given["hold"] is True else days(29)
        who = replace(who, holds=(Hold(days(6), "diminta", until),))
    return who


def run(who: Customer, day: dt.date, how: Ladder, past: Register) -> Verdict:
    return decide(who, statement_of_account(who, day), past, rules(how))


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.id not in PENDING + OWN], ids=str)
def test_one_debtor_on_one_day(case: Case) -> None:
    past = register(*(sent(str(stage), on(day)) for stage, day in case.given.get("sent", {}).items()))
    verdict = run(debtor(case), on(case.given["day"]), steps(case), past)
    expect = case.expect
    if expect.get("verdict") == "hold":
        assert isinstance(verdict, OnHold)
    elif expect.get("verdict") == "clear":
        assert isinstance(verdict, Clear)
    elif "stage" in expect:
        assert isinstance(verdict, Send)
        assert verdict.stage.name == str(expect["stage"])
        assert len(verdict.items) == expect.get("items", len(verdict.items))
    else:
        assert not isinstance(verdict, Send)


def stages(case: Case, due: dt.date, looks: list[dt.date]) -> list[int | None]:
    found = []
    for day in looks:
        verdict = run(customer(invoice(due=due)), day, steps(case), register())
        found.append(int(verdict.stage.name) if isinstance(verdict, Send) else None)
    return found


def test_first_run_far_overdue_takes_the_most_advanced_stage_when_all_may_be_skipped() -> None:
    case = CASES["K-1"]
    assert stages(case, DAY, [days(n) for n in case.given["days_past_due"]]) == case.expect["stage"]


def test_dates_are_counted_on_the_calendar() -> None:
    case = CASES["K-2"]
    looks = [dt.date.fromisoformat(day) for day in case.given["look"]]
    assert stages(case, dt.date.fromisoformat(case.given["due"]), looks) == case.expect["stage"]


def test_a_run_before_the_last_run_is_refused() -> None:
    given = CASES["C-2"].given
    past = register(sent("1", dt.date.fromisoformat(given["newest_register_entry"])))
    assert refuses_to_go_back(past, dt.date.fromisoformat(given["run"])) is not None


def test_days_before_the_due_date() -> None:
    case = CASES["I-2"]
    who = customer(invoice(due=dt.date.fromisoformat(case.given["due"])))
    opens = dt.date.fromisoformat(case.expect["date"])
    looks = (opens - dt.timedelta(1), opens)
    assert [isinstance(run(who, day, ladder(case.given["offset"]), register()), Send) for day in looks] == [False, True]


def test_the_first_stage_cannot_be_timed_from_a_previous_one() -> None:
    assert CASES["C-3"].given["first_stage_timing"] == "after-previous"
    for when in ("sent+7", "received+7"):
        write = f"ladders:\n  standard:\n    - {{stage: a, when: {when}, approach: persuasive, channels: [email]}}\n"
        to = Findings("data/policy.yaml")
        tree, _ = parse(write.encode(), "data/policy.yaml")
        got = top(tree, POLICY, to)
        assert got is not None
        check_policy(got, to)
        assert [problem.code for problem in to.problems] == ["ladder-first-timing"]


def test_offsets_from_the_invoice_date_and_endless_repetition() -> None:
    case = CASES["I-1"]
    issued, due = (dt.date.fromisoformat(text) for text in (case.given["issued"], case.expect["due"]))
    assert due - issued == dt.timedelta(case.given["terms"])
    offsets = case.given["offsets_from_issue"]
    stages = tuple(
        replace(
            stage, anchor=Anchor.ISSUED, repeat=case.given["repeat_every"] if stage.name == str(len(offsets)) else None
        )
        for stage in ladder(*offsets).stages
    )
    who, past, found = customer(invoice(issued=issued, due=due)), register(), []
    for n in range(31):
        day = issued + dt.timedelta(n)
        verdict = run(who, day, Ladder("standard", stages), past)
        if isinstance(verdict, Send):
            found.append(day.isoformat())
            past = Register("budi", (*past.records, past.appended(sent(verdict.stage.name, day))))
    assert found == [str(day) for day in case.expect["dates"]]

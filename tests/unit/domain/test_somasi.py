"""The gate before a somasi, the series it freezes, and what delivery makes of it: every need passes and fails."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.counsel import Advocate, Counsel, Office, SuratKuasa
from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import BankAccount, Customer, Dispute, Hold, Official
from kit.domain.policy import STANDARD, Channel, SomasiRules
from kit.domain.register import Approved, Contacted, Delivered, Entry, Issued, Outcome, Reach, Register, Sent
from kit.domain.situation import Rules
from kit.domain.verdict import Blocked, OnHold, Send, Verdict, Wait
from tests.builders import SURABAYA, creditor, customer, days, invoice, payment, register, rules, sent

OWNER = Official("Budi", "Pemilik")
SIGNERS = {role: Official("Rina", "Direktur") for role in ("reminder", "manager", "somasi")}
HOW = rules(creditor=creditor(signatories=SIGNERS))
WORDS: tuple[Entry, ...] = (
    sent("reminder-2", days(14)), sent("firm", days(21)), Contacted(days(25), "call", Reach.REACHED, "Dewi"),
)  # fmt: skip


def debtor(**more: Any) -> Customer:
    address = replace(SURABAYA, verified=days(-60))
    invoices = more.pop("invoices", (invoice(amount=5_000_000),))
    return customer(*invoices, **{"address": address, "liable": OWNER, **more})


def verdict(day: int, *entries: Entry, who: Customer | None = None, how: Rules = HOW) -> Verdict:
    who = who or debtor()
    return decide(who, statement_of_account(who, days(day)), register(*entries), how)


def needs(given: Verdict) -> set[str]:
    assert isinstance(given, Blocked), given
    return {need.code for need in given.needs}


def ok(stage: str, day: int) -> Approved:
    return Approved(days(day), stage, "Rina")


def paper(n: int, day: int, until: int, number: str = "") -> tuple[Issued, Sent]:
    name, number = f"somasi-{n}", number or f"00{n}"
    one = Issued(days(day), name, ("A-1",), number, "SOM", n, (("total", 1),), days(until), "0" * 64, "x.pdf", "Rina")
    return one, Sent(days(day), name, ("A-1",), Channel.LETTER, "Dewi", deadline=days(until), number=number)


def got(number: str, day: int, outcome: Outcome = Outcome.RECEIVED, resi: str | None = "R1") -> Delivered:
    return Delivered(days(day), number, outcome, "Sari", resi)


READY = (*WORDS, ok("somasi-1", 30))
FIRST = (*READY, *paper(1, 35, 46))


def test_with_everything_there_somasi_i_goes_out_by_letter_only_with_one_date() -> None:
    given = verdict(35, *READY)
    assert isinstance(given, Send)
    assert (given.stage.name, given.channels) == ("somasi-1", (Channel.LETTER,))
    assert given.deadline == days(45)  # 3 days for the way and 7 given, a Thursday
    assert given.deadline.weekday() < 5
    assert isinstance(verdict(34, *READY), Wait)


def test_the_date_moves_off_days_off() -> None:
    given = verdict(37, *READY)  # 37 + 10 is a Saturday
    assert isinstance(given, Send)
    assert given.deadline == days(49)


OFFICE = Office("Jalan Veteran 1", "Surabaya", "Jawa Timur", "60175")
LAWYERS = Counsel("Kantor Hukum Contoh", OFFICE, (Advocate("Sri Wahyuni, S.H.", "Advokat"),))


@pytest.mark.parametrize(("code", "entries", "who", "how"), [
    ("needs-words-before", (sent("firm", days(21)), *READY[2:]), {}, {}),
    ("needs-firm-word", (sent("reminder-1", days(14)), sent("reminder-2", days(21)), *READY[2:]), {}, {}),
    ("needs-conversation", (*WORDS[:2], ok("somasi-1", 30)), {}, {}),
    ("needs-approval", WORDS, {}, {}),
    ("needs-approval", (Approved(days(-31), "somasi-1", "Rina"), *WORDS), {}, {}),
    ("needs-approval", (*WORDS, ok("somasi-2", 30)), {}, {}),
    ("needs-approval", (*WORDS, ok("somasi-1", 60)), {}, {}),
    ("needs-minimum", READY, {"invoices": (invoice(amount=999_999),)}, {}),
    ("needs-liable", READY, {"liable": None}, {}),
    ("needs-verified-address", READY, {"address": SURABAYA}, {}),
    ("needs-verified-address", READY, {"address": None}, {}),
    ("needs-signatory", READY, {}, {"signatories": {"reminder": OWNER, "manager": OWNER}}),
    ("needs-bank-data", READY, {}, {"accounts": (BankAccount("B", "12345", "PT", days(20)),)}),
    ("needs-surat-kuasa", READY, {}, {"counsel": LAWYERS}),
])  # fmt: skip
def test_what_is_missing_blocks_and_is_named(
    code: str, entries: tuple[Entry, ...], who: dict[str, Any], how: dict[str, Any]
) -> None:
    people = creditor(**{"signatories": SIGNERS, **how})
    steps = rules(
        replace(STANDARD, stages=(*STANDARD.stages[:5], replace(STANDARD.stages[5], days=36))), creditor=people
    )
    if code == "needs-firm-word":
        # A ladder without a firm letter still asks for one.
        steps = rules(replace(STANDARD, stages=(*STANDARD.stages[:4], STANDARD.stages[5])), creditor=people)
    if code == "needs-words-before":
        entries = (sent("firm", days(21)), *READY[2:])
    assert code in needs(verdict(40, *entries, who=debtor(**who), how=steps))


def test_two_attempts_stand_for_a_conversation_and_policy_may_waive_approval() -> None:
    missed = [Contacted(days(n), "call", Reach.NO_ANSWER, "Dewi") for n in (24, 26)]
    how = rules(creditor=creditor(signatories=SIGNERS), somasi=SomasiRules(approval=False))
    assert isinstance(verdict(35, *WORDS[:2], *missed, how=how), Send)
    assert needs(verdict(35, *WORDS[:2], missed[0], how=how)) == {"needs-conversation"}
    lawyers = replace(LAWYERS, surat_kuasa=SuratKuasa("SK-1", days(20)))
    assert isinstance(verdict(35, *READY, how=rules(creditor=creditor(signatories=SIGNERS, counsel=lawyers))), Send)


@pytest.mark.parametrize("name", ["Dewi", " dewi ", "DEWI"])
def test_who_prepares_the_papers_does_not_approve_a_somasi_alone(name: str) -> None:
    alone = (*WORDS, Approved(days(30), "somasi-1", name))
    assert needs(verdict(35, *alone)) == {"needs-second-person"}
    assert isinstance(verdict(35, *alone, ok("somasi-1", 31)), Send)
    nobody = rules(creditor=creditor(signatories=SIGNERS, senders=()))
    assert isinstance(verdict(35, *alone, how=nobody), Send)


@pytest.mark.parametrize(("outcome", "open_"), [(Reach.UNREACHABLE, False), (Reach.ABSENT, True), (Reach.DECLINED, True),
                                                (Reach.CALL_BACK, True)])  # fmt: skip
def test_a_dead_number_is_no_attempt_to_speak(outcome: Reach, open_: bool) -> None:
    tried = [Contacted(days(n), "call", outcome, "Dewi") for n in (24, 26)]
    given = verdict(35, *WORDS[:2], *tried, ok("somasi-1", 30))
    assert isinstance(given, Send) if open_ else needs(given) == {"needs-conversation"}


def test_a_draft_never_escalates() -> None:
    unsent, _ = paper(1, 35, 46)
    given = verdict(60, *READY, unsent)
    assert isinstance(given, Send)
    assert given.stage.name == "somasi-1"
    nameless = sent("somasi-1", days(35))
    assert isinstance(verdict(60, *READY, nameless), Send)


def test_somasi_ii_waits_for_the_date_for_proof_and_for_its_own_approval() -> None:
    assert isinstance(verdict(46, *FIRST), Wait)
    assert needs(verdict(47, *FIRST)) == {"needs-delivery"}
    assert needs(verdict(47, *FIRST, got("001", 38, resi=None))) == {"needs-proof-of-delivery"}
    assert isinstance(verdict(46, *FIRST, got("001", 38), ok("somasi-2", 46)), Wait)
    assert needs(verdict(47, *FIRST, got("001", 38))) == {"needs-approval"}
    for outcome in (Outcome.RECEIVED, Outcome.REFUSED):
        second = verdict(47, *FIRST, got("001", 38, outcome), ok("somasi-2", 46))
        assert isinstance(second, Send)
        assert second.stage.name == "somasi-2"
    late = verdict(51, *FIRST, got("001", 45), ok("somasi-2", 46))
    assert isinstance(late, Wait)
    assert late.until == days(52)  # seven days after receipt lie after the printed date


def test_received_after_the_date_it_is_issued_anew_with_the_same_invoices() -> None:
    given = verdict(48, *FIRST, got("001", 47))
    assert isinstance(given, Send)
    assert (given.stage.name, [line.invoice.number for line in given.items]) == ("somasi-1", ["A-1"])
    again = paper(1, 50, 61, "009")
    assert isinstance(verdict(55, *FIRST, got("001", 47), *again), Wait)


@pytest.mark.parametrize("outcome", [Outcome.RETURNED, Outcome.NOT_FOUND])
def test_what_came_back_waits_for_another_address(outcome: Outcome) -> None:
    back = got("001", 44, outcome)
    assert needs(verdict(47, *FIRST, back)) == {"needs-other-address"}
    found = verdict(47, *FIRST, back, who=debtor(address=replace(SURABAYA, verified=days(45))))
    assert isinstance(found, Send)
    assert found.stage.name == "somasi-1"


def test_new_arrears_have_their_own_ladder_beside_the_frozen_series() -> None:
    who = debtor(invoices=(invoice(amount=5_000_000), invoice("B", 2_000_000, due=days(38))))
    given = verdict(39, *FIRST, who=who)
    assert isinstance(given, Send)
    assert (given.stage.name, [line.invoice.number for line in given.items]) == ("due", ["B"])
    assert "series-running" in {reason.code for reason in given.reasons}
    second = verdict(47, *FIRST, got("001", 38), ok("somasi-2", 46), who=who)
    assert isinstance(second, Send)
    assert (second.stage.name, [line.invoice.number for line in second.items]) == ("somasi-2", ["A-1"])


def test_a_hold_an_objection_and_payment_end_or_rest_the_series() -> None:
    ready = (*FIRST, got("001", 38), ok("somasi-2", 46))
    for more in ({"disputes": (Dispute("A-1", days(40)),)}, {"holds": (Hold(days(40), "retur", None, ("A-1",)),)}):
        assert isinstance(verdict(47, *ready, who=debtor(**more)), OnHold)
    paid = verdict(47, *ready, who=debtor(payments=(payment(5_000_000, days(45), "A-1"),)))
    assert not isinstance(paid, Send | Blocked)


def test_after_the_last_somasi_counsel_gets_a_note_once() -> None:
    story: list[Entry] = [*READY]
    for n, day in ((1, 35), (2, 50), (3, 65)):
        story += [ok(f"somasi-{n}", day - 1), *paper(n, day, day + 11), got(f"00{n}", day + 2)]
    given = verdict(80, *story)
    assert isinstance(given, Send)
    assert (given.stage.name, given.stage.internal, given.deadline) == ("handover", True, None)
    done = verdict(90, *story, Sent(days(80), "handover", ("A-1",), Channel.LETTER, "Rina"))
    assert isinstance(done, Wait)
    assert done.until is None


ACTS = st.lists(
    st.sampled_from(["rest", "approve", "send", "receive", "refuse", "lose", "hold"]), min_size=10, max_size=60
)


@settings(max_examples=500, deadline=None)
@given(ACTS, st.integers(1, 4))
def test_somasi_n_needs_the_one_before_and_a_hold_never_sends(acts: list[str], pace: int) -> None:
    past, day, rank = register(*WORDS), 34, {f"somasi-{n}": n for n in (1, 2, 3)} | {"handover": 4}
    received: dict[int, Outcome] = {}
    for act in acts:
        day += pace
        who = debtor(holds=(Hold(days(day), "x", days(day)),)) if act == "hold" else debtor()
        today = decide(who, statement_of_account(who, days(day)), past, HOW)
        assert act != "hold" or isinstance(today, OnHold)
        later = decide(debtor(), statement_of_account(debtor(), days(day + 1)), past, HOW)
        if isinstance(today, Send) and isinstance(later, Send):
            assert rank[later.stage.name] >= rank[today.stage.name]
        papers = [each.entry for each in past.records if isinstance(each.entry, Issued)]
        told: list[Entry] = []
        if isinstance(today, Send) and today.stage.name in rank:
            n = rank[today.stage.name]
            assert n == 1 or received.get(n - 1) in (Outcome.RECEIVED, Outcome.REFUSED)
            if act == "send" and n < 4:
                until = (today.deadline or days(day)) - days(0)
                told = list(paper(n, day, until.days, f"N{len(papers)}"))
                received.pop(n, None)
        if act == "approve":
            told = [ok(f"somasi-{n}", day) for n in (1, 2, 3)]
        if act in ("receive", "refuse", "lose") and papers:
            outcome = {"receive": Outcome.RECEIVED, "refuse": Outcome.REFUSED, "lose": Outcome.RETURNED}[act]
            told = [got(papers[-1].number, day, outcome)]
            received[rank[papers[-1].stage]] = outcome
        for entry in told:
            past = Register("budi", (*past.records, past.appended(entry)))

"""The choice of a ladder: from which facts, with which reason, stable within an episode, and from nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from kit.domain import approach
from kit.domain.approach import AUTO, Behaviour, behaviour, chosen, ladder_of, ladders_of
from kit.domain.escalation import decide
from kit.domain.exchange import InvoiceExchange
from kit.domain.hardship import Hardship
from kit.domain.instalments import Instalment
from kit.domain.ladders import BUILT_IN
from kit.domain.lanes import Ending, Giro, Handed, Returned
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Invoice, Language, LegalForm, Official, Payment, Promise
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Channel, Ladder
from kit.domain.register import Register
from kit.domain.terms import PaymentTerms
from kit.domain.verdict import Clear, Verdict
from tests.builders import DAY, customer, days, invoice, payment, register, rules

HOW = rules(ladders=BUILT_IN)
LATER = days(10)


def paid(*late: int) -> dict[str, Any]:
    """Return invoices of the last two years, one a month, each paid so many days after its due date."""
    dues = [days(-40 * (len(late) - n) - 60) for n in range(len(late))]
    return {
        "invoices": tuple(invoice(f"P-{n}", due=due) for n, due in enumerate(dues)),
        "payments": tuple(
            payment(1_000_000, due + dt.timedelta(each), f"P-{n}")
            for n, (due, each) in enumerate(zip(dues, late, strict=True))
        ),
    }


def who(*late: int, due: dt.date = DAY, **more: Any) -> Customer:
    """Return somebody under `auto` who paid so, and has one open invoice."""
    past = paid(*late)
    return Customer(
        "budi", "UD Budi", LegalForm.UD, customer().contact, ladder=AUTO, payments=past["payments"],
        invoices=(*past["invoices"], invoice("OPEN", due=due)), **more,
    )  # fmt: skip


def choice(someone: Customer, day: dt.date = LATER) -> tuple[str, str]:
    found = chosen(someone, statement_of_account(someone, day), HOW.policy)
    (reason,) = found.reasons
    assert reason.data["ladder"] == found.ladder.name
    return found.ladder.name, reason.code


def verdict(someone: Customer, day: dt.date, past: Register | None = None) -> Verdict:
    return decide(someone, statement_of_account(someone, day), past or register(), HOW)


def promises(*kept: bool) -> dict[str, Any]:
    """Return promises of earlier months with the payments that kept some of them."""
    made = tuple(Promise(days(-300 + 20 * n), 1_000, days(-295 + 20 * n)) for n in range(len(kept)))
    return {
        "promises": made,
        "payments": tuple(Payment(each.by, 1_000) for each, yes in zip(made, kept, strict=True) if yes),
    }


@pytest.mark.parametrize(("late", "expected"), [
    ((), ("standard", "auto-few-facts")),
    ((90, 90), ("standard", "auto-few-facts")),
    ((0, 0, 0), ("collaborative", "auto-reliable")),
    ((3, 0, 3), ("standard", "auto-as-usual")),  # two stretches of arrears before
    ((-9, 3, -2), ("collaborative", "auto-reliable")),
    ((4, 4, 4), ("standard", "auto-as-usual")),
    ((30, 30, 30), ("standard", "auto-as-usual")),
    ((31, 31, 0), ("firm", "auto-very-late")),
    ((0, 0, 99), ("collaborative", "auto-reliable")),  # one slip
    ((35, 35, 35, 35), ("firm", "auto-very-late")),
])  # fmt: skip
def test_days_to_pay(late: tuple[int, ...], expected: tuple[str, str]) -> None:
    assert choice(who(*late)) == expected


@pytest.mark.parametrize(("kept", "expected"), [
    ((False,), "auto-few-facts"), ((False, True), "auto-few-facts"), ((False, False), "auto-promises-broken"),
    ((True, False, False), "auto-promises-broken"), ((True, True, False), "auto-few-facts"),
])  # fmt: skip
def test_promises(kept: tuple[bool, ...], expected: str) -> None:
    told = promises(*kept)
    someone = customer(invoice("OPEN"), invoice("BIG", 90_000_000, days(300), issued=days(-400)), ladder=AUTO, **told)
    assert choice(someone)[1] == expected


def test_a_broken_word_makes_nobody_reliable() -> None:
    someone = dataclasses.replace(who(0, 0, 0), promises=(Promise(days(-50), 5, days(-45)),))
    assert choice(someone) == ("standard", "auto-as-usual")


def test_a_broken_plan_is_firm() -> None:
    plan = Plan(
        offered=days(-200), valid_until=days(-190), invoices=("OLD",), total=1_000_000, signed=days(-195),
        instalments=(Instalment(days(-180), 500_000), Instalment(days(-150), 500_000)),
    )  # fmt: skip
    someone = customer(invoice("OLD", due=days(-210)), ladder=AUTO, plans=(plan,))
    assert behaviour(someone, DAY).plans_broken == 1
    late = dataclasses.replace(someone, payments=(payment(1_000_000, days(-20), "OLD"),), invoices=(
        *someone.invoices, invoice("OPEN")))  # fmt: skip
    assert behaviour(late, DAY).plans_kept == 1
    broken = dataclasses.replace(
        someone, invoices=(*someone.invoices, invoice("OPEN")), plans=(dataclasses.replace(plan, offered=days(-205)),)
    )
    found = chosen(broken, statement_of_account(broken, days(10)), HOW.policy)
    assert found.reasons[0].code == "auto-few-facts", "the plan belongs to the episode that still runs"
    seen = Behaviour((0, 0, 0), 0, 0, 0, 1, 0)
    assert approach._choice(seen, HOW.policy).reasons[0].code == "auto-plan-broken"


@pytest.mark.parametrize(("day", "ladder"), [(9, "firm"), (10, "collaborative"), (20, "collaborative"), (21, "firm")])
def test_hardship_counts_on_the_days_that_it_covers(day: int, ladder: str) -> None:
    someone = who(40, 40, 40, hardship=Hardship(days(10), "banjir", days(20)))
    assert choice(someone, days(day))[0] == ladder
    lasting = dataclasses.replace(someone, hardship=Hardship(days(10), "banjir"))
    assert choice(lasting, days(400))[1] == "auto-hardship"


def test_the_choice_stays_within_an_episode() -> None:
    """What happens after the episode began, such as a promise that breaks or an old debt paid, changes nothing."""
    someone = who(0, 0, due=DAY)
    moved = dataclasses.replace(
        someone,
        invoices=(*someone.invoices, invoice("LATER", due=days(2))),
        payments=(*someone.payments, payment(1_000_000, days(8), "LATER")),
        promises=(Promise(days(3), 900_000, days(5)), Promise(days(9), 900_000, days(12))),
    )
    assert {choice(moved, days(n)) for n in range(1, 90)} == {("standard", "auto-few-facts")}


def test_the_verdict_tells_why_and_follows_the_ladder() -> None:
    given = verdict(who(40, 40, 40), days(5))
    assert [each.code for each in given.reasons][-1] == "auto-very-late"
    assert getattr(given, "stage", None) == BUILT_IN["firm"].stages[2]
    clear = verdict(dataclasses.replace(who(), invoices=()), DAY)
    assert clear == Clear(None, clear.reasons)
    assert [each.code for each in clear.reasons] == ["nothing-open"]


def test_a_name_in_the_file_overrides_the_choice() -> None:
    someone = dataclasses.replace(who(40, 40, 40), ladder="collaborative")
    found = chosen(someone, statement_of_account(someone, days(5)), HOW.policy)
    assert (found.ladder.name, found.reasons) == ("collaborative", ())


def test_the_policys_own_ladder_of_that_name_is_taken() -> None:
    own = Ladder("firm", STANDARD.stages[:3])
    how = rules(ladders={**BUILT_IN, "firm": own})
    someone = who(40, 40, 40)
    assert chosen(someone, statement_of_account(someone, days(5)), how.policy).ladder is own


def test_ladders_of_a_customer_and_of_an_invoice() -> None:
    someone = customer(invoice("A"), invoice("B", ladder="firm"))
    account = statement_of_account(someone, DAY)
    assert [each.name for each in ladders_of(someone, HOW.policy)] == ["standard", "firm"]
    assert [each.name for each in ladders_of(who(), HOW.policy)] == ["standard", "collaborative", "firm"]
    assert [ladder_of(someone, account, HOW.policy, each).name for each in ("A", "B", None)] == [
        "standard", "firm", "standard",
    ]  # fmt: skip


#: Everything of a customer's file that the choice may look at; plans and promises, and what the ledger needs.
MAY_BE_READ = {
    "id", "ladder", "hardship", "invoices", "payments", "credit_notes", "promises", "disputes", "plans",
    "slips", "write_offs", "refunds", "principal_first",
}  # fmt: skip


class Watched:
    """A customer that notes which of its fields are read."""

    def __init__(self, one: Customer) -> None:
        self.one = one
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self.one, name)


@pytest.mark.parametrize("late", [(), (0, 0, 0), (40, 40, 40)])
def test_nothing_but_paying_behaviour_and_hardship_is_read(late: tuple[int, ...]) -> None:
    seen: Any = Watched(dataclasses.replace(who(*late), **promises(True, False)))
    approach.chosen(seen, statement_of_account(seen.one, days(10)), HOW.policy)
    assert seen.read
    assert seen.read <= MAY_BE_READ
    assert {each.name for each in dataclasses.fields(Behaviour)} == {
        "days_late", "promises_kept", "promises_ended", "plans_kept", "plans_broken", "episodes",
    }  # fmt: skip


#: Another value for every other field: who somebody is, where they live, how they are called, what we noted.
OTHERS: dict[str, Any] = {
    "name": "PT Lain",
    "form": LegalForm.PT,
    "contact": dataclasses.replace(customer().contact, name="Siti", call_as="Ibu Siti", formal="Ibu Siti Aminah"),
    "liable": Official("Siti", "Direktur"),
    "unlawful_act": "Barang titipan dijual tanpa izin.",
    "address": dataclasses.replace(customer().address, province="Papua", city="Jayapura"),  # type: ignore[type-var]
    "language": Language.ENGLISH,
    "channels": (Channel.LETTER,),
    "tolerance": 5,
    "terms": PaymentTerms(days=7),
    "exchange": InvoiceExchange((1,)),
    "claims": (),
    "holds": (),
    "giros": (Giro("BG-1", "Bank Contoh", DAY, 1_000_000, bounced=DAY),),
    "handed": (Handed(DAY, 1_000_000, "Sari"),),
    "returns": (Returned(DAY, "A-1", 1_000_000),),
    "insolvent": Ending(DAY, "putusan"),
    "deceased": Ending(DAY, "keluarga"),
    "notes": "catatan",
    "payment_link": "https://bayar.example/budi",
    "virtual_accounts": (),
}


@pytest.mark.parametrize("late", [(), (0, 0, 0), (40, 40, 40)])
@pytest.mark.parametrize("field", sorted(OTHERS))
def test_no_other_field_steers_the_choice(field: str, late: tuple[int, ...]) -> None:
    someone = who(*late)
    assert choice(dataclasses.replace(someone, **{field: OTHERS[field]})) == choice(someone)


def test_every_field_is_either_allowed_or_tried() -> None:
    fields = {each.name for each in dataclasses.fields(Customer)} - {"at"}
    assert not fields - MAY_BE_READ - set(OTHERS), "a new field: may it steer the ladder?"


def test_what_an_invoice_was_for_steers_nothing() -> None:
    someone = who(40, 40, 40)
    told = tuple(dataclasses.replace(each, description="kitab suci", file="a.pdf") for each in someone.invoices)
    assert choice(dataclasses.replace(someone, invoices=told)) == choice(someone)
    assert {each.name for each in dataclasses.fields(Invoice)} >= {"description", "file"}

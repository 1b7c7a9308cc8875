"""The statement of account: which money settled which invoice, replayed day by day up to a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from kit.basics.money import Rupiah, shares
from kit.domain.accounts import Account, By, Kind
from kit.domain.charges import Terms
from kit.domain.days import Day, days_of
from kit.domain.invoices import Invoice, wholes
from kit.domain.model import Customer
from kit.domain.plans import Plan
from kit.domain.standing import State, came_in, standing, waiving
from kit.domain.statement import Line, Statement

#: What a pool can hold, in the order in which it is used.
_KINDS = (Kind.CREDIT, Kind.PAYMENT)


def statement_of_account(customer: Customer, as_of: date) -> Statement:
    """State what `customer` owes at the end of `as_of`, invoice by invoice, in whole rupiah.

    Entries dated after `as_of` are not yet visible. Money settles, in this order (KUHPerdata
    1396-1399): the invoice that the payer named; the one that our receipt named; what is due before
    what is not; what costs most by the day; the oldest due date, then the oldest issue date; equal
    ones pro rata. Undesignated money of one day is pooled first, so that a payment in two parts
    settles what the whole would. What exceeds a named invoice flows on; what settles nothing stays
    `unallocated` and serves the next invoice. Money that names an invoice in parts (termin) settles
    the part with the oldest due date of that day first. Money never flows by itself into what the customer
    disputes. Within an invoice it settles charges before principal, unless the creditor consented
    to the other order (1397). Tax slips and write-offs settle the invoice they name, and an
    early-payment discount what is left of one that was paid in time. A signed plan in good standing
    waives late fees after the day of its offer; on the day on which it is lost they are back in full.

    >>> from kit.domain.model import Contact, LegalForm, Payment
    >>> budi = Customer(
    ...     "budi",
    ...     "UD Budi",
    ...     LegalForm.UD,
    ...     Contact("Budi", "Pak Budi", "Bapak Budi"),
    ...     invoices=(Invoice("A-1", date(2026, 7, 1), date(2026, 7, 31), 2_000_000),),
    ...     payments=(Payment(date(2026, 8, 5), 500_000),),
    ... )
    >>> statement_of_account(budi, date(2026, 8, 10)).outstanding
    1500000
    """
    promised, lost = waiving(customer, as_of), tuple[Plan, ...]()
    filled: dict[Plan, Rupiah] = {}
    while True:
        stated = _replayed(customer, as_of, [each for each in promised if each not in lost], lost)
        filled = {each: came_in(each, stated) for each in customer.plans if each.offered <= as_of} | filled
        stated = replace(stated, filled=tuple((each.seen(as_of), came) for each, came in filled.items()))
        over = [each for each in promised if each not in lost and _is_lost(each, customer, stated)]
        if not over:
            return stated
        # What a lost plan has come to is judged while it still counted: fees that return fill no instalment.
        filled = {each: filled[each] for each in (*lost, *over)}
        lost = (*lost, *over)


def _is_lost(plan: Plan, customer: Customer, stated: Statement) -> bool:
    """Tell whether `plan` is broken, or was ended before all of it had come in."""
    state = standing(plan, stated).state
    if state is not State.ENDED or plan.ended is None:
        return state is State.BROKEN
    return standing(plan, statement_of_account(customer, plan.ended - timedelta(1))).state is not State.KEPT


def _replayed(customer: Customer, as_of: date, waive: Iterable[Plan], lost: tuple[Plan, ...]) -> Statement:
    """Replay the days, with the charges waived that the plans `waive` waive."""
    parts = wholes(customer.invoices)
    ledger = _Ledger({}, parts, _first_offers(waive))
    for day, news in days_of(customer, parts, as_of).items():
        ledger.book(day, news, customer)
    lines = (_line(each, as_of, _first_offers(lost)) for each in ledger.accounts.values())
    order = sorted(lines, key=lambda line: (line.invoice.due, line.invoice.issued, line.invoice.number))
    waiting = sum(amount for _, amount, *_ in ledger.reserved)
    return Statement(customer.id, as_of, tuple(order), sum(ledger.pool.values()) + waiting, ledger.owed_to_us)


def _first_offers(plans: Iterable[Plan]) -> dict[str, date]:
    """Return the earliest day of an offer of `plans`, by invoice number."""
    found: dict[str, date] = {}
    for plan in plans:
        for number in plan.invoices:
            found[number] = min(plan.offered, found.get(number, plan.offered))
    return found


def episode_start(statement: Statement) -> date | None:
    """Return the first day of the unbroken stretch of arrears that reaches the statement's day, or None.

    An episode begins the day after a due date and ends when nothing is past due any more, so that
    somebody who always has open invoices starts gently again after paying what was late. More time
    for an invoice that was late already ends none.
    """
    day = timedelta(1)
    starts = [line.invoice.first_late for line in statement.overdue]
    if not starts:
        return None
    start = min(starts)
    settled = [
        (line.invoice.first_late, line.settled_on - day)
        for line in statement.lines
        if line.settled_on is not None and line.settled_on > line.invoice.first_late
    ]
    for first, last in sorted(settled, key=lambda each: each[1], reverse=True):
        if last >= start - day:
            start = min(start, first)
    return start


@dataclass(slots=True)
class _Ledger:
    """The accounts of one customer during the replay, local to one call."""

    accounts: dict[str, Account]
    #: The parts of each invoice that has some.
    parts: Mapping[str, tuple[str, ...]]
    #: Last day that costs anything, by the number of an invoice whose later charges are waived.
    waived: Mapping[str, date]
    pool: dict[Kind, Rupiah] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0))
    #: Money that names an invoice which is not issued yet: kind, amount, the invoices named, how many by the payer.
    reserved: list[tuple[Kind, Rupiah, tuple[str, ...], int]] = field(default_factory=list)
    #: Refunds beyond what was there to give back.
    owed_to_us: Rupiah = 0

    def book(self, day: date, news: Day, customer: Customer) -> None:
        """Enter one day: invoices, tax slips, named money, what the pool can settle, then what is given up or back."""
        for invoice in news.invoices:
            self.accounts[invoice.number] = _account(invoice, customer, self.waived)
        for slip in news.slips:
            about = self.parts.get(slip.invoice, (slip.invoice,))
            self._to_named(day, Kind.WITHHELD, slip.amount, about, len(about))
        waiting, self.reserved = self.reserved, []
        for kind, amount, named, by_payer in waiting:
            self._to_named(day, kind, amount, named, by_payer)
        for kind, _, _, named, amount, by_payer in news.money:
            self._to_named(day, kind, amount, named, by_payer)
        self._spread(day)
        for account in self.accounts.values():
            account.discount(day)
        for each in news.write_offs:
            rest = each.amount
            for number in self.parts.get(each.invoice, (each.invoice,)):
                if number in self.accounts:
                    account = self.accounts[number]
                    left = account.settle(day, Kind.WRITE_OFF, account.left(day) if rest is None else rest)
                    rest = None if rest is None else left
        self.owed_to_us += news.refunds
        self._give_back()

    def _give_back(self) -> None:
        """Take refunds out of the pool, payments before credits, then out of what waits for a later invoice."""
        if not self.owed_to_us:
            return
        for kind in reversed(_KINDS):
            back = min(self.owed_to_us, self.pool[kind])
            self.pool[kind] -= back
            self.owed_to_us -= back
        for place, (kind, amount, named, by_payer) in enumerate(self.reserved):
            back = min(self.owed_to_us, amount)
            self.reserved[place] = (kind, amount - back, named, by_payer)
            self.owed_to_us -= back

    def _in_turn(self, day: date, named: tuple[str, ...]) -> list[str]:
        """Return `named` with the parts of each invoice of which all are named oldest due date first."""
        found = list(named)
        for parts in self.parts.values():
            if set(parts) <= set(named) & self.accounts.keys():
                places = sorted(map(found.index, parts))
                turn = sorted(parts, key=lambda number: self.accounts[number].invoice.due_at(day))
                for place, number in zip(places, turn, strict=True):
                    found[place] = number
        return found

    def _to_named(self, day: date, kind: Kind, amount: Rupiah, named: tuple[str, ...], by_payer: int) -> None:
        if kind is Kind.PAYMENT:
            named = (*self._in_turn(day, named[:by_payer]), *self._in_turn(day, named[by_payer:]))
        for place, number in enumerate(named):
            account = self.accounts.get(number)
            if account is not None:
                amount = account.settle(day, kind, amount, By.NAMED if place < by_payer else By.RECEIPTED)
        if amount and any(number not in self.accounts for number in named):
            self.reserved.append((kind, amount, named, by_payer))
        else:
            self.pool[Kind.PAYMENT if kind is Kind.WITHHELD else kind] += amount

    def _spread(self, day: date) -> None:
        """Let the pool settle open invoices in the order of the law, credits before payments."""
        if not any(self.pool.values()):
            return
        free = [each for each in self.accounts.values() if each.free(day)]

        def rank(account: Account) -> _Rank:
            due = account.invoice.due_at(day)
            return due > day, -account.burden(day), due, account.invoice.issued

        ranked = sorted(free, key=lambda each: (rank(each), each.invoice.number))
        groups = [list(equals) for _, equals in groupby(ranked, key=rank)]
        for place, group in enumerate(groups):
            following = next((rank(each[0]) for each in groups[place + 1 :]), None)
            by = _rule(rank(group[0]), following, len(group))
            for kind in _KINDS:
                self.pool[kind] = _pro_rata(group, day, kind, self.pool[kind], by)


#: What puts one open invoice before another, as an account is ranked.
_Rank = tuple[bool, Fraction, date, date]


def _rule(own: _Rank, following: _Rank | None, equals: int) -> By:
    """Return the rule by which money goes to invoices of rank `own`, so many `equals`, before the following."""
    if equals > 1:
        return By.PRO_RATA
    if following is None:
        return By.REMAINING
    differs = next(place for place, (one, other) in enumerate(zip(own, following, strict=True)) if one != other)
    return (By.DUE_FIRST, By.HEAVIEST, By.OLDEST, By.OLDEST)[differs]


def _account(invoice: Invoice, customer: Customer, waived: Mapping[str, date]) -> Account:
    """Open the account of one invoice."""
    disputed = tuple(
        (each.opened, each.closed, each.amount) for each in customer.disputes if each.invoice == invoice.number
    )
    consent = customer.principal_first.date if customer.principal_first else None
    terms = Terms(invoice.amount, invoice.fees, invoice.dues, disputed)
    return Account(invoice, terms, consent, waived.get(invoice.number))


def _pro_rata(group: list[Account], day: date, kind: Kind, amount: Rupiah, by: By) -> Rupiah:
    """Settle equally ranked accounts in proportion to what is free on each; return what they cannot take."""
    weights = [each.free(day) for each in group]
    spent = min(amount, sum(weights))
    if spent:
        for account, part in zip(group, shares(spent, weights), strict=True):
            account.settle(day, kind, part, by)
    return amount - spent


def _line(account: Account, as_of: date, lost: Mapping[str, date]) -> Line:
    invoice = account.invoice.seen(as_of)
    left = account.left(as_of)
    awaiting = _awaiting_slip(account, left)
    rows, offered = account.rows(as_of), lost.get(invoice.number)
    before = sum(row.amount for row in account.rows(min(offered, as_of))) if offered else 0
    return Line(
        invoice=invoice,
        applied=tuple(account.applied),
        days_past_due=max(0, (as_of - invoice.due).days) if left > awaiting else 0,
        charges=rows,
        disputed_part=account.terms.frozen(as_of, left),
        awaiting_slip=awaiting,
        discount=invoice.discount_on(as_of) if left else None,
        returned=sum(row.amount for row in rows) - before if offered else 0,
    )


def _awaiting_slip(account: Account, left: Rupiah) -> Rupiah:
    """Return what is left where a payment was short by no more than the tax that the customer withholds."""
    expected = account.invoice.withholding
    if expected is None or not any(each.kind is Kind.PAYMENT for each in account.applied):
        return 0
    shown = sum(each.amount for each in account.applied if each.kind is Kind.WITHHELD)
    return left if left <= max(0, expected.amount - shown) else 0

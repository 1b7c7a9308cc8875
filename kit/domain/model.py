"""The values of a book: creditor, customers, invoices, payments. Frozen, as their owner wrote them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.addresses import Trace
from kit.domain.calendar import Calendar, Zone
from kit.domain.codes import Codes
from kit.domain.counsel import Counsel
from kit.domain.entries import CreditNote as CreditNote  # noqa: PLC0414
from kit.domain.entries import Payment as Payment  # noqa: PLC0414
from kit.domain.entries import PrincipalFirst, Refund, TaxSlip, WriteOff
from kit.domain.exchange import InvoiceExchange
from kit.domain.forgotten import Stone
from kit.domain.hardship import Hardship
from kit.domain.invoices import Contract as Contract  # noqa: PLC0414
from kit.domain.invoices import Invoice as Invoice  # noqa: PLC0414
from kit.domain.lanes import Ending, Giro, Ground, Handed, Returned
from kit.domain.links import Link as Link  # noqa: PLC0414
from kit.domain.means import MerchantCode, VirtualAccount
from kit.domain.plans import Plan
from kit.domain.policy import Channel, Policy
from kit.domain.register import Register
from kit.domain.terms import PaymentTerms


class LegalForm(StrEnum):
    """What a customer or creditor is in law; UD and CV are no legal persons, a human answers for them."""

    PT = "PT"
    PT_PERORANGAN = "PT perorangan"
    CV = "CV"
    UD = "UD"
    FIRMA = "firma"
    KOPERASI = "koperasi"
    YAYASAN = "yayasan"
    PERSON = "person"


class Language(StrEnum):
    """The language in which a customer is addressed."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Official:
    """A human being who signs or answers: name with titles, and position."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom we speak to at a customer. Forms of address are written by a human, never cut out of a name."""

    name: str
    call_as: str  # in conversation: "Pak Budi", "Ibu Sari"
    formal: str  # on paper: "Bapak Budi Santoso, S.H."
    email: str | None = None
    #: E.164 without the plus sign: 6281234567890.
    whatsapp: str | None = None
    #: As it is to be printed and dialled.
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in Indonesia."""

    street: str
    city: str
    province: str
    postcode: str
    #: The day somebody last made sure that post arrives here.
    verified: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to pay `amount` on or before `by` (inclusive)."""

    made: dt.date
    amount: Rupiah
    by: dt.date
    via: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """Word from the customer that `amount` was paid already, before it was found on a bank statement."""

    made: dt.date
    amount: Rupiah
    via: str | None = None
    invoices: tuple[str, ...] = ()
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dispute:
    """An objection to an invoice, or to a part of it. Open from `opened` until the day before `closed`."""

    invoice: str
    opened: dt.date
    closed: dt.date | None = None
    reason: str | None = None
    #: The disputed part; None: the whole invoice.
    amount: Rupiah | None = None
    ground: Ground | None = None
    #: The last day on which we answer; None: so many working days as the policy says.
    answer_by: dt.date | None = None
    #: The day on which we answered; the objection stands until it is closed.
    answered: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    def is_open(self, as_of: dt.date) -> bool:
        """Tell whether the objection stands at the end of `as_of`."""
        return self.opened <= as_of and (self.closed is None or as_of < self.closed)


@dataclass(frozen=True, slots=True)
class Hold:
    """A pause that the creditor set by hand, for the customer or for some invoices, `until` inclusive."""

    since: dt.date
    reason: str
    until: dt.date | None = None
    invoices: tuple[str, ...] = ()
    at: Source = field(default=Source(""), compare=False, repr=False)

    def is_active(self, as_of: dt.date) -> bool:
        """Tell whether the pause covers `as_of`."""
        return self.since <= as_of and (self.until is None or as_of <= self.until)


@dataclass(frozen=True, slots=True)
class Customer:
    """Everything about one debtor, and about nobody else: one file of the book."""

    id: str
    name: str
    form: LegalForm
    contact: Contact
    liable: Official | None = None
    address: Address | None = None
    language: Language = Language.INDONESIAN
    ladder: str = "standard"
    hardship: Hardship | None = None
    #: Channels in the order this customer prefers; empty: as the stage says.
    channels: tuple[Channel, ...] = ()
    tolerance: Rupiah | None = None
    #: How long this customer has, where neither an invoice nor its contract says.
    terms: PaymentTerms | None = None
    #: When and with which papers this customer takes invoices (tukar faktur).
    exchange: InvoiceExchange | None = None
    #: Numbers of its own that this customer can pay into, as a bank gave them.
    virtual_accounts: tuple[VirtualAccount, ...] = ()
    #: https address at which this customer pays; it wins over the creditor's.
    payment_link: str | None = None
    invoices: tuple[Invoice, ...] = ()
    credit_notes: tuple[CreditNote, ...] = ()
    payments: tuple[Payment, ...] = ()
    slips: tuple[TaxSlip, ...] = ()
    write_offs: tuple[WriteOff, ...] = ()
    refunds: tuple[Refund, ...] = ()
    principal_first: PrincipalFirst | None = None
    promises: tuple[Promise, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    holds: tuple[Hold, ...] = ()
    plans: tuple[Plan, ...] = ()
    giros: tuple[Giro, ...] = ()
    handed: tuple[Handed, ...] = ()
    returns: tuple[Returned, ...] = ()
    insolvent: Ending | None = None
    deceased: Ending | None = None
    #: An act that counsel also calls unlawful (KUHPerdata 1365), in a human's words; None: no somasi cites it.
    unlawful_act: str | None = None
    #: Internal remarks; they reach no output for customers or lawyers.
    notes: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    def tolerance_in(self, policy: Policy) -> Rupiah:
        """Return how much may be past due, or paid too much, before anybody speaks of it."""
        return policy.tolerance if self.tolerance is None else self.tolerance


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody who sends for the creditor: own staff, or an agent with a surat tugas."""

    name: str
    position: str
    capacity: str = "staff"  # or "agent"
    surat_tugas: str | None = None
    email: str | None = None
    whatsapp: str | None = None


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account customers pay into."""

    bank: str
    number: str
    holder: str
    #: The day up to which (inclusive) its statements were entered; None: nobody says.
    read_until: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Creditor:
    """Who sends: identity, letterhead, people, accounts."""

    name: str
    form: LegalForm
    address: Address
    zone: Zone
    #: Who signs, by role: "reminder" always, "manager" and "somasi" where a stage asks for them.
    signatories: Mapping[str, Official]
    senders: tuple[Sender, ...]
    accounts: tuple[BankAccount, ...]
    phone: str | None = None
    email: str | None = None
    whatsapp: str | None = None
    website: str | None = None
    tagline: str | None = None  # short line under the name in the letterhead
    logo: str | None = None  # PNG or JPEG, relative to data/
    accent: str = "#1f5f5b"
    service_hours: str | None = None
    payment_link: str | None = None
    #: The static QRIS code of the creditor, and whether an amount in it has been tried.
    qris: MerchantCode | None = None
    counsel: Counsel | None = None
    #: Address under which site/ is published, ending in a slash; None: no link is printed.
    base_url: str | None = None
    as_of: dt.date | None = None  # a demonstration book names its own day
    #: Language of the kit's sentences to the operator: "en" or "id".
    lang: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Book:
    """One creditor's whole book as read at one moment. Customers come sorted by id."""

    creditor: Creditor
    policy: Policy
    calendar: Calendar
    customers: tuple[Customer, ...]
    registers: Mapping[str, Register]
    links: Mapping[str, Link]
    codes: Codes = field(default_factory=Codes)
    #: What became of private addresses, oldest first.
    trail: tuple[Trace, ...] = ()
    #: Numbers of papers of people who were forgotten.
    forgotten: tuple[Stone, ...] = ()

    def register(self, customer: str) -> Register:
        """Return the register of `customer`, empty where nothing was ever recorded."""
        return self.registers.get(customer) or Register(customer)

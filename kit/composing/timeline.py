"""What happened between us and one customer, newest first, for the desk: money, words, papers, promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kit.basics.money import format_rupiah
from kit.composing.desk_words import WORDS, begun, stage_word
from kit.composing.voice import Voice
from kit.domain.cases import Case
from kit.domain.happened import ContactChanged, Drafted, Failed, Read
from kit.domain.model import Customer
from kit.domain.register import Approved, Contacted, Delivered, Entry, Final, Issued, Register, Sent

#: Lines of the history that are shown, newest first.
SHOWN = 40


def timeline(case: Case, register: Register, voice: Voice) -> tuple[tuple[date, str], ...]:
    """Return day and sentence of everything up to the statement's day, newest first, at most `SHOWN`."""
    words = WORDS[voice.lang]
    as_of = case.statement.as_of
    told = [*_dealings(case.customer, words, voice)]
    for entry in register.entries(as_of):
        sentence = _entry(entry, words, voice)
        told += [(entry.date, sentence)] if sentence else []
    seen = [(day, said) for day, said in told if day <= as_of]
    return tuple(sorted(seen, key=lambda each: each[0], reverse=True)[:SHOWN])


def _dealings(who: Customer, words: Mapping[str, str], voice: Voice) -> Iterator[tuple[date, str]]:
    for bill in who.invoices:
        yield bill.issued, words["t-invoice"].format(number=bill.number, amount=format_rupiah(bill.amount))
        if not bill.awaits:
            yield bill.due, words["t-due"].format(number=bill.number)
    for money in who.payments:
        yield money.date, words["t-payment"].format(amount=format_rupiah(money.amount))
    for note in who.credit_notes:
        yield note.date, words["t-credit"].format(amount=format_rupiah(note.amount))
    for promise in who.promises:
        amount = format_rupiah(promise.amount)
        yield promise.made, words["t-promise"].format(amount=amount, day=voice.day(promise.by))
    for claim in who.claims:
        yield claim.made, words["t-claim"].format(amount=format_rupiah(claim.amount))
    for dispute in who.disputes:
        yield dispute.opened, words["t-dispute"].format(invoice=dispute.invoice)
        if dispute.closed:
            yield dispute.closed, words["t-dispute-closed"].format(invoice=dispute.invoice)
    for hold in who.holds:
        yield hold.since, words["t-hold"].format(reason=hold.reason)
    for plan in who.plans:
        yield plan.offered, words["t-plan"].format(amount=format_rupiah(plan.total))
        if plan.signed:
            yield plan.signed, words["t-plan-signed"]


def _entry(entry: Entry, words: Mapping[str, str], voice: Voice) -> str:
    """Return what the register says as a sentence; nothing for a kind that the desk does not tell."""
    if isinstance(entry, Sent):
        stage = stage_word(entry.stage, voice.lang)
        return begun(words["t-sent"].format(stage=stage, channel=words[entry.channel], by=entry.by))
    if isinstance(entry, Issued):
        return begun(words["t-issued"].format(stage=stage_word(entry.stage, voice.lang), number=entry.number))
    if isinstance(entry, Delivered):
        return words["t-delivered"].format(number=entry.number, outcome=words.get(entry.outcome, entry.outcome))
    if isinstance(entry, Contacted):
        outcome = words.get(entry.outcome, entry.outcome)
        said = words["t-contact"].format(via=words.get(entry.via, entry.via), outcome=outcome)
        return f"{said}. {entry.note}" if entry.note else said
    if isinstance(entry, Final):
        return words["t-final"].format(number=entry.number)
    if isinstance(entry, Approved):
        return words["t-approved"].format(stage=stage_word(entry.stage, voice.lang), by=entry.by)
    return _passage(entry, words, voice)


def _passage(entry: Entry, words: Mapping[str, str], voice: Voice) -> str:
    """Return what became of a message on its way, or of a contact, as a sentence."""
    if isinstance(entry, ContactChanged):
        return words["t-changed"].format(now=entry.now, source=entry.source)
    if not isinstance(entry, Drafted | Read | Failed):
        return ""
    said = {"stage": stage_word(entry.stage, voice.lang), "channel": words[entry.channel]}
    if isinstance(entry, Drafted):
        return begun(words["t-drafted"].format(**said, by=entry.by))
    if isinstance(entry, Failed):
        return begun(words["t-failed"].format(**said, reason=entry.reason))
    read = begun(words["t-read"].format(**said))
    return f"{read}. {entry.note}" if entry.note else read

"""What each field of the lanes beside the ladder is for, in a sentence: objections, giros, cash, returns, ends."""

from __future__ import annotations

from collections.abc import Mapping

LANES: Mapping[str, str] = {
    "dispute.amount": "The disputed part in rupiah; without it the whole invoice.",
    "giro.number": "Number on the paper.",
    "giro.bank": "Bank on which it is drawn.",
    "giro.written": "Date of issue on the paper; it is valid for 70 days from here.",
    "giro.effective": "First day on which the bank takes it; the date of issue unless written here.",
    "giro.received": "Day on which you got it, from when it pauses; the date of issue unless written here.",
    "giro.amount": "Amount in rupiah.",
    "giro.for": "Invoice, or invoices, that it pays; all that were issued by then unless written here.",
    "giro.cleared": "Day on which its money came; enter the payment as well.",
    "giro.bounced": "Day on which the bank refused it; the ladder goes on from here.",
    "handed.date": "Day on which the cash changed hands.",
    "handed.amount": "Amount in rupiah.",
    "handed.to": "Who of yours took it.",
    "handed.receipt": "Number of the receipt that the customer holds; with one, only you are asked.",
    "handed.for": "Invoice, or invoices, that it pays; all that were issued by then unless written here.",
    "returned.date": "Day on which the goods came back.",
    "returned.invoice": "Invoice on which they stand.",
    "returned.value": "Value that the customer says they have, in rupiah.",
    "returned.note": "What came back, and why.",
    "returned.answer_by": "Last day on which you answer; the policy's answer_days unless written here.",
    "returned.answered": "Day on which you answered without a credit note.",
    "ending.date": "Day from which it is so.",
    "ending.source": "How you know: number of the ruling, word of the family.",
    "dispute.invoice": "Invoice that is disputed.",
    "dispute.opened": "Day on which the customer objected.",
    "dispute.closed": "Day on which it was settled.",
    "dispute.reason": "What the customer objects to, in words.",
    "dispute.ground": "Reason code of the objection.",
    "dispute.answer_by": "Last day on which you answer; the policy's answer_days unless written here.",
    "dispute.answered": "Day on which you answered; the objection stands until it is closed.",
    "hold.since": "First day of silence.",
    "hold.until": "Last day of silence, inclusive; without it until the entry is changed.",
    "hold.reason": "Why; for yourselves.",
    "hold.invoices": "Some invoices only; without it the whole customer.",
}

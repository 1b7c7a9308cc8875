"""What the kit says in English about giros, cash handed over, goods returned, insolvency and death."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "giro-both": ("giro {number} has cleared and bounced", "keep the one that is true"),
    "giro-late": (
        "giro {number} can be presented from {effective} only, and the bank takes it until {until}",
        "compare the dates with the paper; if they are right, ask for another one",
    ),
    "giro-no-payment": (
        "giro {number} over {amount} has cleared on {cleared}, but no payment of that sum is entered since",
        "enter the payment; until then its invoices rest",
    ),
    "giro-repeated": ("giro {number} of this bank stands there twice", "keep one of the two"),
}

#: Problems of recording.
MADE: Mapping[str, tuple[str | None, ...]] = {
    "giro-settled": ("giro {number} of {customer} has {state} on {date} already", "mend it in the customer's file"),
    "no-such-giro": ("{customer} has no giro {number}", "did you mean {nearest}?", "see the file of the customer"),
    "no-such-return": (
        "{customer} has no return of {invoice} and no objection to it that wait for an answer",
        "see kit explain {customer}",
    ),
}

REASONS = {
    "giro-bounced": "bilyet giro {number} of {bank} over {amount} was refused by the bank on {on}",
    "giro-cleared": "bilyet giro {number} of {bank} over {amount} has cleared on {on}: enter the payment",
    "giro-unanswered": "bilyet giro {number} of {bank} over {amount} should have cleared by {until}: ask the bank, "
    "then record giro-cleared or giro-bounced",
    "handed-unfound": "{to} took {amount} in cash on {made} (receipt {receipt}) and no ledger shows it: ask {to}, not "
    "the customer",
    "handed-unfound-bare": "{to} is said to have taken {amount} in cash on {made} without a receipt, and no ledger "
    "shows it: ask {to}",
    "hold-deceased": "the customer has died, {since} ({source}): nothing goes out; "
    "ask counsel who answers for the debt",
    "hold-giro": "{invoices}: bilyet giro {number} of {bank} over {amount} is in hand; it should clear by {until}",
    "hold-handed": "{invoices}: {to} took {amount} in cash on {made}; it is looked for until {until}",
    "hold-insolvent": "the customer is insolvent since {since} ({source}): nothing goes out; ask counsel how the claim "
    "is to be filed, and by when",
    "hold-returned": "{invoice}: goods for {amount} came back on {made}; our answer is due by {until}",
    "objection-unanswered": "{invoice}: the customer objected on {made}{ground}, and our answer was due by {until}: "
    "answer, then record answered or dispute-closed",
    "returned-unanswered": "{invoice}: goods for {amount} came back on {made}, and our answer was due by {until}: "
    "grant a credit note, or answer",
}

#: Reason codes of objections, as a reason names them; empty: none was written.
GROUNDS = {
    "": "",
    "goods-not-received": " (goods not received)",
    "late-delivery": " (late delivery)",
    "quality": " (quality)",
    "wrong-amount": " (wrong amount)",
    "unexpected-cost": " (unexpected cost)",
    "duplicate": " (billed twice)",
    "paid-already": " (paid already)",
    "invoice-not-received": " (invoice not received)",
    "other": " (other)",
}

HOLDS = {
    "deceased": "deceased",
    "giro": "bilyet giro",
    "handed": "cash handed over",
    "insolvent": "insolvency",
    "returned": "goods returned",
}

DOOR = {
    "questions": "For ourselves to answer:",
    "recorded-answered": "Recorded: {customer}, return of {invoice} answered on {day}.",
    "recorded-answered-objection": "Recorded: {customer}, objection to {invoice} answered on {day}; it stands until it "
    "is closed.",
    "recorded-deceased": "Recorded: {customer} has died, {day}; nothing goes out any more.",
    "recorded-giro": "Recorded: giro {number} of {customer} over {amount}; it rests until {until}.",
    "recorded-giro-bounced": "Recorded: giro {number} of {customer} bounced on {day}; the ladder goes on.",
    "recorded-giro-cleared": "Recorded: giro {number} of {customer} cleared on {day}; now enter its payment.",
    "recorded-handed": "Recorded: {customer} gave {amount} in cash to {to}; {days} working days to find it.",
    "recorded-insolvent": "Recorded: {customer} is insolvent from {day}; nothing goes out any more.",
    "recorded-returned": "Recorded: {customer} returned goods of {invoice} for {amount}; answer by {until}.",
}

"""What `kit letter` says in English: why the state of the book does not allow a letter, and what was made."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "columns-differ": (
        "the second column of the agreement does not state what the first one does (paragraph {place})",
        "letters/en/agreement/ must have the paragraphs and figures of letters/agreement/",
    ),
    "letter-claim-stands": (
        "{open} of the claim in the somasi to {customer} is still open",
        "where you withdraw it all the same, say why: --reason",
    ),
    "letter-day-closed": ("{date} is no day on which customers are met", "the next one is {nearest}"),
    "letter-day-past": ("{date} lies before {as_of}, the day of the letter", "name a day to come"),
    "letter-invoice": ("{customer} has no invoice {number}", "check the number; kit explain {customer} lists them"),
    "letter-no-breach": (
        "no instalment plan of {customer} is broken on {date}",
        "a missed instalment is reminded of by the build",
    ),
    "letter-no-checklist": (
        "the book does not say which papers {customer} asks for",
        "write exchange: documents: in the customer's file",
    ),
    "letter-no-dispute": ("no objection of {customer} is open on {date}", "enter it first, as disputes:"),
    "letter-no-invoice": ("{customer} has no invoice up to {date}", None),
    "letter-no-payment": ("no such payment of {customer} is recorded up to {date}", "enter it first, as payments:"),
    "letter-no-plan": (
        "no signed instalment plan of {customer} has an instalment to come",
        "kit agree {customer} offers one",
    ),
    "letter-no-promise": ("no promise of {customer} is open on {date}", "enter it first, as promises:"),
    "letter-no-somasi": ("no somasi to {customer} was issued up to {date}", None),
    "letter-not-early": ("nothing of {customer} was paid before its day in the month up to {date}", None),
    "letter-nothing-late": (
        "nothing of {customer} may be demanded on {date}: no undisputed arrears above the tolerance",
        None,
    ),
    "letter-nothing-left": ("the payment of {customer} leaves nothing open", "kit build says the word of thanks"),
    "letter-nothing-missing": ("no paper of the checklist of {customer} is missing on {date}", None),
    "letter-nothing-open": ("no invoice of {customer} is open on {date}", None),
    "letter-nothing-over": ("{customer} has paid nothing beyond the invoices up to {date}", None),
    "letter-still-open": (
        "{open} of {customer} is still open: nothing may be called settled",
        "name the invoices that are, with --invoice",
    ),
    "letter-stopped": ("{customer} has died or is insolvent: nothing goes out", "counsel decides"),
    "letter-which": ("several could be meant for {customer}: {known}", "say which, with {option}"),
}

DOOR = {
    "letter-made": "Drafted: {customer}, {occasion}. Read it in {place}; nothing is sent or recorded:",
    "meterai-columns": "Customer|Paper|Number|States|Stamps|Cost",
    "meterai-agreement": "agreement, two originals",
    "meterai-receipt": "receipt (kuitansi)",
    "meterai-settlement": "settlement letter",
    "meterai-exhibits": "exhibits for the court",
    "meterai-nothing": "No paper waits for a duty stamp on {day}.",
    "meterai-rule": (
        "{duty} a piece (UU 10/2020). Agreements: on each original, whatever the amount. Receipts and settlement\n"
        "letters: above Rp5.000.000. Exhibits: when they go to court. Invoices, reminders and somasi: none."
    ),
}

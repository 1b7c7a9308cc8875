"""What the kit says to its operator in English, beside problems: verdicts, reasons, summaries."""

from __future__ import annotations

VERDICTS = {
    "send": "send {stage}",
    "wait": "wait until {until}",
    "wait-for-news": "wait",
    "hold": "on hold ({hold})",
    "hold-until": "on hold ({hold}) until {until}",
    "blocked": "blocked before {stage}",
    "clear": "clear",
    "thank": "say thank you",
}

HOLDS = {"manual": "by hand", "promise": "promise to pay", "dispute": "dispute"}

REASONS = {
    "already-sent": "the stage {stage} was sent",
    "arrears-settled": "what was past due is settled",
    "channel-fallback": "no channel of the stage reaches the customer; {channel} steps in",
    "disputed": "{invoice} is disputed and left out",
    "due-soon": "{invoice} falls due on {due}",
    "first-word-gentle": "nothing was said yet since this became late: {instead} comes before {stage}",
    "held": "{invoice} is on hold and left out",
    "hold-manual": "put on hold by hand: {reason}",
    "hold-promise": "on {made} the customer promised {amount} by {by}",
    "ladder-at-end": "the ladder has no further stage",
    "moved-to-open-day": "{day} is no day for contacts; act on {act_on}",
    "needs-bank-data": "the statements of {bank} were entered up to {until} only; enter newer ones (read_until)",
    "needs-contact": "no WhatsApp number, e-mail or postal address reaches the customer",
    "needs-signatory": "creditor.yaml names no signatory for {role}",
    "next-stage": "the next stage comes on {until}",
    "not-due-yet": "nothing is due yet",
    "nothing-open": "every invoice is settled",
    "overpaid": "{amount} was paid beyond all invoices",
    "past-due": "{invoice} is {days} days past due",
    "settled": "{invoice} was settled on {on}",
    "stage-come": "the day of stage {stage} (H{days:+}) has come",
    "too-soon": "the last message is too recent, or its date has not passed; not before {until}",
    "within-tolerance": "what is past due lies within the tolerance of {tolerance}",
}

DOOR = {
    "as-of": "as of {day}",
    "built": "{out} is ready.",
    "by-kind": "  {count:>5}  {kind}",
    "kind-letter": "letters (PDF)",
    "kind-mail": "e-mail drafts",
    "kind-whatsapp": "WhatsApp texts",
    "kind-page": "status pages",
    "kind-issued": "issued papers",
    "customers": "customers",
    "attention": "Needs attention:",
    "today": "To send today:",
    "nothing-today": "Nothing to send today.",
    "more": "  … and {count} more: kit status",
    "where": "Messages are in {outbox}, letters in {letters}, pages in {site}.",
    "rehearsal": "REHEARSAL: built for a day before the newest register entry. Send nothing from it.",
    "check-good": "{customers} customers, {invoices} invoices: no problems.",
    "progress": "Rendering",
    "total": "total",
    "unallocated": "unallocated",
    "open-invoices": "{open} open invoices, {late} of them past due ({who} customers)",
    "issued": "{number}: {customer}, {stage}. Kept as {path}.",
    "recorded": "Recorded: {customer}, {stage}, by {channel}, {day}.",
    "plan-new": "new",
    "plan-changed": "changed",
    "plan-same": "unchanged",
    "plan-gone": "gone",
    "explain-statement": "Statement of account",
    "explain-verdict": "Verdict",
    "explain-paid": "paid",
    "explain-credited": "credited",
    "explain-sent": "Sent so far",
    "explain-why": "Why",
    "explain-needs": "What would unblock it",
    "explain-items": "About",
    "explain-listed": "Listed, not demanded",
    "explain-channels": "Channels",
    "explain-act-on": "Act on",
    "explain-deadline": "Deadline given",
    "nothing-sent": "nothing yet",
}

COLUMNS = ("Customer", "Outstanding", "Past due", "Days", "Last or next stage", "Verdict")
LEDGER_COLUMNS = ("Invoice", "Issued", "Due", "Days late", "Amount", "Credited", "Paid", "Outstanding")

"""What `kit init` asks in English, and the comments in the files that it writes."""

from __future__ import annotations

QUESTIONS = {
    "name": "Name of the creditor, as letters print it",
    "form": "Legal form ({options})",
    "street": "Street and number",
    "city": "City",
    "province": "Province",
    "postcode": "Postcode",
    "email": "E-mail for customers",
    "whatsapp": "WhatsApp number for customers",
    "bank": "Bank that customers pay into",
    "account": "Number of the account",
    "holder": "Holder of the account",
    "signatory": "Who writes and signs reminders",
    "position": "Position of that person",
    "manager": "Who signs firm letters",
    "manager-position": "Position of that person",
}
SKIP = "Enter: leave it out"
MISSING = "--no-input needs these as well: {flags}"
STARTED = (
    "{path} is a book now. Next: put a file for each customer into {customers}\n"
    "(every field: docs/book.md, or kit schema for your editor), then: kit check --book {path}"
)
SCHEMAS = "Begin a file with its line, and your editor completes it:"

COMMENTS = {
    "creditor": "Who is owed, who signs and writes, where customers pay.",
    "format": "format of the book; leave it",
    "province": "the time zone follows from it",
    "lang": "language in which kit speaks to you: en or id",
    "signatories": "a stage whose signatory is missing is blocked, not sent",
    "reminder": "signs reminders",
    "manager": "signs firm letters",
    "somasi": "signs the somasi; a director",
    "senders": "the first one writes",
    "read_until": "last day whose payments are in the book; move it on each morning",
    "phone": "printed where it helps",
    "service_hours": "printed where it helps",
    "logo": "PNG or JPEG below data/",
    "accent": "one colour",
    "qris": "text of your static QRIS code; add tested: {date, amount} once a code with an amount was paid",
    "base_url": "address under which build/site/ is published; without it no message carries a link",
    "policy": "How we collect. Every line is the kit's default: change what you want, delete what you do not need.",
    "tolerance": "at or below this much past due, nobody is reminded",
    "weekly_cap": "messages to one customer within seven days, at most",
    "caps": "calls to one customer within seven days, at most; also week, whatsapp, email",
    "minimum_gap": "days between two messages to one customer",
    "read_until_limit": "working days that bank statements may lag before a firm letter waits",
    "link_days": "days for which the private address of a customer's page stands",
    "thanks_within": "days after settlement in which thanks are still fresh",
    "clearing_days": "working days in which the bank clears a bilyet giro",
    "answer_days": "working days in which goods returned and objections get an answer",
    "slip_request_every": "days until a tax slip that has not come is asked for again",
    "claim_days": "working days in which a payment that a customer tells of is looked for",
    "missed": "latest: of missed reminders the newest goes alone; catch-up: all in turn",
    "first_run": "gentle: a first word at most collaborative; as-is: at most firm",
    "rest_after_payment": "days without a reminder after money came in",
    "rest_after_call": "days without a reminder after a call that reached somebody",
    "contact_window": "when customers may be contacted: not at Friday's prayer, no collecting in H-7 to H+7 of Lebaran",
    "instalments": "within what a customer may propose instalments on the page",
    "incentives": "what prompt payment brings beside money, in words for the customer",
    "humour": "yes: a call sheet may open with a light word, never from the firm stage on",
    "somasi_rules": "a formal demand: least amount, days for the way, days given, whether the owner must approve",
    "transfer_code": "off, persons or all: whose transfers carry 1 to 999 rupiah more to be recognised by",
    "numbering": "letter numbers; the month is Roman",
    "ladders": "stages by days from the due date: H-3 before it, H+7 after it",
    "customer": "An invented customer: replace it, or delete this file. The file's name is the customer's short name.",
    "form": "PT, PT perorangan, CV, UD, firma, koperasi, yayasan or person",
    "liable": "who answers; for UD and CV a human being",
    "call_as": "the greeting of messages",
    "formal": "the name in letters",
    "verified": "day on which somebody made sure of the address",
    "amount": "whole rupiah, with tax",
    "payments": "one line for each transfer",
    "for": "invoice that the payer named",
    "promises": "reminders rest until the day",
    "ignore": "Secret links of the customers' pages: in your backup, never in git",
    "output": "Made by kit build",
}

"""What `kit record` says in English: what it entered, and what it refused."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "approval-own": (
        "{by} prepares the papers and cannot be the only one who approves {stage} to {customer}",
        "let a second person approve it; where there is nobody else: policy.yaml, somasi: approval: no",
    ),
    "dispute-none": (
        "{customer} has no open objection to {number} on {date}; open are: {known}",
        "see kit explain {customer}",
    ),
    "entered-already": ("{customer} has the same entry of {date} already", "see kit explain {customer}"),
    "evidence-exists": (
        "data/evidence/{customer}/ holds another file called {name}",
        "give the new one a name of its own",
    ),
    "evidence-name": (
        '"{name}" is no file name that every system takes',
        "rename it with letters, digits and hyphens",
    ),
    "evidence-unfit": ("{path} is no ordinary file of at most {limit} bytes", "name a scan or photograph"),
    "hold-none": (
        "no such pause of {customer} is open after {date}; open are: {known}",
        "see holds in data/customers/{customer}.yaml",
    ),
    "hold-which": ("several pauses of {customer} are open: {known}", "say which with --since or --invoice"),
    "no-such-entry": (
        "the register of {customer} has no entry {entry} that could be taken back; it has {count}",
        "count the entries in data/register/{customer}.yaml from 1",
    ),
    "no-such-invoice": (
        "{customer} has no invoice {number}",
        "did you mean {nearest}?",
        "write the number exactly as the invoice has it",
    ),
    "no-such-letter": (
        "no letter {number} was issued to {customer}",
        "did you mean {nearest}?",
        "see data/register/{customer}.yaml",
    ),
    "no-such-message": (
        "no message of {stage} to {customer} by {via} up to {date} counts as sent; sent were: {known}",
        "enter it first with kit record sent",
    ),
    "no-such-stage": ("the ladder of {customer} has no stage {stage}", "known are: {known}"),
    "paper-not-waiting": (
        "{number} is no issued {stage} that waits to be sent to {customer}; waiting are: {known}",
        "did you mean {nearest}?",
        "see data/register/{customer}.yaml",
    ),
    "paper-never-issued": (
        "{stage} to {customer} leaves the house with a number and a date only, and none was issued",
        "give it its number first: kit issue {customer}",
    ),
    "paper-outdated": (
        "{stage} was issued to {customer} as {known}, which no longer states what is owed today",
        "issue it anew with kit issue {customer}, or say with --number that this paper went out",
    ),
    "paper-which": (
        "several issued papers of {stage} wait to be sent to {customer}: {known}",
        "say with --number which one went out",
    ),
    "payment-again": (
        "a payment of {amount} on {date} is entered for {customer} already",
        "if it really is another one, add --again and its --reference",
    ),
}

DOOR = {
    "recorded-contact-changed": "Recorded: {customer}, {detail} is now {now}, {day} (entry {place}).",
    "recorded-drafted": "Recorded: {customer}, {stage} drafted, {via}, {day} (entry {place}).",
    "recorded-failed": "Recorded: {customer}, {stage} did not arrive, {via}, {day}; it no longer counts as sent "
    "(entry {place}).",
    "recorded-read": "Recorded: {customer}, {stage} read, {via}, {day} (entry {place}).",
    "recorded-approved": "Recorded: {customer}, {stage} approved by {by}, {day} (entry {place}).",
    "recorded-claim": "Recorded: {customer} says {amount} was paid; {days} working days to find it.",
    "recorded-contact": "Recorded: {customer}, {via}, {outcome}, {day} (entry {place}).",
    "recorded-delivered": "Recorded: {customer}, letter {number} {outcome}, {day} (entry {place}).",
    "recorded-dispute-part": "Recorded: {customer} objects to {amount} of {invoice}, {day}; answer by {until}.",
    "recorded-refund": "Recorded: {amount} given back to {customer}, {day}.",
    "recorded-slip": "Recorded: {customer}, slip {number} of {amount} for {invoice}.",
    "recorded-write-off": "Recorded: {customer}, {invoice} is written off, {day}.",
    "recorded-extension": "Recorded: {customer}, {invoice} is now due on {due}, granted on {day}.",
    "recorded-dispute-closed": "Recorded: {customer}, the objection to {invoice} is settled, {day}.",
    "recorded-dispute": "Recorded: {customer} objects to {invoice}, {day}; answer by {until}.",
    "recorded-hold-ended": "Recorded: {customer}, the pause since {since} ends with {day}.",
    "recorded-hold": "Recorded: {customer} is on hold from {since}.",
    "recorded-hold-until": "Recorded: {customer} is on hold from {since} until {until}.",
    "recorded-payment": "Recorded: {customer} paid {amount}, {day}.",
    "recorded-promise": "Recorded: {customer} promises {amount} by {by}.",
    "recorded-void": "Recorded: {customer}, entry {entry} ({kind}) no longer counts (entry {place}).",
}

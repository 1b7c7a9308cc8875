"""Ladders in English: what is wrong with one, and why one was chosen."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that a policy or the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "ladder-firm-first": (
        "the ladder {ladder} begins with {approach}; nobody's first word is a firm one",
        "put a collaborative stage before it",
    ),
    "ladder-order": (
        "{days} does not come after {earlier} in the ladder {ladder}",
        "put the stages in the order of their days",
    ),
    "ladder-softer": (
        "{approach} is softer than {before} before it in the ladder {ladder}",
        "a ladder never becomes softer again; reorder the stages",
    ),
    "ladder-unknown": ("the ladder {ladder} is not known", "did you mean {nearest}?", "known are: {known}"),
    "stage-reserved": (
        "the stage {stage} of the ladder {ladder} has a name under which the kit itself speaks",
        "choose another one; taken are {known}, and instalment-1, instalment-2 …",
    ),
    "stage-repeated": ("the stage {stage} stands in the ladder {ladder} twice", "give each stage its own name"),
    "ladder-auto": ("auto is no name for a ladder: it lets the kit choose one", "give the ladder another name"),
    "stage-condition": (
        "the stage {stage} is a somasi and takes no only_if",
        "leave it out; how much a somasi is worth its weight for stands in somasi: {{minimum: ...}}",
    ),
}

REASONS: Mapping[str, str] = {
    "auto-as-usual": "ladder {ladder} (auto): {count} invoices paid, in the middle {days} days late",
    "auto-few-facts": "ladder {ladder} (auto): {count} invoices paid before, too few to judge by (at least {least})",
    "auto-hardship": "ladder {ladder} (auto): a hard time is recorded since {since}",
    "auto-plan-broken": "ladder {ladder} (auto): {count} instalment plans broken before",
    "auto-promises-broken": "ladder {ladder} (auto): {kept} of {ended} promises kept before",
    "auto-reliable": "ladder {ladder} (auto): {count} paid invoices, {days} days late in the middle, no word broken",
    "auto-very-late": "ladder {ladder} (auto): {count} invoices paid, in the middle {days} days late",
    "rest-after-call": "a call of {on} reached somebody; no reminder before {until}",
    "rest-after-payment": "money came in on {on}; no reminder before {until}",
    "stage-come-working": "the day of stage {stage} (H{days:+}, working days) has come",
}

"""What each problem of an instalment plan says in English: in a customer's file, and where one is made."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that the file of a customer can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "agreement-outdated": (
        "the plan of {customer} offered on {offered} no longer says what agreement {number} says",
        "not signed yet: kit issue {customer} agreement makes a new one; signed: put the plan back as it was signed",
    ),
    "plan-count": ("a plan of {count} instalments cannot be; 1 to {most} are possible", "choose another number"),
    "plan-dates": (
        "instalment {number} ({due}) does not come after the one before it ({before})",
        "put the instalments in the order of their dates",
    ),
    "plan-invoice-twice": ("the plan names invoice {number} twice", "keep one of the two"),
    "plan-overlap": (
        "invoice {number} stands in two signed plans at once",
        "write ended: into the plan that no longer counts",
    ),
    "plan-sum": ("the instalments add up to {sum}, and the total is {total}", "mend the instalments or the total"),
}

#: Problems of making a plan.
MADE: Mapping[str, tuple[str | None, ...]] = {
    "agreement-none": (
        "no instalment plan of {customer} waits for a signature on {date}",
        "kit agree {customer} --write enters one; an offer that lapsed or is signed needs no agreement",
    ),
    "agreement-not-issued": (
        "no issued agreement of {customer} waits to be sent on {date}",
        "kit issue {customer} agreement gives the draft its number first",
    ),
    "agreement-which": (
        "several plans of {customer} wait for their agreement: {known}",
        "say which with --invoice",
    ),
    "plan-invoice-not-open": ("{number} is no open invoice of this customer", "see kit explain for the open ones"),
    "plan-none": ("{customer} has no instalment plan that still counts", "kit agree {customer} offers one"),
    "proposal-unknown": (
        "no page of this book has made this code, or it was made for another sum",
        "compare it with the customer's message, letter by letter",
    ),
    "proposal-outdated": (
        "the proposal of {customer} is about {was}, as of {day}; today it would be {now}",
        "ask the customer, then: kit agree {customer} --count {count} --first {first}",
    ),
    "proposal-beyond": (
        "the proposal of {customer} lies outside the limits of data/policy.yaml (instalments)",
        "if you agree all the same: kit agree {customer} --count {count} --first {first}",
    ),
    "plan-nothing": ("there is nothing to pay in instalments: {total}", None),
    "plan-part": (
        "instalment {number} would be {amount}; each must be more than nothing",
        "take fewer instalments, or smaller amounts",
    ),
    "plan-payday-step": (
        "instalments every few {step} do not fall on that payday",
        "a day of the month goes with --every months:1, a weekday also with weeks:1",
    ),
    "plan-rest-twice": ("two instalments would take the rest", "give all but one an amount"),
    "plan-runs-already": (
        "invoice {number} stands in the plan offered on {offered}, which still counts",
        "write ended: into that plan before you offer another one",
    ),
    "plan-disputed": (
        "{number} is disputed, and a plan would acknowledge it",
        "close the dispute, or name the other invoices with --invoice",
    ),
    "plan-first-past": ("the first instalment ({first}) lies before the offer ({offered})", "give a later day"),
    "plan-step": ("a step of {number} leads nowhere; 1 to {most} are possible, within the calendar", None),
    "plan-total-differs": (
        "the plan of {customer} offered on {offered} is about {total}, but its invoices had {open} open then",
        "mend the total and the instalments, or end the plan; until then no agreement is made",
    ),
    "plan-unit": ("amounts cannot be rounded to {unit}", "give a whole number of rupiah above zero"),
}

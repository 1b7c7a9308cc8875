"""Which issued papers a customer has in hand, for the page to offer again. Never a somasi: links get passed on."""

from __future__ import annotations

import datetime as dt

from kit.domain.agreements import AGREEMENT
from kit.domain.byhand import OCCASIONS
from kit.domain.policy import Approach, Policy
from kit.domain.register import Issued, Register, Sent

#: Papers that are the customer's own from the moment they are issued.
_OWN = frozenset({"receipt", "settlement"})
#: Papers that speak of a somasi though they demand nothing.
_NEVER = frozenset({"somasi-withdrawal"})


def handed_out(policy: Policy, register: Register, as_of: dt.date) -> tuple[Issued, ...]:
    """Return the papers issued and sent up to `as_of` (inclusive), newest first, without those of the legal stages.

    A receipt or settlement letter is offered from its issue on. A paper of a stage that no ladder has
    any more is left out: nobody can tell what it was.
    """
    entries = tuple(register.entries(as_of))
    sent = {each.number for each in entries if isinstance(each, Sent)}
    found = [
        each
        for each in entries
        if isinstance(each, Issued) and (each.number in sent or each.stage in _OWN) and _is_gentle(policy, each)
    ]
    return tuple(reversed(found))


def _is_gentle(policy: Policy, paper: Issued) -> bool:
    """Tell whether a paper is no somasi, nothing for counsel and nothing that speaks of one."""
    if paper.stage == AGREEMENT:
        return True
    stages = [each for ladder in policy.ladders.values() for each in ladder.stages if each.name == paper.stage]
    known = [*stages, *([OCCASIONS[paper.stage]] if paper.stage in OCCASIONS else [])]
    mild = all(each.approach is not Approach.LEGAL and not each.internal for each in known)
    return bool(known) and mild and paper.stage not in _NEVER

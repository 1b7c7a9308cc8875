"""What the ladder's timing and the gate before a somasi say in English: problems of a policy, reasons of a verdict."""

from __future__ import annotations

from collections.abc import Mapping

#: Problems that policy.yaml can have.
READ: Mapping[str, tuple[str | None, ...]] = {
    "ladder-first-timing": (
        "{when} counts from a stage before it, and the ladder {ladder} begins here",
        "count the first stage from the due date (H+7) or the invoice's date (issued+5)",
    ),
    "ladder-received": (
        "{when} counts from the receipt of a paper, and the stage before it in the ladder {ladder} has no numbers",
        "give the stage before it a series, or write sent+7",
    ),
    "stage-legal": (
        "{stage} is a formal demand and cannot go out as it stands here",
        "write channels: [letter] and a series of numbers, or internal: yes for a note to counsel",
    ),
}

REASONS: Mapping[str, str] = {
    "deadline-running": "the date given in {number}, {until}, has not passed",
    "gate-closed": "{stage} waits for what it needs (below); the stages before it go on meanwhile",
    "handed-over": "counsel got the matter on {on}",
    "needs-approval": "the owner's approval of {stage}, given on {since} or later, is not recorded "
    "(entry approved: kit record)",
    "needs-conversation": "nobody was reached in a call or meeting, and {count} of 2 attempts are recorded "
    "(entry contact: kit record)",
    "needs-delivery": "what became of {number} is not recorded (entry delivered: kit record)",
    "needs-firm-word": "no firm letter spoke of {invoice} yet",
    "needs-liable": "data/customers/{customer}.yaml names nobody who answers for the customer (liable)",
    "needs-minimum": "{amount} lies below the least amount for a somasi, {minimum} (policy.yaml, somasi: minimum)",
    "needs-other-address": "{number} came back on {on}: find another address and say when it was verified "
    "(data/customers/{customer}.yaml, address: verified)",
    "needs-proof-of-delivery": "the delivery of {number} has no proof: record the tracking number or the signed slip "
    "(entry delivered: resi or file)",
    "needs-second-person": "{stage} was approved by {by} alone, who prepares the papers: a second person "
    "approves a somasi (kit record approved {customer} {stage} --by NAME; where there is nobody else: "
    "policy.yaml, somasi: approval: no)",
    "needs-series": "{stage} has no series of numbers (policy.yaml, series)",
    "needs-surat-kuasa": "{firm} has no power of attorney in force (creditor.yaml, counsel: surat_kuasa)",
    "needs-verified-address": "nobody made sure that post arrives (data/customers/{customer}.yaml, address: verified)",
    "needs-words-before": "{count} of at least {least} messages were sent before it",
    "series-came-back": "{number} came back ({on}) and a newer address is verified: the same somasi goes out anew",
    "series-received": "{number} was received on {on}, and its date and the days from receipt have passed",
    "series-received-late": "{number} was received on {on} only, after the date it gives, {until}: the same somasi "
    "goes out anew",
    "series-rests": "the running somasi rests as a whole because of {invoices}",
    "series-running": "a somasi is running: {number}, {amount} of it still to be paid",
    "stage-opened": "the stage {stage} has opened",
}

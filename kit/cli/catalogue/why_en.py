"""How `kit explain` says in English where each stage stands and what would change it."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "change-answer": "our answer to the return, or a credit note, recorded",
    "change-close-dispute": "the objection settled and closed",
    "change-dispute": "an objection to it, recorded",
    "change-end-hold": "the end of the pause that was set by hand",
    "change-first": "{stage} has its turn before it ({on})",
    "change-giro": "what became of the giro, recorded",
    "change-giro-payment": "the payment of the cleared giro, entered",
    "change-money-found": "the money found and entered",
    "change-more-late": "more past due than the tolerance",
    "change-payment": "a payment of at least {amount}, entered",
    "change-plan": "a signed instalment plan, entered",
    "change-plan-over": "the instalment plan broken or ended",
    "change-promise": "a promise to pay, recorded",
    "change-received": "{stage} sent and received with proof",
    "change-sent": "{stage} sent and recorded",
    "change-wait": "waiting until {until}, if nothing new is recorded",
    "considered-after": "comes after {stage}, which may not be skipped",
    "considered-after-received": "counted from the proven receipt of {stage}",
    "considered-after-sent": "counted from the day on which {stage} is sent",
    "considered-after-series": "follows {stage} in the running series",
    "considered-before-due": "speaks before the due date only",
    "considered-beside": "its day has come, but {stage} has its turn",
    "considered-blocked": "has its turn, but something is missing",
    "considered-chosen": "has its turn: this is the verdict",
    "considered-coming": "opens on {until}",
    "considered-condition": "left out: what is late does not come up to its condition (only_if)",
    "considered-gate": "its day has come, but the gate is closed",
    "considered-held": "its day has come, and it is held back",
    "considered-passed": "passed over: {stage} was sent already",
    "considered-sent": "sent on {on}",
    "considered-stale": "passed over: the day of {stage} has come too",
}

DOOR: Mapping[str, str] = {
    "explain-considered": "Every stage considered",
    "explain-would-bring": "would bring it",
    "explain-would-stop": "would stop it",
}

"""Holds the first word of an episode down to a collaborative one. Never reads the clock."""

from __future__ import annotations

from datetime import date

from kit.domain.history import History
from kit.domain.policy import Approach
from kit.domain.statement import Line
from kit.domain.timing import announces
from kit.domain.verdict import Reason


def first_word(
    place: int, late: tuple[Line, ...], past: History, since: date | None, about: frozenset[str] | None
) -> tuple[int, list[Reason]]:
    """Return the place of the stage to send, and why it is gentler than the one at `place`.

    However old the debt is, nobody's first word is harsher than collaborative. `about` narrows what
    counts as spoken to words about these invoices; None: every word of the episode counts.
    """
    if since is not None and past.spoken_since(since, about):
        return place, []
    stages = past.ladder.stages
    for lower in range(place, -1, -1):
        stage = stages[lower]
        gentle = stage.approach is None or stage.approach.rank <= Approach.COLLABORATIVE.rank
        if gentle and not all(announces(stage, line.invoice) for line in late):
            if lower == place:
                return place, []
            return lower, [Reason("first-word-gentle", {"stage": stages[place].name, "instead": stage.name})]
    return place, []

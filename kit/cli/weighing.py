"""Shows every stage that a decision looked at, as text for a person and as data for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kit.cli.sayings import Sayings
from kit.domain.considering import Considered, State
from kit.domain.verdict import Reason

#: Columns of a terminal that text keeps within.
WIDTH = 100
#: Data of a reason that names people or repeats what somebody wrote about them: no program gets it.
PERSONAL = frozenset({"to", "reason", "source"})
_SPOKEN = (State.CHOSEN, State.BLOCKED)
_MARKS = {State.CHOSEN: "*", State.BLOCKED: "!"}


def reason_data(reason: Reason, say: Sayings) -> dict[str, object]:
    """Return one reason as its code, its data and its sentence, with nobody's name in it."""
    data = {key: "…" if key in PERSONAL else value for key, value in reason.data.items()}
    plain = {key: str(value) if isinstance(value, date) else value for key, value in data.items()}
    return {
        "code": reason.code,
        **{key: value for key, value in plain.items() if key not in PERSONAL},
        "text": say.reason(replace(reason, data=data)),
    }


def stages_data(found: Iterable[Considered], say: Sayings) -> list[dict[str, object]]:
    """Return every stage that was considered as plain data."""
    return [
        {
            "stage": each.stage.name,
            "ladder": each.ladder,
            "invoices": list(each.invoices),
            "state": each.state.value,
            "reasons": [reason_data(reason, say) for reason in each.reasons],
            "would_change": [reason_data(reason, say) for reason in each.changes],
        }
        for each in found
    ]


def stages_text(found: tuple[Considered, ...], say: Sayings) -> list[str]:
    """Return every stage that was considered in lines, ladder by ladder: `*` what is sent, `!` what is blocked."""
    lines = []
    width = max((len(each.stage.name) for each in found), default=0)
    ladder: str | None = None
    rests: list[Considered] = []
    for each in found:
        if each.ladder is not None and each.ladder != ladder:
            ladder = each.ladder
            lines.append(f"  {ladder}:")
        head = f"  {_MARKS.get(each.state, ' ')} {each.stage.name:<{width}}  "
        told = "; ".join(map(say.reason, each.reasons))
        twin = next((other for other in rests if _rest_alike(other, each)), None)
        if twin is not None:
            told = say.door("explain-alike", stage=twin.stage.name)
        lines += lined(f"{', '.join(each.invoices)}: {told}", head)
        if twin is not None:
            continue
        rests += [each] if each.state is State.RESTS else []
        for told in _changes_told(each, say):
            lines += lined(told, " " * len(head))
    return lines


def _rest_alike(one: Considered, other: Considered) -> bool:
    """Tell whether two stages of a ladder rest for the same invoices, reasons and ends."""
    return replace(one, stage=other.stage) == other


def _changes_told(each: Considered, say: Sayings) -> list[str]:
    """Return what would change a stage, one sentence for each part: every rest must end, or else a day is waited for.

    What has its turn before it, and what will be missing when its turn comes, stand apart.
    """
    if each.state is State.CHOSEN:
        stops = say.door("explain-or").join(map(say.reason, each.changes))
        return [f"{say.door('explain-would-stop')}: {stops}"] if stops else []
    if each.state is State.AFTER:
        return []
    waits = [reason for reason in each.changes if reason.code in ("change-wait", "change-join")]
    first = [reason for reason in each.changes if reason.code == "change-first"]
    missing = [reason for reason in each.changes if reason.code.startswith("needs-")]
    ends = [reason for reason in each.changes if reason not in (*waits, *first, *missing)]
    together = say.door("explain-and").join(map(say.reason, ends))
    brings = say.door("explain-or").join([*([together] if together else []), *map(say.reason, waits)])
    now = each.state in (State.BLOCKED, State.GATE)
    told = (
        ("explain-would-bring", brings),
        ("explain-held-up", "; ".join(map(say.reason, first))),
        ("explain-missing" if now else "explain-then-missing", "; ".join(map(say.reason, missing))),
    )
    return [f"{say.door(code)}: {words}" for code, words in told if words]


def lined(text: str, head: str) -> list[str]:
    """Return `text` after `head` in lines of a terminal, the later ones set in under the first."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip

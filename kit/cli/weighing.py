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
    for each in found:
        if each.ladder is not None and each.ladder != ladder:
            ladder = each.ladder
            lines.append(f"  {ladder}:")
        head = f"  {_MARKS.get(each.state, ' ')} {each.stage.name:<{width}}  "
        told = "; ".join(map(say.reason, each.reasons))
        lines += lined(f"{', '.join(each.invoices)}: {told}", head)
        if each.changes and each.state is not State.AFTER:
            code = "explain-would-stop" if each.state is State.CHOSEN else "explain-would-bring"
            would = "; ".join(map(say.reason, each.changes))
            lines += lined(f"{say.door(code)}: {would}", " " * len(head))
    return lines


def lined(text: str, head: str) -> list[str]:
    """Return `text` after `head` in lines of a terminal, the later ones set in under the first."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip

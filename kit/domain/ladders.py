"""The ladders that the kit brings: standard, collaborative, firm. Each speaks with the same folders of wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kit.domain.policy import STANDARD, Ladder, Stage

_OWN: Mapping[str, Stage] = {stage.name: stage for stage in STANDARD.stages}
_AFTER_FIRST_DEMAND = (_OWN["somasi-2"], _OWN["somasi-3"], _OWN["handover"])

#: Slower, and looking for a way together twice before it becomes firm: for hardship, and for whom we know as reliable.
COLLABORATIVE = Ladder(
    "collaborative",
    (
        _OWN["upcoming"],
        replace(_OWN["due"], days=3),
        replace(_OWN["reminder-2"], days=10, deadline=7),
        replace(_OWN["reminder-2"], name="reminder-3", days=24, deadline=7),
        replace(_OWN["firm"], days=45),
        replace(_OWN["somasi-1"], days=75),
        *_AFTER_FIRST_DEMAND,
    ),
)

#: Quicker, with one reminder before the firm letter: for whom has broken their word, or always pays very late.
FIRM = Ladder(
    "firm",
    (
        _OWN["upcoming"],
        _OWN["due"],
        replace(_OWN["reminder-2"], days=5, deadline=3),
        replace(_OWN["firm"], days=12),
        replace(_OWN["somasi-1"], days=26),
        *_AFTER_FIRST_DEMAND,
    ),
)

#: What every policy has, unless it writes another one under the same name.
BUILT_IN: Mapping[str, Ladder] = MappingProxyType({each.name: each for each in (STANDARD, COLLABORATIVE, FIRM)})

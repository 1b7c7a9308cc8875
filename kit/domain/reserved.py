"""Names that no stage of a ladder may bear: the kit itself writes registers and folders under them."""

from __future__ import annotations

import re

from kit.domain.agreements import AGREEMENT
from kit.domain.claims import QUESTION
from kit.domain.keeping import TEMPLATE
from kit.domain.policy import EXCHANGE, EXTENSION, THANKS
from kit.domain.slips import SLIP

#: Words beside the ladders; a stage of the same name would be taken for one of them.
RESERVED = frozenset(
    {AGREEMENT, THANKS.name, EXTENSION.name, EXCHANGE.name, QUESTION.name, SLIP.name, TEMPLATE, "call-sheet"}
)
_INSTALMENT = re.compile(rf"{TEMPLATE}-[0-9]+(?:-late)?")


def is_reserved(name: str) -> bool:
    """Tell whether the kit itself speaks under `name`.

    >>> [is_reserved(name) for name in ("thanks", "instalment-3-late", "instalment-plan", "reminder-1")]
    [True, True, False, False]
    """
    return name in RESERVED or _INSTALMENT.fullmatch(name) is not None

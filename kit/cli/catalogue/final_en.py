"""What `kit issue --final` says in English."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "final-differs": (
        "{number} as it went out does not state {figure} as it was frozen: {frozen}",
        (
            "correct the paper, or say with --deadline the date it gives; a scan whose text is only recognised by "
            "machine: --scanned and --read"
        ),
    ),
    "final-entered": (
        "{number} as it went out was entered on {date} already",
        "take that entry back with kit record void, if it was the wrong file",
    ),
    "final-frozen": (
        "{number} was issued by the kit: its date and its signatory stand in the register",
        "leave out --deadline and --signatory",
    ),
    "final-large": ("{path} has more than {limit} bytes", "scan it in black and white, or at 200 dots an inch"),
    "final-misread": (
        "{figure} of {number} was read as {found}, and is frozen as {frozen}",
        "look once more; where the paper really says so, it must not be sent",
    ),
    "final-other-amounts": (
        "{number} also states amounts that are not among the frozen ones: {amounts}",
        "make sure that nobody can take them for the demand",
    ),
    "final-other-stage": (
        "{number} was issued as {issued}, not as {stage}",
        "leave the stage out, or correct the number",
    ),
    "final-unfit": ("{path} cannot be kept as a paper: {found}", "print it to a plain PDF, or scan it"),
    "final-unread": (
        "{number} has no text that can be read back",
        "read its figures in the paper and say what you read: {known}",
    ),
    "final-words": (
        "{number} spells amounts out, and the total not in these words",
        "compare the words with the figures",
    ),
    "number-used": (
        "the number {number} means another paper already, to {customer}",
        "a number means one paper for ever; look at it once more",
    ),
}

DOOR = {"issued-final": "{number}: {customer}, {stage}, as it went out. Kept as {path}."}

"""What `kit check` says in English of drift: letters, papers and registers that are no longer what they were."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "issued-stray": (
        (
            "no entry of the register names this paper: a run was stopped before it was entered, or the register lost "
            "entries"
        ),
        "delete the file if its number stands elsewhere or nowhere; else restore data/register/{customer}.yaml",
    ),
    "kept-changed": (
        "{path} is not the file that was entered: its bytes have changed",
        "restore it from your backup or from git",
    ),
    "kept-gone": ("{path} is gone", "restore it from your backup or from git"),
    "letter-drift": (
        "letter {number} of {date} states {stated} for {invoice}; as the book is now, it was {now} on that day",
        (
            "if it went out, check what was entered since and correct whichever is wrong; if not, issue it anew: kit "
            "issue {customer}"
        ),
    ),
    "register-mended": (
        (
            "the last entry was incomplete; what is left of it was kept as an entry that counts for nothing, behind "
            "{count} others"
        ),
        "enter what it said once more with kit record, if it happened",
    ),
    "register-number-torn": (
        "the last entry is incomplete and may have given a number that can no longer be read",
        "restore the file from your backup or from git: a number must not be given twice",
    ),
}

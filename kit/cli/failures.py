"""Words what the machine refused: one line that names the place and what to do, for exit code 3."""

from __future__ import annotations

from kit.cli import problems as rendering
from kit.cli.session import language
from kit.output.failure import OperationalFailure


def sentence(failure: OperationalFailure) -> str:
    """Return the failure in one or two lines, in the operator's language."""
    return rendering.sentence(failure.problem, language(None))

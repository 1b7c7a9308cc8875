"""Small pictures of the pages of a PDF, drawn by poppler's pdftoppm, which is asked for by name and never installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kit.output.failure import OperationalFailure, operating

TOOL = "pdftoppm"
#: Dots per inch: an A4 page becomes 413 pixels wide, sharp at half its size on any screen.
DPI = 50
#: Seconds that one paper may take.
_LONGEST = 60


def drawer() -> str:
    """Return where the drawing program stands; where there is none, the failure that says how to get it."""
    found = shutil.which(TOOL)
    if found is None:
        raise OperationalFailure("drawer-missing", path=TOOL)
    return found


def pictures(tool: str, pdf: bytes, name: str) -> tuple[bytes, ...]:
    """Return each page of `pdf` as PNG, in order; `name` is for the message where it cannot be drawn."""
    with tempfile.TemporaryDirectory() as place, operating(Path(place)):
        folder = Path(place)
        (folder / "a.pdf").write_bytes(pdf)
        command = [tool, "-r", str(DPI), "-png", "a.pdf", "p"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_LONGEST)  # noqa: S603
        except subprocess.SubprocessError as reason:
            raise OperationalFailure("drawer-failed", path=name, reason=type(reason).__name__) from reason
        return tuple(path.read_bytes() for path in sorted(folder.glob("p-*.png")))

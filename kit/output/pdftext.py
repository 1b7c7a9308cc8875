"""The text of a PDF that somebody else made: read by a process of its own, in bounded time and memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

#: Seconds and bytes that reading may take, and pages that are read.
SECONDS, MEMORY, PAGES = 60, 1_500_000_000, 200


def text_of(path: Path) -> str:
    """Return the text of the PDF at `path`; empty where it has none, or where no reader is installed."""
    command = [sys.executable, "-P", __file__, str(path.resolve())]
    try:
        run = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own words
    except subprocess.TimeoutExpired:
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""


def main(path: Path) -> None:
    """Write the text of the PDF at `path` to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from pypdf import PdfReader  # noqa: PLC0415 - an extra, and only this process knows it

    pages = PdfReader(path).pages
    text = "\n".join(page.extract_text() for page in pages[:PAGES])
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

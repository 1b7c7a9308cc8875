"""`python -m tests.pictures` makes docs/pictures/*.png of papers that a build of the repository's own book makes.

It needs `pdftoppm` (poppler) and `chromium`. The book is copied into a temporary folder, so nothing is entered into it.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.books import ROOT, run, story_book

PICTURES = ROOT / "docs/pictures"
LARGEST = 150 * 1024
PIXELS_PER_INCH = 80

#: Whose firm letter and agreement are shown, whose somasi, and whose message and page.
IN_PARTS, SILENT, LATE = "sumber-rejeki", "sentosa-jaya", "maju-jaya"

#: Invented links, always the same, so that the pictures are.
LINKS = {IN_PARTS: "kT3vQ9mWx2LrB7nHs5YdZa8c", LATE: "Rf6PzJ4tVb1XgN8wKq0MyE3u"}

CHROMIUM = [
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1",
]  # fmt: skip

#: A message as a bubble, in nobody's colours.
CHAT = """\
<!doctype html>
<html lang="id">
<meta charset="utf-8">
<style>
html { background: #e9ebee; }
body { margin: 0; padding: 20px; font: 14px/1.45 "DejaVu Sans", sans-serif; color: #1d2433; }
p { margin: 0; padding: 14px 16px; background: #fff; border-radius: 4px 14px 14px 14px; white-space: pre-wrap;
    overflow-wrap: anywhere; box-shadow: 0 1px 2px rgb(0 0 0 / 20%); }
</style>
<p>MESSAGE</p>
</html>
"""


def built(folder: Path) -> Path:
    """Copy the book into `folder`, with one plan offered and two letters issued, and return its build."""
    story_book(folder)
    links = "".join(f'"{each}": {{token: "{token}", made: "2026-11-01"}}\n' for each, token in LINKS.items())
    (folder / "links.yaml").write_text(links, encoding="utf-8")
    _kit("agree", IN_PARTS, "--count", 4, "--first", "2026-12-05", "--write", "--book", folder)
    _kit("issue", IN_PARTS, "--book", folder)
    _kit("issue", SILENT, "--book", folder)
    _kit("build", "--book", folder)
    return folder / "build"


def paper(source: Path, name: str) -> None:
    """Write the first page of a PDF as docs/pictures/`name`.png."""
    sheet = ["pdftoppm", "-png", "-r", str(PIXELS_PER_INCH), "-f", "1", "-singlefile", str(source)]
    subprocess.run([*sheet, str(PICTURES / name)], check=True)


def screen(page: Path, name: str, width: int, height: int) -> None:
    """Write what a window of this size shows of an HTML file as docs/pictures/`name`.png."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        place = [f"--user-data-dir={profile}", f"--window-size={width},{height}"]
        picture = f"--screenshot={PICTURES / name}.png"
        # A browser takes the fonts of its machine, not those that a build sees.
        environment = {key: value for key, value in os.environ.items() if key != "FONTCONFIG_FILE"}
        subprocess.run(
            [*CHROMIUM, *place, picture, page.as_uri()], check=True, timeout=60, capture_output=True, env=environment
        )


def chat(message: str) -> str:
    """Return a page with `message` as a chat shows it: *words* between asterisks are bold."""
    text = re.sub(
        r"(?<!\S)\*(\S(?:.*?\S)?)\*", r"<strong>\1</strong>", html.escape(message.partition("-" * 40)[0].strip())
    )
    return CHAT.replace("MESSAGE", text)


def draw() -> None:
    """Make every picture anew."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        build = built(Path(folder))
        paper(build / f"letters/{IN_PARTS}/firm.pdf", "letter")
        paper(build / f"letters/{IN_PARTS}/agreement.pdf", "agreement")
        paper(next((build / f"letters/{SILENT}").glob("somasi-*.pdf")), "somasi")
        bubble = Path(folder) / "message.html"
        message = next((build / f"outbox/{LATE}").glob("*/whatsapp.txt"))
        bubble.write_text(chat(message.read_text(encoding="utf-8")), encoding="utf-8")
        screen(bubble, "message", 500, 460)
        screen(build / f"site/{LINKS[LATE]}/index.html", "page", 390, 844)
        screen(build / "desk/index.html", "desk", 900, 640)
    for picture in sorted(PICTURES.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.relative_to(ROOT)}: {size:,} bytes")
        assert size < LARGEST, f"{picture.name} is too large for a README"


def _kit(*words: object) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.output


if __name__ == "__main__":
    draw()

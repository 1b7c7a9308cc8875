"""`python -m bench.pages [N]`: N status pages from YAML, beside as many equal pages by hugo, in one run.

hugo gets the figures ready to print, one JSON data file and one page each; Santun reads the book, states every
account, decides, and writes desk and dossiers too. The ratio says how far a specialised program is from a
general one that is known to be fast, so read it as that. Without hugo on the machine only Santun is timed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from bench.books import write_book

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
SINGLE = """<!doctype html><html lang=id><head><meta charset=utf-8>
<title>PT Contoh Bumbu</title><style>STYLE</style></head>
<body><main><h1>Halo, {{ .Params.call_as }}</h1><ul>{{ range .Params.lines }}<li><h3>{{ .number }}</h3>
<dl><dt>Jatuh tempo</dt><dd>{{ .due }}</dd><dt>Jumlah</dt><dd>{{ .amount }}</dd></dl></li>{{ end }}
</ul></main></body></html>
"""


def timed(command: list[str], folder: Path, made: Path) -> float:
    """Return the best of `RUNS` wall-clock seconds of a whole command, each from nothing `made`."""
    best = float("inf")
    for _ in range(RUNS):
        shutil.rmtree(made, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def peer(folder: Path, pages: Path) -> None:
    """Write a hugo site that shows the same figures on as many pages, with the same style sheet in each."""
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "hugo.toml").write_text(
        'baseURL="https://x.example/"\ndisableKinds=["taxonomy","term","RSS","sitemap"]\n'
    )
    (folder / "config.toml").write_text((folder / "hugo.toml").read_text())
    style = (ROOT / "site/tokens.css").read_text() + (ROOT / "site/page.css").read_text()
    (folder / "layouts/_default/single.html").write_text(SINGLE.replace("STYLE", style))
    (folder / "layouts/_default/list.html").write_text("<!doctype html><html lang=id><title>x</title></html>")
    for place, path in enumerate(sorted(pages.glob("*.yaml"))):
        words = path.read_text(encoding="utf-8").splitlines()
        rows = [each.strip(" -{}").split(", ") for each in words if each.startswith("  - {number")]
        lines = [dict(part.split(": ", 1) for part in each) for each in rows]
        front = json.dumps({"title": f"p{place}", "call_as": "Pak", "lines": lines})
        (folder / f"content/{path.stem}.md").write_text(front + "\n")


def main() -> None:
    """Print seconds of both and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "book"
        write_book(book, count)
        kit = [sys.executable, "-m", "kit", "build", "--book", str(book), "--out", str(book / "build")]
        subprocess.run(kit, cwd=ROOT, check=True, capture_output=True)  # the links are made once
        ours = timed(kit, ROOT, book / "build")
        click.echo(f"santun  {count} pages, desk and dossiers: {ours:.2f} s, {count / ours:,.0f} customers/s")
        if shutil.which("hugo") is None:
            return
        site = Path(place) / "hugo"
        peer(site, book / "data/customers")
        theirs = timed(["hugo", "--quiet"], site, site / "public")
        click.echo(f"hugo    {count} pages: {theirs:.2f} s; santun/hugo {ours / theirs:.2f}")


if __name__ == "__main__":
    main()

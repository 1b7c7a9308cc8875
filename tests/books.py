"""Books in folders, and `kit` run on them, for tests of whole commands."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from kit.cli.app import kit

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real" / "accounts-receivable.csv"

TOKENS = {
    "bahari-jaya": "A1bahari0000000000000000", "dapur-lestari": "B2dapur00000000000000000",
    "maju-jaya": "C3maju000000000000000000", "mamur-grosir": "D4mamur00000000000000000",
    "sumber-rejeki": "E5sumber0000000000000000", "warung-endang": "F6warung0000000000000000",
}  # fmt: skip


def story_book(folder: Path) -> Path:
    """Copy the repository's whole book into `folder`, and return the folder."""
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns(".lock"))
    return folder


def own_book(folder: Path) -> Path:
    """Copy six customers of the repository's book into `folder`, with fixed links and a fixed key of transfer codes, and return the folder."""
    story_book(folder)
    for kind in ("customers", "register", "issued", "evidence"):
        for path in (folder / "data" / kind).iterdir():
            if path.stem not in TOKENS:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for kind in ("issued", "evidence"):
        (folder / "data" / kind).rmdir()
    links = "".join(f'"{each}": {{token: "{token}", made: "2026-11-01"}}\n' for each, token in TOKENS.items())
    (folder / "links.yaml").write_text(links, encoding="utf-8")
    (folder / "codes.yaml").write_text(f"key: {'k' * 43}\ngiven: []\n", encoding="utf-8")
    return folder


def small_book(folder: Path) -> Path:
    """Return a book of two customers, one of whom gets a letter: the smallest with every kind of file."""
    own_book(folder)
    for path in (folder / "data/customers").glob("*.yaml"):
        if path.stem not in ("sumber-rejeki", "warung-endang"):
            path.unlink()
            (folder / f"data/register/{path.name}").unlink(missing_ok=True)
    kept = [line for line in (folder / "links.yaml").read_text().splitlines() if "sumber" in line or "warung" in line]
    (folder / "links.yaml").write_text("\n".join(kept) + "\n")
    return folder


def run(*words: object) -> Result:
    """Run a command of `kit` in this process, in English."""
    return CliRunner().invoke(kit, [str(word) for word in words], env={"LANG": "C.UTF-8"})


def run_apart(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m kit` as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **environment}
    command = [sys.executable, "-m", "kit", *map(str, words)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""Header attacks B41 to B47 on every Python of the machine from 3.11 on: one recipient, no added header."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.attacks import ATTACKS

PROGRAM = Path(__file__).with_name("attacks.py")
EXPECTED = "refused refused refused refused faithful faithful faithful faithful refused refused refused faithful refused refused refused"


def pythons() -> list[str]:
    """Return every Python from 3.11 on that this machine has, one per version."""
    places: list[str | Path] = [
        sys.executable,
        *Path("/usr/bin").glob("python3.*"),
        *Path("/usr/local/bin").glob("python3.*"),
    ]
    places += Path.home().glob(".pyenv/versions/3.*/bin/python3")
    found = {}
    for place in places:
        asked = subprocess.run([place, "-c", "import sys; print(sys.version_info[:3] >= (3, 11), sys.version.split()[0])"],
                               capture_output=True, text=True, check=False)  # fmt: skip
        fits, _, version = asked.stdout.strip().partition(" ")
        if asked.returncode == 0 and fits == "True":
            found[version] = str(place)
    return [found[version] for version in sorted(found)]


@pytest.mark.parametrize("python", pythons())
def test_header_attacks(python: str) -> None:
    done = subprocess.run([python, PROGRAM], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == [
        f"{row} {word}" for (row, *_), word in zip(ATTACKS, EXPECTED.split(), strict=True)
    ]

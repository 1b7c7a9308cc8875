"""Keep a proof below data/evidence/<id>/: copied there once, never over another file, known by its SHA-256."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.output import disk
from kit.output.failure import operating
from kit.output.recording import Held, make_folder

#: Bytes that a proof may have.
MOST_BYTES = 30_000_000

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,99}\.[A-Za-z0-9]{2,5}")


def digest(path: Path) -> str | None:
    """Return the SHA-256 of the file at `path`, or None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def keep_evidence(held: Held, customer: str, proof: Path) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    """Return where `proof` lies below the customer's evidence, and its SHA-256; a file from elsewhere is copied."""
    if not _ID.fullmatch(customer):
        raise ValueError(f"not an id: {customer!r}")
    home = held.book / "data" / "evidence" / customer
    with operating(proof):
        if not proof.is_file() or proof.stat().st_size > MOST_BYTES:
            return None, (error("evidence-unfit", None, path=str(proof), limit=MOST_BYTES),)
        data = proof.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if proof.resolve().is_relative_to(home.resolve()):
        return (proof.resolve().relative_to(home.resolve()).as_posix(), sha256), ()
    if not _NAME.fullmatch(proof.name):
        return None, (error("evidence-name", None, name=proof.name),)
    target = home / proof.name
    with operating(target):
        if target.is_file() and target.read_bytes() == data:
            return (proof.name, sha256), ()
        if target.exists() or target.is_symlink():
            return None, (error("evidence-exists", None, name=proof.name, customer=customer),)
        make_folder(home, held.book)
        disk.replace(target, data)
    return (proof.name, sha256), ()

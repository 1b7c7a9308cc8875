"""A small program to be killed: builds a tree or appends to a register, by the kit's own rooms and nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from kit.domain.register import Approved, Record, Register
from kit.output import disk
from kit.output.exchange import staging
from kit.output.failure import OperationalFailure
from kit.output.manifest import File, Manifest
from kit.output.recording import append_record, recording_lock
from tests import faults

DAY = dt.date(2026, 11, 20)
NEW = {"site/a/index.html": b"new", "site/c/index.html": b"new", "desk/index.html": b"new"}


def build(book: Path, files: dict[str, bytes]) -> None:
    """Build `files` into the book's build/."""
    with staging(book / "build", book) as (stage, problems):
        assert stage is not None, problems
        for path, data in files.items():
            stage.write(path, data)
        entries = (File(path, "text", hashlib.sha256(data).hexdigest(), len(data), "") for path, data in files.items())
        stage.exchange(Manifest("0.1.0", DAY, "", False, tuple(entries)))


def registered(book: Path) -> Register:
    """Return the register of the only customer; its chain must be whole."""
    path = book / "data" / "register" / "toko-maju.yaml"
    raw = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) if path.exists() else []
    register = Register("toko-maju")
    for each in raw:
        record = register.appended(Approved(DAY, each["stage"], each["by"]))
        assert (record.previous, record.hash) == (each["previous"], each["hash"])
        register = Register("toko-maju", (*register.records, record))
    return register


def append(book: Path, stage: str) -> Record:
    """Record that `stage` was approved."""
    with recording_lock(book) as held:
        record, problems = append_record(held, registered(book), Approved(DAY, stage, "Ratna"))
    assert record is not None, problems
    return record


def main(act: str, book: Path, way: str) -> None:
    """Do one thing; say a failure by name and leave with 3."""
    if way == "renames":
        disk.exchange = lambda *_: False
    faults.begin()
    try:
        if act == "build":
            build(book, NEW)
        else:
            append(book, "somasi-2")
    except OperationalFailure as failure:
        with suppress(OSError):
            print(failure.problem.code, flush=True)
        os._exit(3)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])

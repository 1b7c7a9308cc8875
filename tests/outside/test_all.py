"""Keeps the published cases complete: each one runs or stands here as pending, by id."""

from __future__ import annotations

import pytest

from tests.outside import test_ladder
from tests.outside.cases import HERE, ORIGINAL, load

#: Files whose rules are not built yet, with the ids that wait.
PENDING = {
    "calendar": (),
    "charges": (),
    "instalments": (),
    "qris": (),
    "terms": (),
    "ladder": test_ladder.PENDING,
    "words": (),
}


@pytest.mark.parametrize("name", sorted(PENDING))
def test_the_copy_is_the_original(name: str) -> None:
    original = ORIGINAL / f"{name}.yaml"
    if not original.exists():
        pytest.skip(f"the original of {name}.yaml is not here")
    assert (HERE / f"{name}.yaml").read_bytes() == original.read_bytes()


@pytest.mark.parametrize("name", sorted(PENDING))
def test_what_waits_is_said_by_id(name: str) -> None:
    ids = tuple(case.id for case in load(name))
    assert set(PENDING[name]) <= set(ids)
    if PENDING[name]:
        pytest.skip("pending: " + ", ".join(PENDING[name]))

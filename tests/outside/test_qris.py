"""Published QRIS cases (tests/outside/qris.yaml): fictional merchants, not payable."""

from __future__ import annotations

import pytest

from kit.domain.qris import LARGEST_QRIS, Qris, crc, read_qris, with_amount
from tests.outside.cases import load

CASES = {case.id: case for case in load("qris")}
STATIC = str(CASES["Q-3"].given)


def code() -> Qris:
    found = read_qris(STATIC)
    assert found is not None
    return found


def test_the_checksum() -> None:
    assert f"{crc(str(CASES['Q-1'].given)):04X}" == CASES["Q-1"].expect["crc"]


def test_a_static_code_is_read_and_written_back() -> None:
    assert CASES["Q-3"].expect == {"valid": True}
    assert code().payload == STATIC
    assert (code().merchant, code().nmid, code().static) == ("CONTOH KONSULTAN", "ID0000000000000", True)


@pytest.mark.parametrize("name", ["Q-4", "Q-5"])
def test_an_amount_changes_nothing_else(name: str) -> None:
    case = CASES[name]
    paid = with_amount(code(), case.given["amount"])
    assert paid is not None
    assert paid.value("54") == case.expect["tag_54"]
    assert paid.payload[-4:] == case.expect["crc"]
    assert not paid.static
    others = [record for record in paid.records if record[0] not in ("01", "54")]
    assert others == [record for record in code().records if record[0] != "01"]
    tags = [tag for tag, _ in paid.records]
    assert tags[tags.index("53") + 1] == "54"
    assert read_qris(paid.payload) == paid


def test_above_the_limit_none_is_offered() -> None:
    case = CASES["Q-6"]
    assert (with_amount(code(), case.given["amount"]) is not None) == case.expect["offered"]
    assert with_amount(code(), LARGEST_QRIS) is not None
    assert with_amount(code(), 0) is None


@pytest.mark.parametrize("broken", [
    "", "0", "000201", STATIC[:-1], STATIC[:-4] + "0000", STATIC.replace("360", "840"), "x" + STATIC,
    STATIC.replace("5916", "5999"), STATIC[:6] + STATIC,
])  # fmt: skip
def test_a_broken_code_is_refused(broken: str) -> None:
    assert read_qris(broken) is None


def test_an_old_amount_and_tips_go() -> None:
    tipped = Qris((*code().records[:6], ("55", "02"), ("56", "1000"), *code().records[6:]))
    paid = with_amount(tipped, 5_000_000)
    assert paid is not None
    assert paid.payload == with_amount(code(), 5_000_000).payload  # type: ignore[union-attr]

"""The call sheet: for what is past due, one page, light words only where the policy and the tone allow them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.composing.stages import NAMES
from kit.domain.claims import QUESTION
from kit.domain.policy import STANDARD, THANKS, Approach, Channel, Stage
from kit.domain.register import Sent
from kit.domain.slips import SLIP
from tests.unit.composing.stories import AS_OF, COMPANY, story, texts
from tests.unit.composing.test_compose import seen

LATE = STANDARD.stages[1:5]


def words(stage: Stage, *, humour: bool = False) -> str:
    made = story(stage, COMPANY, 7)
    book = replace(made.book, policy=replace(made.book.policy, humour=humour))
    return seen("call sheet", texts(replace(made, book=book).composed()).get("call sheet", ""))


@pytest.mark.parametrize("stage", LATE, ids=lambda stage: stage.name)
def test_it_asks_first_and_says_how_to_enter_the_answer(stage: Stage) -> None:
    told = words(stage)
    for part in ("sudah diterima", "0812-0000-0203", "dan 2 invoice lain", "Senin–Sabtu pukul 08.00–20.00 WIB",
                 "kit record contact maju-jaya --via call --outcome no-answer", "jangan menyebut tagihan"):  # fmt: skip
        assert part in told


def test_light_words_need_leave_and_a_gentle_stage() -> None:
    assert [stage.name for stage in LATE if "titip salam" in words(stage, humour=True)] == ["due", "reminder-1"]
    assert not any("titip salam" in words(stage) for stage in LATE)


def test_before_the_due_date_and_for_counsel_there_is_none() -> None:
    assert words(STANDARD.stages[0]) == ""
    assert words(replace(LATE[-1], approach=Approach.LEGAL)) == ""


def test_stages_are_named_in_indonesian_and_own_stages_as_their_owner_named_them() -> None:
    before = [
        Sent(AS_OF - dt.timedelta(days), name, ("INV/2026/0912",), Channel.WHATSAPP, "Dewi")
        for days, name in ((24, "upcoming"), (12, "instalment-2-late"), (3, "kabar-baik"))
    ]
    told = seen("call sheet", texts(story(LATE[1], COMPANY, 1, *before).composed())["call sheet"])
    assert "30 Oktober 2026 (pengingat sebelum jatuh tempo lewat WhatsApp)" in told
    assert "(pengingat cicilan ke-2 yang terlewat lewat WhatsApp)" in told
    assert "(kabar-baik lewat WhatsApp)" in told


def test_every_stage_of_the_kit_has_an_indonesian_name() -> None:
    own = {stage.name for stage in (*STANDARD.stages, THANKS, QUESTION, SLIP)}
    assert own <= set(NAMES)

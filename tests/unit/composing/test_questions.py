"""The questions beside the ladder: was it received, and where is the payment that you told us of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.claims import QUESTION
from kit.domain.model import Claim
from kit.domain.policy import Approach, Channel, Stage
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, STAGES, story, texts
from tests.unit.composing.test_compose import NEVER, seen

RECEIVED = Stage(
    "received-question", 4, Approach.PERSUASIVE, (Channel.WHATSAPP, Channel.EMAIL), "received-question", deadline=5
)
CLAIMED = replace(COMPANY, claims=(Claim(AS_OF - dt.timedelta(7), 1_500_000, "telepon"),))


@pytest.mark.parametrize("stage", [QUESTION, RECEIVED], ids=lambda stage: stage.name)
@pytest.mark.parametrize("who", [CLAIMED, PERSON], ids=lambda who: who.id)
@pytest.mark.parametrize("count", [1, 3, 40])
def test_a_question_composes_for_everybody(stage: Stage, who: object, count: int) -> None:
    assert stage.name not in {each.name for each in STAGES}
    made = story(stage, who, count)  # type: ignore[arg-type]
    for what, text in texts(made.composed()).items():
        found = NEVER.search(seen(what, text).replace("DRAF", ""))
        assert found is None, (what, found)


def test_the_question_about_a_payment_names_it() -> None:
    for what, text in texts(story(QUESTION, CLAIMED).composed()).items():
        if what in ("chat", "mail text", "mail html", "letter"):
            assert "Rp1.500.000" in seen(what, text)
            assert "16 November 2026" in seen(what, text)

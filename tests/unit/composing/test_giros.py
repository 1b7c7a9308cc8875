"""Bilyet giro on paper and in chats: one that was refused is a fact, one in hand is acknowledged."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from kit.domain.giros import giros_held
from kit.domain.lanes import Giro
from kit.domain.model import Customer, Invoice, Payment, Promise
from kit.domain.policy import STANDARD, Stage
from kit.domain.verdict import Send
from tests.unit.composing.somasi_stories import LEGAL, paper, somasi
from tests.unit.composing.stories import AS_OF, COMPANY, chat, mail, sheet, texts, told
from tests.unit.composing.test_compose import seen

STAGES = tuple(stage for stage in STANDARD.stages if stage.name in ("reminder-1", "reminder-2", "firm"))
BILL = Invoice("INV/2026/0866", AS_OF - dt.timedelta(60), AS_OF - dt.timedelta(30), 3_000_000)
OTHER = replace(BILL, number="INV/2026/0867", amount=2_000_000)
GIRO = Giro("BG-104882", "Bank Contoh", AS_OF - dt.timedelta(40), 2_000_000, effective=AS_OF - dt.timedelta(20))
BOUNCED = replace(GIRO, bounced=AS_OF - dt.timedelta(11))


def words(stage: Stage, who: Customer) -> dict[str, str]:
    documents = told(who, stage).composed()
    found = {"chat": chat(documents), "mail": mail(documents).text, "letter": seen("letter", sheet(documents).html)}
    return {name: " ".join(text.split()) for name, text in found.items()}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_refused_giro_is_stated_as_a_fact_on_every_channel(stage: Stage) -> None:
    for name, text in words(stage, replace(COMPANY, invoices=(BILL,), giros=(BOUNCED,))).items():
        assert "BG-104882" in text, name
        assert len(re.findall(r"tidak (dapat dicairkan|cair) pada 12 November 2026\.", text)) == 1, name
    for text in words(stage, replace(COMPANY, invoices=(BILL,))).values():
        assert "giro" not in text


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_giro_in_hand_whose_money_has_not_come_is_acknowledged(stage: Stage) -> None:
    for name, text in words(stage, replace(COMPANY, invoices=(BILL,), giros=(GIRO,))).items():
        assert "BG-104882" in text, name
        assert "sebesar Rp2.000.000 ada pada kami; dananya belum kami terima." in text, name


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_one_that_pays_what_is_only_listed_names_it_and_its_day(stage: Stage) -> None:
    coming = replace(GIRO, effective=AS_OF + dt.timedelta(7), invoices=(OTHER.number,))
    who = replace(COMPANY, invoices=(BILL, OTHER), giros=(coming, replace(coming, number="BG-9", invoices=("X",))))
    story = told(who, stage)
    assert isinstance(story.verdict, Send)
    items = tuple(line for line in story.statement.open if line.invoice is BILL)
    listed = tuple(line for line in story.statement.open if line.invoice is OTHER)
    documents = replace(story, verdict=replace(story.verdict, items=items, listed=listed)).composed()
    assert "BG-" not in chat(documents)  # too long with it: what is not asked for goes first
    for text in (mail(documents).text, seen("letter", sheet(documents).html)):
        told_of = " ".join(text.split())
        assert "untuk invoice INV/2026/0867 ada pada kami" in told_of
        assert "kami tunggu sampai" in told_of
        assert "2 Desember 2026" in told_of
        assert "BG-9" not in told_of


def test_several_follow_each_other_in_one_paragraph() -> None:
    second = replace(GIRO, number="BG-104883", effective=AS_OF - dt.timedelta(19))
    who = replace(COMPANY, invoices=(BILL,), giros=(second, GIRO, replace(BOUNCED, number="BG-1")))
    text = words(STAGES[0], who)["mail"]
    assert text.index("BG-1 ") < text.index("BG-104882") < text.index("BG-104883")
    assert "2026. Bilyet giro nomor BG-104882" in text
    assert "terima. Bilyet giro nomor BG-104883" in text


def test_the_caller_knows_of_it() -> None:
    found = texts(told(replace(COMPANY, invoices=(BILL,), giros=(GIRO,)), STAGES[0]).composed())
    assert any("ada pada kita, dananya belum masuk" in text for text in found.values())


def test_held_are_those_without_an_outcome_and_without_money() -> None:
    later = replace(GIRO, number="BG-2", written=AS_OF + dt.timedelta(1))
    cleared, paid = replace(GIRO, number="BG-3", cleared=AS_OF), replace(GIRO, number="BG-4", amount=700_000)
    who = replace(COMPANY, invoices=(BILL,), giros=(later, cleared, paid, BOUNCED), payments=(Payment(AS_OF, 700_000),))
    assert giros_held(who, AS_OF) == ()
    assert giros_held(replace(who, giros=(GIRO,), payments=()), AS_OF) == (GIRO,)


@pytest.mark.parametrize("stage", LEGAL, ids=lambda stage: stage.name)
def test_a_somasi_states_it_and_counsel_reads_it_in_the_chronology(stage: Stage) -> None:
    plain = somasi(stage)
    assert "giro" not in paper(plain, "001").html
    fact = "Bilyet giro nomor BG-104882 dari Bank Contoh sebesar Rp2.000.000"
    for giro, said in ((BOUNCED, "tidak dapat dicairkan pada 12 November 2026"), (GIRO, "dananya belum tercatat")):
        who = replace(plain.customer, giros=(giro,))
        text = " ".join(seen("letter", paper(replace(plain, customer=who), "001").html).split())
        if stage.internal:
            assert "bilyet giro nomor BG-104882 sebesar Rp2.000.000 diterima" in text
            assert ("tidak dapat dicairkan" in text) == (giro is BOUNCED)
        else:
            assert text.count(fact) == 1
            assert said in text


def test_in_a_chat_a_giro_outlasts_a_promise() -> None:
    promise = Promise(AS_OF - dt.timedelta(12), 1_000_000, AS_OF - dt.timedelta(5))
    who = replace(COMPANY, invoices=(BILL, OTHER), giros=(BOUNCED,), promises=(promise,))
    text = words(STAGES[-1], who)["chat"]
    assert "Bilyet giro BG-104882 tidak cair pada 12 November 2026." in text
    assert "janji" not in text

"""Form of address: as a human wrote it, the same in every word to one customer, whatever the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from kit.composing.byhand import CERTIFICATES
from kit.composing.documents import Document, Mail, Sheet, TextFile
from kit.composing.people import ORGANS
from kit.domain.byhand import OCCASIONS
from kit.domain.model import Contact, Customer, LegalForm, Official
from kit.domain.policy import Stage
from tests.unit.composing.byhand_stories import drafted
from tests.unit.composing.somasi_stories import LEGAL, WHO, paper, somasi
from tests.unit.composing.stories import COMPANY, PERSON, STAGES, story
from tests.unit.composing.test_byhand import plain

SRI = Contact("Sri Rahayu", "Bu Sri", "Ibu Dr. Sri Rahayu, S.E., M.M.", "sri@nusa.example", "6281200000201")
FAUZI = Contact("Ahmad Fauzi", "Pak Haji Fauzi", "Bapak H. Ahmad Fauzi, S.H.", "fauzi@berkah.example", "6281200000202")
OWNER = Official("H. Ahmad Fauzi, S.H.", "Pemilik")
CUSTOMERS: dict[str, Customer] = {
    "pt": replace(COMPANY, name="PT Nusa Indah", contact=SRI),
    "cv": replace(COMPANY, name="CV Nusa Indah", form=LegalForm.CV, contact=SRI, liable=Official("Sri Rahayu", "Pimpinan")),
    "ud": replace(COMPANY, name="UD Berkah", form=LegalForm.UD, contact=FAUZI, liable=OWNER),
    "koperasi": replace(COMPANY, name="Koperasi Berkah", form=LegalForm.KOPERASI, contact=FAUZI),
    "person": replace(PERSON, name=SRI.name, contact=SRI),
}  # fmt: skip


def messages(documents: Iterable[Document]) -> list[Document]:
    """Return what is said to the customer: e-mail, chat and letter."""
    return [
        each for each in documents
        if isinstance(each, Mail)
        or (isinstance(each, TextFile) and each.path.endswith("whatsapp.txt"))
        or (isinstance(each, Sheet) and each.path.startswith("letters/"))
    ]  # fmt: skip


def addressed(document: Document, who: Customer) -> None:
    """Check one message: greeting and attention as written, no other form of address, nobody called by a bare word."""
    contact, said = who.contact, re.sub(r"\s+", " ", plain(document))
    if isinstance(document, Mail):
        assert f"Yth. {contact.formal}," in said
    elif isinstance(document, TextFile):
        assert said.startswith((f"Halo, {contact.call_as}. ", f"Yth. {contact.formal}, saya "))
    else:
        organ = ORGANS.get(who.form)
        head = f"Yth. {organ} {who.name} u.p. {contact.formal} " if organ else f"Yth. {contact.formal} "
        assert head in said
    other = r"\b(?:Bapak|Pak)\b" if contact.formal.startswith("Ibu") else r"\b(?:Ibu|Bu)\b"
    assert not re.search(other, said), said
    assert not re.search(r"\b(?:Anda|kamu|Saudara|Sdr|Kakak|Kak)\b|Bapak/Ibu", said), said
    for bare in re.findall(r"\b(?:Bu|Pak)\b[^,.!?]*", said):
        assert contact.call_as in bare
    for title in re.findall(r"S\.[EH]\.", said):
        assert title in contact.formal


@pytest.mark.parametrize("name", CUSTOMERS)
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_one_form_of_address_through_every_stage(stage: Stage, name: str) -> None:
    who = CUSTOMERS[name]
    found = messages(story(stage, who, 2).composed())
    assert len(found) >= 2
    for each in found:
        addressed(each, who)


@pytest.mark.parametrize("name", CUSTOMERS)
@pytest.mark.parametrize("occasion", sorted(OCCASIONS))
def test_one_form_of_address_in_every_letter_that_a_human_asks_for(occasion: str, name: str) -> None:
    who = CUSTOMERS[name]
    _, documents, _ = drafted(who, occasion, 2)
    for each in messages(documents):
        if isinstance(each, Sheet) and occasion in CERTIFICATES:
            assert who.name in plain(each)
        else:
            addressed(each, who)


@pytest.mark.parametrize("who", sorted(WHO))
@pytest.mark.parametrize("stage", [each for each in LEGAL if not each.internal], ids=lambda stage: stage.name)
def test_a_somasi_goes_to_who_answers_and_speaks_in_its_own_register(stage: Stage, who: str) -> None:
    made = somasi(stage, who)
    said = re.sub(r"\s+", " ", plain(paper(made)))
    answers = made.customer.liable.name if made.customer.liable else made.customer.name
    assert answers in said
    assert re.search(r"\bSaudara\b", said)
    assert not re.search(r"\b(?:Anda|kamu|Kak|Halo)\b|Bapak/Ibu|\b(?:Pak|Bu) ", said)

"""The creditor's file: who sends, from where, who signs, into which accounts customers pay."""

from __future__ import annotations

from types import MappingProxyType

from kit.domain.calendar import PROVINCES
from kit.domain.counsel import Advocate, Counsel, Office, SuratKuasa
from kit.domain.means import MerchantCode, Trial
from kit.domain.model import Address, BankAccount, Creditor, Language, Official, Sender
from kit.reading.contacts import Email, Phone, WhatsApp
from kit.reading.customers import ADDRESS, FORM, OFFICIAL
from kit.reading.fields import Field, Findings, Got, ListOf, Record
from kit.reading.kinds import Amount, Choice, Day, FileName, Pattern, Text, Url
from kit.reading.nodes import MapNode, Node, Scalar
from kit.reading.payload import QrisCode

#: The format of a book that this kit reads and writes.
FORMAT = 1

SIGNATORIES = Record(
    "signatories",
    (
        Field("reminder", OFFICIAL, required=True),
        Field("manager", OFFICIAL),
        Field("somasi", OFFICIAL),
    ),
)

SENDER = Record(
    "sender",
    (
        Field("name", Text(), required=True),
        Field("position", Text(), required=True),
        Field("capacity", Choice({"staff": "staff", "agent": "agent"})),
        Field("surat_tugas", Text()),
        Field("email", Email()),
        Field("whatsapp", WhatsApp()),
    ),
)

ACCOUNT = Record(
    "account",
    (
        Field("bank", Text(60), required=True),
        Field("number", Pattern("[0-9]{5,20}", "0123456789", ignored=" .-"), required=True),
        Field("holder", Text(), required=True),
        Field("read_until", Day()),
    ),
)

TESTED = Record("tested", (Field("date", Day(), required=True), Field("amount", Amount(), required=True)))

QRIS = Record("qris", (Field("payload", QrisCode(), required=True, attribute="code"), Field("tested", TESTED)))

SURAT_KUASA = Record("surat_kuasa", (Field("number", Text(60), required=True), Field("date", Day(), required=True)))

OFFICE = Record("address", tuple(each for each in ADDRESS.fields if each.key != "verified"))

COUNSEL = Record(
    "counsel",
    (
        Field("firm", Text(), required=True),
        Field("address", OFFICE, required=True),
        Field("advocates", ListOf(OFFICIAL, least=1), required=True),
        Field("surat_kuasa", SURAT_KUASA),
        Field("phone", Phone()),
        Field("email", Email()),
    ),
)

CREDITOR = Record(
    "creditor",
    (
        Field("format", Choice({str(FORMAT): FORMAT}), required=True),
        Field("name", Text(), required=True),
        Field("form", FORM, required=True),
        Field("address", ADDRESS, required=True),
        Field("phone", Phone()),
        Field("email", Email()),
        Field("whatsapp", WhatsApp()),
        Field("website", Url()),
        Field("tagline", Text()),
        Field("logo", FileName((".png", ".jpg", ".jpeg"))),
        Field("accent", Pattern("#[0-9a-fA-F]{6}", "#1f5f5b")),
        Field("service_hours", Text()),
        Field("signatories", SIGNATORIES, required=True),
        Field("senders", ListOf(SENDER)),
        Field("counsel", COUNSEL),
        Field("accounts", ListOf(ACCOUNT, least=1), required=True),
        Field("payment_link", Url()),
        Field("qris", QRIS),
        Field("base_url", Url(folder=True)),
        Field("as_of", Day()),
        Field("lang", Choice({each.value: each.value for each in Language})),
    ),
)


def is_readable(node: Node, to: Findings) -> bool:
    """Tell whether the book has a format this kit knows; where it has not, nothing else in it can be judged."""
    stated = node.entries.get("format") if type(node) is MapNode else None
    if type(stated) is Scalar and stated.text.isdecimal() and len(stated.text) < 10 and int(stated.text) > FORMAT:
        to.error("format-newer", stated, format=int(stated.text), known=FORMAT)
        return False
    return True


def creditor(got: Got) -> Creditor:
    """Return the creditor that a faultless file tells."""
    values = {key: value for key, value in got.values.items() if key != "format"}
    address = Address(**values["address"].values)
    values["address"] = address
    signatories = values["signatories"].values
    values["signatories"] = MappingProxyType({role: Official(**who.values) for role, who in signatories.items()})
    values["senders"] = tuple(Sender(**each.values) for each in values.get("senders", ()))
    if "counsel" in values:
        values["counsel"] = _counsel(values["counsel"])
    if "qris" in values:
        values["qris"] = _merchant_code(values["qris"])
    values["accounts"] = tuple(BankAccount(at=each.at, **each.values) for each in values["accounts"])
    return Creditor(zone=PROVINCES[address.province], at=got.at, **values)


def _merchant_code(got: Got) -> MerchantCode:
    tested = got.get("tested")
    return MerchantCode(got.values["code"], Trial(**tested.values) if tested else None)


def _counsel(got: Got) -> Counsel:
    values = dict(got.values)
    values["address"] = Office(**values["address"].values)
    values["advocates"] = tuple(Advocate(**each.values) for each in values["advocates"])
    if "surat_kuasa" in values:
        values["surat_kuasa"] = SuratKuasa(**values["surat_kuasa"].values)
    return Counsel(**values)

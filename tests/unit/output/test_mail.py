"""E-mail drafts: what goes in comes out at every reader, one recipient, the same bytes every time."""

import base64
import datetime as dt
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

import pytest

from kit.composing.documents import Kept, Mail, Mailbox
from kit.output import mail as room
from kit.output import mailcheck
from kit.output.mail import draft

PDF = b"%PDF-1.7 " + bytes(range(256)) * 20
MAIL = Mail(
    customer="toko-maju",
    path="outbox/toko-maju/message.eml",
    sender=Mailbox("PT Contoh Jaya – Keuangan", "keuangan@contoh.example"),
    to=Mailbox("Budi Santoso, S.H.", "budi@maju.example"),
    subject="Pengingat – tagihan INV/2026/0912",
    text="Yth. Pak Budi,\n\nTagihan Rp12.500.000 – jatuh tempo.\n.\nFrom sini  \n",
    html='<!doctype html><html lang="id"><body><p>Rp12.500.000 – é 🙏</p></body></html>',
    day=dt.date(2026, 11, 20),
    utc_offset=7,
    key="toko-maju/h+7/INV-2026-0912",
)
WITH_PDF = replace(
    MAIL,
    attachment=Kept("toko-maju", "x.pdf", "data/issued/toko-maju/somasi-1-012.pdf", hashlib.sha256(PDF).hexdigest()),
)
PHRASE = (
    'Pengingat tagihan PT Maju – “Jaya” Abadi, S.H. é 🙏 INV/2026/0912 Rp12.500.000 (H-3) Ñandú \\ " @ <x> = ? _ ; : . '
    "Drs. Ir. M.Kom. O'Brien yang terhormat Jalan_Melati ‘kita’ ½ a\u0301 汉 1.500,- #2 * [x] {y} % ,, ''"
)
WORDS = PHRASE.split()


def read(mail: Mail, attachment: bytes | None = None) -> bytes:
    """Return the draft of `mail`, which must have no problem."""
    data, problems = draft(mail, attachment)
    assert problems == ()
    return data


def codes(mail: Mail, attachment: bytes | None = None) -> list[str]:
    """Return the codes of the problems of `mail`, which must have no bytes."""
    data, problems = draft(mail, attachment)
    assert data == b""
    return [problem.code for problem in problems]


def phrases(count: int, longest: int) -> list[str]:
    """Return `count` invented phrases of up to `longest` words."""
    draw = random.Random(20261120)
    return [" ".join(draw.choice(WORDS) for _ in range(draw.randint(1, longest))) for _ in range(count)]


def test_a_draft_as_it_stands_in_the_file() -> None:
    head = read(MAIL).decode("ascii").split("\r\n\r\n")[0].split("\r\n")
    assert head == [
        "From: =?utf-8?q?PT_Contoh_Jaya_=E2=80=93_Keuangan?= <keuangan@contoh.example>",
        'To: "Budi Santoso, S.H." <budi@maju.example>',
        "Subject: =?utf-8?q?Pengingat_=E2=80=93_tagihan_INV/2026/0912?=",
        "Date: Fri, 20 Nov 2026 08:00:00 +0700",
        f"Message-ID: <{hashlib.sha256(MAIL.key.encode()).hexdigest()[:32]}@contoh.example>",
        "MIME-Version: 1.0",
        "X-Unsent: 1",
        "Auto-Submitted: auto-generated",
        "Content-Language: id",
        "Content-Type: multipart/alternative;",
        head[-1],
    ]
    assert head[-1].startswith(' boundary="=_')


@pytest.mark.parametrize(("mail", "attachment"), [(MAIL, None), (WITH_PDF, PDF)])
def test_every_line_is_short_ascii_with_crlf(mail: Mail, attachment: bytes | None) -> None:
    data = read(mail, attachment)
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.split(b"\r\n")) <= 78


def test_the_issued_paper_travels_unchanged() -> None:
    message = message_from_bytes(read(WITH_PDF, PDF), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "somasi-1-012.pdf"
    assert attached.get_content() == PDF


def test_other_bytes_than_the_issued_ones_are_refused() -> None:
    assert codes(WITH_PDF, PDF + b"x") == ["mail-attachment-changed"]
    assert codes(WITH_PDF, None) == ["mail-attachment-changed"]
    assert codes(MAIL, PDF) == ["mail-attachment-changed"]


@pytest.mark.parametrize(
    "source", ["../../etc/passwd", 'a"b.pdf', "x.exe", "a\r\nb.pdf", ".pdf", "é.pdf", "a" * 70 + ".pdf"]
)
def test_b46_the_name_of_an_attachment_is_never_a_customers_text(source: str) -> None:
    assert WITH_PDF.attachment is not None
    mail = replace(WITH_PDF, attachment=replace(WITH_PDF.attachment, source=f"data/issued/x/{source}"))
    assert room.attachment_name(mail) == "surat.pdf"
    read(mail, PDF)


def test_an_english_page_says_so() -> None:
    english = replace(MAIL, html='<html lang="en"><p>Hello</p></html>')
    assert b"\r\nContent-Language: en\r\n" in read(english)


def test_the_same_message_has_the_same_id_whatever_it_says() -> None:
    assert room.message_id(MAIL) == room.message_id(replace(MAIL, text="other"))
    assert room.message_id(MAIL) != room.message_id(replace(MAIL, key="other"))


@pytest.mark.parametrize(
    "value",
    [
        "Hi\r\nBcc: evil@x.example",
        "a\nb",
        "a\rb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "a\x0bb",
        "a\x0cb",
        "a\x00b",
        "a\tb",
        "a\u202eb",
        "a\u200bb",
        "a\ud800b",
        "\ufeffa",
        "a\U000e0041b",
        "\ue000",
    ],
)
def test_b41_b47_controls_in_headers_are_refused(value: str) -> None:
    for mail in (
        replace(MAIL, subject=value),
        replace(MAIL, to=replace(MAIL.to, name=value)),
        replace(MAIL, sender=replace(MAIL.sender, name=value)),
    ):
        assert codes(mail) == ["mail-header-character"]


@pytest.mark.parametrize("value", ["=?utf-8?q?Hi=0ABcc:_evil@x.example?=", "a =?x?= b", "=??="])
def test_b42_encoded_words_in_values_are_refused(value: str) -> None:
    assert codes(replace(MAIL, subject=value)) == ["mail-header-encoded-word"]
    assert codes(replace(MAIL, to=replace(MAIL.to, name=value))) == ["mail-header-encoded-word"]
    assert "mail-address" in codes(replace(MAIL, to=replace(MAIL.to, address=value)))


@pytest.mark.parametrize(
    "name", ["Budi, S.H.", 'Budi "Boy" Santoso', "O'Brien", "Ñ", "a\\b", "<x@y.example>", "", "a  b", " a "]
)
def test_b43_names_stay_whole_and_name_one_recipient(name: str) -> None:
    data = read(replace(MAIL, to=replace(MAIL.to, name=name)))
    assert message_from_bytes(data, policy=default)["To"].addresses[0].addr_spec == MAIL.to.address
    ((raw, address),) = getaddresses([message_from_bytes(data)["To"]])
    assert (str(make_header(decode_header(raw))), address) == (name, MAIL.to.address)


def test_b43_names_without_end_are_refused() -> None:
    assert codes(replace(MAIL, to=replace(MAIL.to, name="a" * 900))) == ["mail-header-too-long"]


@pytest.mark.parametrize(
    "address",
    [
        "a@b.co, evil@x.co",
        "a@b.co;c@d.co",
        "a@b",
        "a@münchen.de",
        "a b@c.co",
        "mailto:a@b.co",
        "a@b.co>",
        "",
        "@b.co",
        "a@",
        "a..b@c.co",
        ".a@b.co",
        "a@-b.co",
        "a@b..co",
        '"a"@b.co',
        "a@b.co\n",
        "a" * 65 + "@b.co",
        "a@[1.2.3.4]",
    ],
)
def test_b44_anything_but_one_plain_address_is_refused(address: str) -> None:
    assert codes(replace(MAIL, to=replace(MAIL.to, address=address))) == ["mail-address"]
    assert codes(replace(MAIL, sender=replace(MAIL.sender, address=address))) == ["mail-address"]


@pytest.mark.parametrize("text", ["a\0b", "a\x1bb", "a\rb", "a\x85b", "\ud800"])
def test_controls_in_bodies_are_refused(text: str) -> None:
    assert codes(replace(MAIL, text=text)) == ["mail-text-character"]
    assert codes(replace(MAIL, html=text)) == ["mail-text-character"]


@pytest.mark.parametrize(
    "text", ["", "\n", "x", "x\n\n", " \n \t\n", ".\n..\n", "=\n==3D\n", "é" * 5000, "a\r\nb", "--=_x\n"]
)
def test_bodies_come_back_whole(text: str) -> None:
    message = message_from_bytes(read(replace(MAIL, text=text)), policy=default)
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").removesuffix("\n") == text.replace("\r\n", "\n").removesuffix("\n")


def test_an_empty_subject_is_refused() -> None:
    assert codes(replace(MAIL, subject=" ")) == ["mail-no-subject"]


def test_two_thousand_phrases_come_back_at_two_readers() -> None:
    """`draft` reads back by library and by hand; this compares with the library's older reader on top."""
    names = phrases(2000, 8)
    for name, subject in zip(names, phrases(2000, 15), strict=True):
        data = read(
            replace(MAIL, subject=subject, to=replace(MAIL.to, name=name), sender=replace(MAIL.sender, name=name))
        )
        message = message_from_bytes(data)
        assert str(make_header(decode_header(message["Subject"]))) == subject
        ((raw, _),) = getaddresses([message["To"]])
        assert str(make_header(decode_header(raw))) == name
        assert max(len(line) for line in data.split(b"\r\n")) <= 78


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"To: ", b"Bcc: x@x.example\r\nTo: "),
        (b"<budi@maju.example>", b"<budi@maju.example>, <x@x.example>"),
        (b"Santoso", b"Santosa"),
        (b"X-Unsent: 1\r\n", b""),
        (b"=E2=80=93_tagihan", b"_tagihan"),
        (b"Rp12.500.000 =E2=80=93 jatuh", b"Rp12.500.001 =E2=80=93 jatuh"),
        (b"<p>Rp12.500.000", b"<p>Rp12.500.001"),
        (b"Yth.", b"Yth\xc3"),
        (b"\r\n\r\n", b"\n\n"),
        (base64.b64encode(PDF)[:20], b"A" * 20),
        (b'filename="somasi-1', b'filename="somasi-2'),
    ],
)
def test_both_readers_notice_every_difference(monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes) -> None:
    seen: list[mailcheck.Expected] = []
    real = mailcheck.difference

    def note(data: bytes, expected: mailcheck.Expected) -> str:
        seen.append(expected)
        return real(data, expected)

    monkeypatch.setattr(mailcheck, "difference", note)
    data = read(WITH_PDF, PDF)
    changed = data.replace(old, new)
    assert changed != data
    assert mailcheck.difference(changed, seen[0])
    if changed.isascii() and b"\r\n\r\n" in changed:
        assert mailcheck._by_library(changed, seen[0])
        assert mailcheck._by_hand(changed, seen[0])


def test_a_difference_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailcheck, "difference", lambda *_: "Subject")
    assert codes(MAIL) == ["mail-not-faithful"]


def test_same_bytes_in_every_process() -> None:
    program = (
        "import sys, hashlib; sys.path.insert(0, '.');"
        "from tests.unit.output.test_mail import WITH_PDF, PDF, read;"
        "print(hashlib.sha256(read(WITH_PDF, PDF)).hexdigest())"
    )
    here = hashlib.sha256(read(WITH_PDF, PDF)).hexdigest()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "America/Lima", "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        assert result.stdout.strip() == here


def test_reformime_and_munpack_read_the_same(tmp_path: Path) -> None:
    if not (shutil.which("reformime") and shutil.which("munpack")):
        pytest.skip("reformime (maildrop) and munpack (mpack) are not installed")
    (tmp_path / "a.eml").write_bytes(read(WITH_PDF, PDF))
    with (tmp_path / "a.eml").open("rb") as file:
        text = subprocess.run(["reformime", "-s", "1.1.1", "-e"], stdin=file, capture_output=True, check=True).stdout
    assert text.decode().replace("\r\n", "\n") == MAIL.text
    subprocess.run(["munpack", "-q", "-f", "a.eml"], cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "somasi-1-012.pdf").read_bytes() == PDF


def test_postal_mime_reads_the_same(tmp_path: Path) -> None:
    """Set NODE_PATH to a node_modules with postal-mime (npm) to run this one."""
    script = """
const P = require("postal-mime"), fs = require("fs"), parse = (P.default || P).parse;
(async () => {
  for (const name of fs.readdirSync(".").sort()) {
    const m = await parse(fs.readFileSync(name));
    console.log(JSON.stringify([m.subject, m.to.map(a => [a.name, a.address]), m.text, m.html.trim(), m.attachments.length]));
  }
})();
"""
    node = shutil.which("node")
    if (
        node is None
        or subprocess.run([node, "-e", "require('postal-mime')"], capture_output=True, check=False).returncode
    ):
        pytest.skip("node with postal-mime in NODE_PATH is not installed")
    mails = [
        replace(MAIL, subject=subject, to=replace(MAIL.to, name=subject[:60].strip())) for subject in phrases(300, 14)
    ]
    for number, mail in enumerate(mails):
        (tmp_path / f"{number:04}").write_bytes(read(mail))
    run = subprocess.run([node, "-e", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    # This reader adds a line end to each body.
    expected = [[m.subject, [[m.to.name, m.to.address]], m.text + "\n", m.html, 0] for m in mails]
    assert found == expected

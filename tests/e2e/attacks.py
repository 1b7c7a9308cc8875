"""A program for tests: hostile names in e-mail headers, judged by this Python's own mail parser.

Needs nothing but the standard library and the kit, so that every Python on the machine can run it.
Prints one line per attack: refused, or faithful.
"""

from __future__ import annotations

import datetime as dt
import sys
from email import message_from_bytes, policy
from email.utils import getaddresses
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kit.composing.documents import Mail, Mailbox
from kit.output.mail import draft

HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "X-Unsent", "Auto-Submitted", "Content-Language",
    "Content-Type",
]  # fmt: skip
#: Row of the list of bad inputs, display name, address, subject.
ATTACKS = [
    ("B41", "Hi\r\nBcc: evil@x.example", "b@b.example", "Tagihan"),
    ("B41", "Hi\nBcc: evil@x.example", "b@b.example", "Tagihan"),
    ("B42", "=?utf-8?q?Hi=0ABcc:_evil@x.example?=", "b@b.example", "Tagihan"),
    ("B42", "Budi", "b@b.example", "=?utf-8?q?Hi=0ABcc:_evil@x.example?="),
    ("B43", "Budi, S.H.", "b@b.example", "Tagihan"),
    ("B43", 'Budi "Boy" Santoso', "b@b.example", "Tagihan"),
    ("B43", "O'Brien", "b@b.example", "Tagihan"),
    ("B43", "Ñoño – “Sari”, S.E.", "b@b.example", "Pengingat – “invoice” é"),
    ("B44", "Budi", "a@b.example, evil@x.example", "Tagihan"),
    ("B44", "Budi", "a@b.example;c@d.example", "Tagihan"),
    ("B44", "Budi", "a@b.example\r\nBcc: evil@x.example", "Tagihan"),
    ("B46", "../../etc/passwd", "b@b.example", "Tagihan"),
    ("B47", "Budi", "b@b.example", "Tagihan\u0085Bcc: evil@x.example"),
    ("B47", "Budi", "b@b.example", "Tagihan\u2028Bcc: evil@x.example"),
    ("B47", "Budi", "b@b.example", "Tagihan\x0bBcc: evil@x.example"),
]


def outcome(name: str, address: str, subject: str) -> str:
    """Return what became of one attack: refused, or a draft with one recipient and no header of the attacker."""
    mail = Mail("budi", "outbox/budi/due/message.eml", Mailbox("Dewi", "dewi@contoh.example"), Mailbox(name, address),
                subject, "Halo", "<p>Halo</p>", dt.date(2026, 11, 23), 7, "budi due")  # fmt: skip
    data, problems = draft(mail)
    if problems:
        return "refused"
    read = message_from_bytes(data, policy=policy.default)
    plain = message_from_bytes(data)
    headers = list(read.keys()) == HEADERS
    recipients = len(read["To"].addresses) == 1 and len(getaddresses(plain.get_all("To", []))) == 1
    return "faithful" if headers and recipients and read["To"].addresses[0].addr_spec == address else "BROKEN"


if __name__ == "__main__":
    for row, *attack in ATTACKS:
        print(row, outcome(*attack))

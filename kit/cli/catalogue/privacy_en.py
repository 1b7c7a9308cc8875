"""What the kit says in English about private pages: leaks that a build refuses, links, people who are forgotten."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK = "look for it in data/customers/{customer}.yaml and in your own templates, take it out and build again"

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "build-unknown": (
        "{path} is no build of the kit", "give the folder of a build, or a manifest.json that was kept of one",
    ),
    "forget-open": ("{customer} still owes {sum}", "settle or write off what is open first, or say --although-open"),
    "forgotten-line": ("the line does not tell a number that stays used", "take the file from your backup"),
    "leak-address": ("{path}:{line}:{column}: an address of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-email": (
        "{path}:{line}:{column}: an e-mail address that is not the creditor's: {found}", _LOOK,
    ),
    "leak-file": ("{path} has no place in a site", "a site holds pages and papers of customers, and nothing else"),
    "leak-identity": ("{path}:{line}:{column}: digits like those of a NIK, NPWP or card: {found}", _LOOK),
    "leak-invoice": ("{path}:{line}:{column}: an invoice of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-link": ("{path}:{line}:{column}: the private address of {owner} on a page of {customer}", _LOOK),
    "leak-name": ("{path}:{line}:{column}: a name of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-note": ("{path}:{line}:{column}: internal remarks about {owner}: {found}", _LOOK),
    "leak-number": ("{path}:{line}:{column}: a number of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-path": ("{path}:{line}:{column}: a place on a computer: {found}", _LOOK),
    "leak-phone": ("{path}:{line}:{column}: a telephone that is not the creditor's: {found}", _LOOK),
    "leak-yaml": ("{path}:{line}:{column}: lines of a data file: {found}", _LOOK),
    "link-expired": (
        "the private address of {customer} stood until {until}: no page is made, and messages bear no link",
        "give a new one with kit links rotate {customer}",
    ),
    "link-given-up": (
        "links.yaml holds an address of {customer} that was given up: an older copy of the file was put back",
        "kit links tells which; kit links rotate {customer} makes a new one",
    ),
    "links-lost": (
        "{count} customers get a new private address: links.yaml does not know theirs any more",
        "bring it from your backup or the other computer and build again before you publish; see kit links",
    ),
    "trail-line": ("the line does not say what became of an address", "take the file from your backup"),
}  # fmt: skip

DOOR: Mapping[str, str] = {
    "links-columns": "customer, made, stands until, state",
    "link-stands": "stands",
    "link-expired-state": "expired",
    "link-given-up-state": "given up earlier",
    "link-revoked-state": "revoked",
    "link-lost-state": "lost",
    "link-none-state": "not made yet",
    "links-happened-lost": (
        "{count} addresses were made and links.yaml does not know them: the file was lost, or they come from\n"
        "another computer. Bring links.yaml from there or from your backup. Otherwise the next build gives these\n"
        "customers new addresses; links in earlier messages then lead to a page that asks to get in touch."
    ),
    "links-happened-given-up": (
        "{count} addresses in links.yaml were given up earlier: an old copy of the file was put back. No build is\n"
        "made with them, since they may be known to others. kit links rotate CUSTOMER gives a new one."
    ),
    "links-happened-expired": "{count} addresses have expired: kit links rotate CUSTOMER gives a new one.",
    "links-open": "links.yaml can be read by others on this computer: chmod 600 {path}",
    "links-fine": "All private addresses are in order.",
    "link-rotated": "{customer} has a new address. The old one goes when you publish the next build; send the new one.",
    "link-revoked": "{customer} has no address any more. The page goes with the next build that you publish.",
    "would-forget": "These {count} files of {customer} would go, with the private address and transfer codes:",
    "forgotten": "{customer} is forgotten. Gone are {count} files, the private address and transfer codes:",
    "numbers-stay": "Numbers of papers that stay used: {count} (data/forgotten.txt).",
    "forget-yes": "Nothing was removed. Ask whether the law makes you keep it, then: kit forget {customer} --yes",
    "forget-elsewhere": (
        "Not done by this command: build and publish again, so that pages and messages go; remove build-only/ and\n"
        "build-casefile-{customer}/; the history of git, backups, mailboxes and phones still hold what they held."
    ),
    "affected-columns": "customer, files, name, e-mail, telephone",
    "affected": (
        "{count} customers had data in this build of {day}. Where personal data got out, the persons and the\n"
        "agency are to be told in writing within 3 x 24 hours (UU PDP): what, when and how, and what is done about it."
    ),
    "no-longer-known": "(no longer in the book)",
    "subject-named": "named in other files of the book",
    "subject-builds": "builds that hold files",
}

"""What goes wrong in English while papers are composed, written and recorded: code -> (sentence, hint, ...)."""

from __future__ import annotations

from collections.abc import Mapping

from kit.cli.catalogue import (
    courtesy_en,
    drift_en,
    final_en,
    lanes_en,
    letters_en,
    plans_en,
    privacy_en,
    record_en,
    rows_en,
)

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "extension-part": (
        "{number} is a part of an invoice or an invoice in parts",
        "write extensions: on the part in data/customers/{customer}.yaml",
    ),
    **plans_en.MADE,
    **lanes_en.MADE,
    **record_en.PROBLEMS,
    **courtesy_en.PROBLEMS,
    **drift_en.PROBLEMS,
    **final_en.PROBLEMS,
    **rows_en.PROBLEMS,
    **privacy_en.PROBLEMS,
    **letters_en.PROBLEMS,
    # Wording below letters/
    "template-encoding": ("the template is not UTF-8 text", "save the file as UTF-8 in your editor"),
    "template-failed": ("the template cannot be filled: {detail}", None),
    "template-forbidden": ("the template does something that wording may not do: {detail}", None),
    "template-goal": ('the template has the goal "{found}"', "known are: {known}"),
    "template-missing": ("the template {template} does not exist", "check the name of the stage's template"),
    "template-subject": ("the template has no subject", "add a line subject: ... at its head"),
    "template-syntax": ("the template is not well formed: {detail}", None),
    "template-too-long": ("the template grows beyond {limit} characters", "check its loops"),
    "template-unknown-field": ("the template asks for {field}, which does not exist", "known are: {known}"),
    "template-unsafe": ("the template holds {found}, which no letter may hold", "remove it"),
    # Paper
    "glyph-missing": (
        '{path}: no font of the kit can show the character {character} in "{around}"',
        "write it in other characters",
    ),
    "path-taken": ("{path} would be written twice, also as {rival}", None),
    "path-unsafe": ("{path} is no file name that every system takes", None),
    "pdf-active": ("{path} holds {found}, which could make a reader's program act", "remove it from the template"),
    "pdf-damaged": ("{path} did not become a whole PDF", None),
    "pdf-failed": ("{path} cannot be laid out: {reason}", "check template and style sheet"),
    "pdf-fetch": (
        "{path} asks for {url}, which is not among its own images",
        "name an image of the book; paper reads nothing else",
    ),
    "pdf-link": ("{path} holds a link that paper may not hold: {found}", "allowed are mailto:, tel: and our own pages"),
    "pdf-warning": ("{path} cannot be laid out as it is written: {text}", "correct template or style sheet"),
    "sheet-crashed": ("{path} made the layout engine crash (signal {signal})", "shorten it"),
    "sheet-too-heavy": ("{path} takes more time or memory to lay out than a letter may", "shorten it"),
    # Messages
    "mail-address": ("{header} of the message to {customer} is not one e-mail address", "check the address"),
    "mail-attachment-changed": ("the attachment of {path} is not the paper that was planned", "build again"),
    "mail-header-character": (
        "{header} of the message to {customer} holds the character {character}",
        "delete it in the customer's file or in the template",
    ),
    "mail-header-encoded-word": (
        "{header} of the message to {customer} holds =?...?=, which mail programs read as hidden text",
        "write the words themselves",
    ),
    "mail-header-too-long": (
        "{header} of the message to {customer} has {length} characters; {limit} are allowed",
        "shorten it",
    ),
    "mail-no-subject": ("the message {path} to {customer} has no subject", "give its template one"),
    "mail-not-faithful": ("the message {path} to {customer} does not read back as it was meant: {part}", None),
    "mail-text-character": ("the {part} of the message to {customer} holds the character {character}", "delete it"),
    # The output folder
    "build-foreign-file": (
        "{path} holds {count} files that no build made, such as {name}",
        "move them elsewhere, or name another folder with --out",
    ),
    "build-has-link": ("{path} holds a link: {name}", "delete the link, or name another folder with --out"),
    "build-holds-book": (
        "{path} holds the book itself and cannot be the output folder",
        "name another folder with --out",
    ),
    "build-is-file": ("{path} is a file and cannot be the output folder", "name another folder with --out"),
    "build-is-link": ("{path} is a link and cannot be the output folder", "name the folder itself with --out"),
    "build-is-source": ("{path} lies among the sources of the book", "name another folder with --out"),
    "build-leftover": ("{path} could not be cleared away: {reason}", "delete it by hand"),
    "build-locked": ("another build is writing {path}", "wait until it is done"),
    "build-no-parent": ("the folder {path} does not exist", "make it, or name another folder with --out"),
    "build-not-ours": ("{path} is not empty, and no build made it", "empty it, or name another folder with --out"),
    "build-not-writable": ("{path} cannot be written", "check who may write there"),
    "build-unconfirmed": (
        "the new build stands at {path}, but the disk did not confirm it: {reason}",
        "check the disk",
    ),
    # Recording
    "as-of-before-register": (
        "{as_of} lies before {newest}, the newest entry in the register of {customer}",
        "name a later day with --as-of",
    ),
    "edit-unsafe": (
        "the file of {customer} is not written in a way in which the kit dares to change it",
        "make the change by hand",
    ),
    "folder-holds-book": ("{path} holds a book already", "name another folder; a book is begun once"),
    "folder-not-empty": ("{path} is not empty: it holds {name}", "name a new or an empty folder"),
    "future-date": ("{date} lies in the future; today is {today}", "record it when it has happened"),
    "issued-exists": ("{name} of {customer} was issued before with other contents", "issue it under a new number"),
    "not-due-to-send": (
        "{stage} was not due to be sent to {customer} on {date}; due was: {due}",
        "see kit explain {customer}",
    ),
    "register-changed": ("the register of {customer} was changed meanwhile", "run the command again"),
    "sent-twice-in-list": ("{customer} stands in the list twice", "name each customer once"),
    "unknown-customer": ("the book has no customer {customer}", "did you mean {nearest}?", "see kit status"),
    # What the machine refused
    "disk-error": ("the disk under {path} does not work: {reason}", "check the disk; nothing was changed"),
    "drawer-missing": (
        "{path} is not on this machine, and the gallery draws its pictures with it",
        "install poppler-utils: sudo apt-get install poppler-utils (macOS: brew install poppler)",
    ),
    "drawer-failed": (
        "pdftoppm could not draw {path}: {reason}",
        "open the PDF of a build to see why",
    ),
    "disk-full": ("no room is left for {path}: {reason}", "make room on the disk; nothing was changed"),
    "disk-read-only": ("{path} lies on a disk that cannot be written: {reason}", None),
    "no-file-locks": ("{path} lies on a disk without locks: {reason}", "keep the book on a disk of this computer"),
    "permission-denied": ("the system does not allow {path} to be written: {reason}", "check who may write there"),
    "port-taken": ("port {port} cannot be used: {reason}", "give another one: kit serve --port 8800"),
    "register-busy": ("another command has been recording in {path} for half a minute", "wait until it is done"),
    "system-error": ("the system refused {path}: {reason}", None),
    "too-many-open-files": ("too many files are open to write {path}: {reason}", "close other programs and try again"),
    "worker-died": ("the process that laid out {path} was stopped from outside (code {exit})", "run the command again"),
    "casefile-nothing": (
        "{customer} owes nothing on {as_of} that may be demanded: there is no case",
        "see kit explain {customer}",
    ),
    "already-issued": ("{stage} to {customer} was already issued as {number}", "send that one"),
    "issued-changed": ("{path} of {customer} is no longer what was issued", "restore it from your backup or from git"),
    "issued-missing": ("{path} of {customer} was issued and is gone", "restore it from your backup or from git"),
    "letter-outdated": (
        "letter {number} to {customer} was issued with other figures; a draft takes its place",
        "issue the new one, or send the old one only if it is still right",
    ),
    "mail-sender-missing": (
        "the creditor names no mailbox that messages come from",
        "add email to the creditor or to a sender",
    ),
    "message-opening": (
        "the first {limit} characters of the chat to {customer} speak of money, and a locked telephone shows them",
        "begin the template with greeting and sender only",
    ),
    "message-too-long": ("the chat to {customer} has {length} characters; {limit} are allowed", "shorten its template"),
    "not-due-to-issue": (
        "{stage} was not due to be issued to {customer} on {date}; due was: {due}",
        "see kit explain {customer}",
    ),
    "not-issuable": (
        "the stage {stage} of {customer} is no numbered letter",
        "give it a series and the channel letter in data/policy.yaml",
    ),
}

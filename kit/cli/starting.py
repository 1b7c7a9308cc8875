"""`kit init`: begins a book by questions or by flags; what it writes, `kit check` has nothing to say about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from kit import resources
from kit.basics.problems import has_errors
from kit.cli import skeletons
from kit.cli.catalogue import starting_en, starting_id
from kit.cli.problems import in_a_line
from kit.cli.schemas import as_files, modeline
from kit.cli.session import LANGUAGES, language, refuse, show, today_in
from kit.domain.calendar import PROVINCES
from kit.output import starting
from kit.reading.book import book_of
from kit.reading.creditor import ACCOUNT, CREDITOR
from kit.reading.customers import ADDRESS, OFFICIAL
from kit.reading.fields import Findings, Kind
from kit.reading.files import Files
from kit.reading.nodes import Scalar

WORDS: Mapping[str, ModuleType] = {"en": starting_en, "id": starting_id}


@dataclass(frozen=True, slots=True)
class Question:
    """One answer that a book needs: its flag, what it may be, and another question whose answer serves as well."""

    flag: str
    kind: Kind
    note: str
    required: bool = True
    #: Flag whose answer is proposed.
    like: str = ""
    proposal: str = ""


QUESTIONS = (
    Question("name", CREDITOR.known["name"].kind, "Name of the creditor."),
    Question("form", CREDITOR.known["form"].kind, "Legal form: PT, CV, UD, ...", proposal="PT"),
    Question("street", ADDRESS.known["street"].kind, "Street and number."),
    Question("city", ADDRESS.known["city"].kind, "City."),
    Question("province", ADDRESS.known["province"].kind, "Province; sets the time zone."),
    Question("postcode", ADDRESS.known["postcode"].kind, "Postcode."),
    Question("email", CREDITOR.known["email"].kind, "E-mail for customers.", required=False),
    Question("whatsapp", CREDITOR.known["whatsapp"].kind, "WhatsApp number for customers.", required=False),
    Question("bank", ACCOUNT.known["bank"].kind, "Bank that customers pay into."),
    Question("account", ACCOUNT.known["number"].kind, "Number of the account."),
    Question("holder", ACCOUNT.known["holder"].kind, "Holder of the account. Default: the name.", like="name"),
    Question("signatory", OFFICIAL.known["name"].kind, "Who writes and signs reminders."),
    Question("position", OFFICIAL.known["position"].kind, "Position. Default: Staf Piutang.", proposal="Staf Piutang"),
    Question("manager", OFFICIAL.known["name"].kind, "Who signs firm letters. Default: the signatory.",
             like="signatory"),
    Question("manager-position", OFFICIAL.known["position"].kind, "Position. Default: Manajer Keuangan, or the "
             "signatory's.", proposal="Manajer Keuangan"),
)  # fmt: skip


def answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command a flag for each question."""
    for each in reversed(QUESTIONS):
        command = click.option(f"--{each.flag}", help=each.note)(command)
    return command


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@answer_options
@click.option("--no-input", is_flag=True, help="Ask nothing: take the flags and the defaults.")
@click.option("--example", is_flag=True, help="Add an invented customer with comments.")
@click.option("--with-wording", is_flag=True, help="Copy letters/ and site/ to change their wording and look.")
@click.option("--with-schema", is_flag=True, help="Add schema/, from which editors complete what you write.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of questions and comments.")
def init(
    folder: Path,
    lang: str | None,
    *,
    no_input: bool,
    example: bool,
    with_wording: bool,
    with_schema: bool,
    **flags: str | None,
) -> None:
    r"""Begin a new book in FOLDER by questions, or by flags alone.

    FOLDER must be new or empty; otherwise nothing is written.

    \b
    Examples:
      kit init ~/books/sari-rasa
      kit init sari-rasa --example --lang id
    """
    lang = language(lang)
    refused = starting.occupied(folder)
    if refused:
        refuse(refused, folder, lang)
    given = {key.replace("_", "-"): value for key, value in flags.items() if value is not None}
    answers = answered(given, lang, asking=not no_input)
    files = composed(answers, lang, example=example, with_schema=with_schema)
    book, problems = book_of(Files({path: files[path] for path in sorted(files) if path.endswith(".yaml")}))
    if book is None or has_errors(problems):  # a combination that no single answer shows
        refuse(problems, folder, lang)
    if with_wording:
        files |= wording_files()
    refused = starting.begin(folder, files)
    if refused:
        refuse(refused, folder, lang)
    if problems:
        show(problems, folder, lang)
    click.echo(WORDS[lang].STARTED.format(path=folder, customers=folder / "data" / "customers"))


def answered(given: Mapping[str, str], lang: str, *, asking: bool) -> dict[str, str]:
    """Return the answer to every question: given by flag, asked for, or the default."""
    answers: dict[str, str] = {}
    missing = []
    for each in QUESTIONS:
        proposal = answers.get(each.like) or each.proposal
        same = each.flag == "manager-position" and answers.get("manager") == answers.get("signatory")
        if each.flag in given:
            text = given[each.flag].strip()
            if text and (fault := fault_of(each, text, lang)):
                raise click.BadParameter(fault, param_hint=f"--{each.flag}")
        elif same:  # one person, one position
            text = answers.get("position", "")
        elif asking:
            text = asked(each, proposal, lang)
        else:
            text = proposal
        if text:
            answers[each.flag] = text
        elif each.required:
            missing.append(f"--{each.flag}")
    if missing:
        raise click.UsageError(WORDS[lang].MISSING.format(flags=", ".join(missing)))
    return answers


def asked(question: Question, proposal: str, lang: str) -> str:
    """Ask until the answer is one that the book can hold."""
    words = WORDS[lang]
    text = words.QUESTIONS[question.flag].format(options=", ".join(getattr(question.kind, "options", ())))
    if not question.required:
        text += f" ({words.SKIP})"
    while True:
        default = proposal if question.required else ""
        answer = str(click.prompt(text, default=default or ("" if not question.required else None),
                                  show_default=bool(default))).strip()  # fmt: skip
        fault = fault_of(question, answer, lang) if answer or question.required else None
        if fault is None:
            return answer
        click.echo(f"  {fault}", err=True)


def fault_of(question: Question, text: str, lang: str) -> str | None:
    """Return what is wrong with an answer, in a line, or None."""
    to = Findings("")
    start = _Start()
    question.kind.read(Scalar(text, start, start), question.flag, to)
    if "\n" in text and not to.problems:
        to.error("text-lines", Scalar(text, start, start), field=question.flag)
    return in_a_line(to.problems[0], lang) if to.problems else None


@dataclass(frozen=True, slots=True)
class _Start:
    """The place of an answer, which stands in no file."""

    line: int = 0
    column: int = 0


def composed(answers: Mapping[str, str], lang: str, *, example: bool, with_schema: bool) -> dict[str, bytes]:
    """Return the first files of the book."""
    comments = WORDS[lang].COMMENTS
    today = today_in(PROVINCES[answers["province"]])
    texts = {
        "data/creditor.yaml": ("creditor", skeletons.creditor(answers, comments, lang, today)),
        "data/policy.yaml": ("policy", skeletons.policy(comments)),
    }
    if example:
        texts["data/customers/contoh-sentosa.yaml"] = ("customer", skeletons.customer(comments, today))
    files = {
        path: ((modeline(path, name) if with_schema else "") + text).encode() for path, (name, text) in texts.items()
    }
    files[".gitignore"] = skeletons.ignored(comments).encode()
    if not example:
        files["data/customers/.gitkeep"] = b""
    if with_schema:
        files |= {f"schema/{name}": data for name, data in as_files().items()}
    return files


def wording_files() -> dict[str, bytes]:
    """Return the kit's own wording and pages, without the fonts, which always come from the kit."""
    root = resources.shipped()
    paths = [path for part in ("letters", "site") for path in sorted((root / part).rglob("*")) if path.is_file()]
    named = {path.relative_to(root).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith("letters/fonts/")}

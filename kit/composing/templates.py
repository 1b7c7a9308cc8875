"""The wording of a book: templates found on its shelf, filled in a sandbox, their faults as problems with a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.nodes import EvalContextModifier
from markupsafe import Markup

from kit.basics.problems import Problem, Source, error
from kit.composing.faults import UnsafeTemplate, problem_of
from kit.composing.prose import Unsafe, html_template, laid_out, text_template, unclosed
from kit.composing.sandbox import LARGEST_TEXT, Sandbox, TooLong
from kit.composing.shelf import Shelf

#: What a message may want. A template says which, so that nobody sends a demand by mistake.
GOALS = ("mengingatkan", "meminta", "mencari solusi", "berterima kasih", "menegur", "mencatat")

#: A value as templates see it: text, number, yes or no, a row of values, or a map from names to values.
Value = str | int | bool | tuple["Value", ...] | Mapping[str, "Value"]
Context = Mapping[str, Value]

_FRONT = re.compile(r"---\n(.*?\n)?---(?:\n|\Z)", re.DOTALL)
_HAZARDS = re.compile(
    r"<\s*(?:script|iframe|object|embed|applet|form|base)\b|\brel\s*=\s*[\"']?attachment"
    r"|\b(?:src|poster|background|srcset)\s*=\s*[\"']?\s*(?:https?:|//|file:|ftp:)|javascript:|vbscript:|file:"
    r"|\bon[a-z]+\s*=|@import|url\(\s*[\"']?\s*(?:https?:|//|file:)|<\s*link\b",
    re.IGNORECASE,
)


class Form(StrEnum):
    """What a template becomes: each form has its own environment, and says where and how it escapes."""

    #: HTML of an e-mail, escaped, styles inline.
    MAIL = "mail"
    #: HTML of a paper, escaped, styles from letter.css.
    LETTER = "letter"
    #: HTML of a page, escaped, below site/.
    PAGE = "page"
    #: Plain text of an e-mail or a chat, not escaped.
    TEXT = "text"

    @property
    def html(self) -> bool:
        """Tell whether the form escapes for HTML."""
        return self is not Form.TEXT

    @property
    def folder(self) -> str:
        """Folder of the shelf in which its templates stand."""
        return "site" if self is Form.PAGE else "letters"


@dataclass(frozen=True, slots=True)
class Front:
    """What a message template says about itself: what it wants, and its subject as a template."""

    goal: str
    subject: str
    #: Line of the file on which the subject stands.
    line: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A message template filled for one customer: subject on one line, body in the form that was asked for."""

    goal: str
    subject: str
    body: str


class Wording:
    """Every template of a book, the book's own before the kit's, read and compiled once, filled any number of times."""

    __slots__ = ("_environments", "_fronts", "_subjects", "_texts", "shelf")

    def __init__(self, roots: Sequence[Path]) -> None:
        self.shelf = Shelf(roots)
        self._environments = {form: environment(self.shelf, form) for form in Form}
        self._fronts: dict[str, tuple[Front | None, tuple[Problem, ...]]] = {}
        self._subjects: dict[str, Template] = {}
        self._texts: dict[str, str] = {}

    def __reduce__(self) -> tuple[Callable[[Sequence[Path]], Wording], tuple[tuple[Path, ...]]]:
        return Wording, (self.shelf.roots,)

    def text(self, path: str) -> str:
        """Return a style sheet or another fixed file of the shelf, empty where there is none."""
        if path not in self._texts:
            self._texts[path] = self.shelf.read(path) or ""
        return self._texts[path]

    def prefix(self, name: str, language: str) -> str:
        """Return "en/" where the shelf has the template `name` in `language` below letters/en/, else nothing."""
        return f"{language}/" if self.text(f"letters/{language}/{name}") else ""

    def fill(self, name: str, context: Context, form: Form) -> tuple[str, tuple[Problem, ...]]:
        """Return the template `name`, as its folder names it, filled with `context`; empty where it has a fault."""
        path = f"{form.folder}/{name}"
        return self._guarded(path, context, lambda: self._environments[form].get_template(name).generate(context))

    def message(self, name: str, context: Context, form: Form) -> tuple[Filled | None, tuple[Problem, ...]]:
        """Return the message template `name` filled: goal, subject and body; None where it has a fault."""
        front, problems = self.front(name)
        if front is None:
            return None, problems
        path = f"letters/{name}"
        subject, more = self._guarded(path, context, lambda: self._subject(front, path, context))
        body, others = self.fill(name, context, form)
        found = (*more, *others)
        if found:
            return None, found
        return Filled(front.goal, " ".join(subject.split()), tidy(body) if form.html else laid_out(body)), ()

    def front(self, name: str) -> tuple[Front | None, tuple[Problem, ...]]:
        """Return what the template `name` says about itself."""
        if name not in self._fronts:
            self._fronts[name] = self._read_front(f"letters/{name}")
        return self._fronts[name]

    def _read_front(self, path: str) -> tuple[Front | None, tuple[Problem, ...]]:
        try:
            source = self.shelf.read(path)
        except UnicodeDecodeError:
            return None, (error("template-encoding", Source(path)),)
        if source is None:
            return None, (error("template-missing", Source(path), template=path),)
        return front_of(source, path)

    def _subject(self, front: Front, path: str, context: Context) -> Iterator[str]:
        if path not in self._subjects:
            source = "\n" * (front.line - 1) + front.subject
            texts = self._environments[Form.TEXT]
            code = texts.compile(source, path, path)
            self._subjects[path] = texts.template_class.from_code(texts, code, texts.globals)
        return self._subjects[path].generate(context)

    def _guarded(
        self, path: str, context: Context, begin: Callable[[], Iterator[str]]
    ) -> tuple[str, tuple[Problem, ...]]:
        """Fill a template and turn whatever is wrong with it into a problem at its file and line."""
        pieces: list[str] = []
        size = 0
        try:
            for piece in begin():
                size += len(piece)
                if size > LARGEST_TEXT:
                    raise TooLong  # noqa: TRY301  (one place words every fault)
                pieces.append(piece)
        except Exception as fault:  # noqa: BLE001  (whatever a template does is the template's fault)
            return "", (problem_of(fault, path, context),)
        return "".join(pieces), ()


class ShelfLoader(BaseLoader):
    """Brings templates from the shelf to one environment, Markdown ones turned into its form first."""

    def __init__(self, shelf: Shelf, form: Form) -> None:
        self.shelf = shelf
        self.form = form

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return the source of `template`, checked, in the environment's form."""
        path = f"{self.form.folder}/{template}"
        source = self.shelf.read(path)
        if source is None:
            raise TemplateNotFound(template)
        bare = _without_front(source) if template.endswith(".md") else source
        try:
            return _prepared(bare, template, self.form, environment, path), path, None
        except Unsafe as fault:
            raise UnsafeTemplate(path, fault) from fault


def environment(shelf: Shelf, form: Form) -> Sandbox:
    """Return the environment in which templates of `form` are filled."""
    return Sandbox(ShelfLoader(shelf, form), html=form.html)


def front_of(source: str, path: str) -> tuple[Front | None, tuple[Problem, ...]]:
    """Return the front of a message template: `goal:` and `subject:` between two lines of `---`."""
    match = _FRONT.match(source)
    fields: dict[str, tuple[str, int]] = {}
    for line, text in enumerate(match[0].split("\n") if match else (), 1):
        name, colon, value = text.partition(":")
        if colon:
            fields[name.strip()] = (_unquoted(value.strip()), line)
    goal, subject = fields.get("goal"), fields.get("subject")
    if goal is None or goal[0] not in GOALS:
        at = Source(path, goal[1] if goal else 1)
        return None, (error("template-goal", at, found=goal[0] if goal else "", known=", ".join(GOALS)),)
    if subject is None or not subject[0]:
        return None, (error("template-subject", Source(path)),)
    return Front(goal[0], subject[0], subject[1]), ()


def tidy(html: str) -> str:
    """Return `html` without the paragraphs and lists that a condition left empty."""
    return re.sub(r"<(p|li|ul|ol)(?: [^>]*)?>\s*</\1>", "", html)


def safe(html: str) -> Markup:
    """Return HTML that this package has made itself, so that a frame takes it as it is."""
    return Markup(html)  # noqa: S704  (only ever the output of an escaping environment)


def _prepared(source: str, template: str, form: Form, environment: Environment, path: str) -> str:
    try:
        tree = environment.parse(source, template, path)
    except TemplateSyntaxError as fault:
        if (fault.message or "").startswith("Unexpected end of template"):
            fault.lineno = unclosed(source, environment)
        raise
    for node in tree.find_all(EvalContextModifier):
        raise Unsafe("autoescape", node.lineno)
    if template.endswith(".md"):
        if form is Form.TEXT:
            return text_template(source, environment)
        html = html_template(source, environment)
        return _with_inline_styles(html) if form is Form.MAIL else html
    if form.html:
        for match in _HAZARDS.finditer(source):
            raise Unsafe(match[0], source.count("\n", 0, match.start()) + 1)
    return source


def _with_inline_styles(html: str) -> str:
    """Give the elements that Markdown makes the look of an e-mail, whose readers drop style sheets."""
    html = re.sub(r"<(p|ul|ol)>", r'<\1 style="margin:0 0 16px 0">', html)
    return html.replace("<a href=", '<a style="color:{{ token.accent }}" href=')


def _without_front(source: str) -> str:
    match = _FRONT.match(source)
    return "\n" * match[0].count("\n") + source[match.end() :] if match else source


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value

"""Questions: SPARQL with a header that says what it answers and what it takes."""

import re
from functools import cached_property
from importlib.resources import files

import msgspec

from kgraph.errors import KnowledgeError, QueryError

KINDS = (
    "institution",
    "person",
    "entity",
    "release",
    "region",
    "issue",
    "kind",
    "event-type",
    "agreement-kind",
    "date",
    "text",
    "yes-no",
)
"""What a parameter may be."""

_PARAMETER = re.compile(r"([a-z][a-z0-9-]*) \(([a-z-]+)(, optional)?\): (.+)")


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """What a question takes; ``kind`` is one of :data:`KINDS`."""

    name: str
    kind: str
    about: str
    is_optional: bool

    @property
    def slot(self) -> str:
        """The place in the text where its value goes.

        >>> Parameter(name="issue", kind="issue", about="", is_optional=True).slot
        'VALUES ?_issue { UNDEF }'
        """
        return f"VALUES ?_{self.name.replace('-', '_')} {{ UNDEF }}"


class Question(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A query; ``about`` says in one sentence what it answers, ``more`` what else there is to know."""

    name: str
    text: str
    about: str = ""
    more: str = ""
    parameters: tuple[Parameter, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Parameter]:
        """The parameters by their names."""
        return {parameter.name: parameter for parameter in self.parameters}


def read_question(name: str, text: str) -> Question:
    r"""Return a query with what its header says.

    The header is the comment at the beginning: a sentence, perhaps more lines, and for
    each parameter a line "NAME (KIND): ABOUT" or "NAME (KIND, optional): ABOUT". The
    value of a parameter goes where "VALUES ?_NAME { UNDEF }" stands.

    Raises:
        QueryError: A parameter is of no known kind, or has no place in the text.

    >>> text = "# Who?\n# body (institution): which\nSELECT * { VALUES ?_body { UNDEF } }"
    >>> question = read_question("-", text)
    >>> question.about, question.parameters[0].kind
    ('Who?', 'institution')
    """
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].strip())
    parameters = []
    rest = []
    for line in lines:
        match = _PARAMETER.fullmatch(line)
        if match is None:
            rest.append(line)
            continue
        parameter = Parameter(
            name=match[1], kind=match[2], is_optional=bool(match[3]), about=match[4].rstrip(".")
        )
        if parameter.kind not in KINDS:
            raise QueryError(f"{parameter.kind} is no kind of parameter", subject=name)
        if parameter.slot not in text:
            raise QueryError(f"{parameter.slot} is missing for {parameter.name}", subject=name)
        parameters.append(parameter)
    prose = " ".join(rest).split("  ", 1)
    return Question(
        name=name,
        text=text,
        about=prose[0].strip(),
        more=prose[1].strip() if len(prose) > 1 else "",
        parameters=tuple(parameters),
    )


def load_questions() -> dict[str, Question]:
    """Return the named questions that are shipped, by name.

    They use LATERAL (SPARQL-dev SEP-0006), which Oxigraph and Jena know: plain joins
    with a computed IRI would read all sentences of the graph for each answer.

    Raises:
        KnowledgeError: One of them is wrong.
    """
    questions = {}
    folder = files("kgraph.querying") / "library"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        name = file.name.removesuffix(".rq")
        if name != file.name:
            try:
                questions[name] = read_question(name, file.read_text("utf-8"))
            except QueryError as error:
                raise KnowledgeError(error.message, path=file.name) from error
    return questions

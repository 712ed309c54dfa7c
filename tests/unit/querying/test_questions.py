import pyoxigraph
import pytest

from kgraph.errors import QueryError
from kgraph.querying.questions import load_questions, read_question
from kgraph.vocabulary import PREFIXES

QUESTIONS = load_questions()


def test_the_promised_questions_are_there() -> None:
    promised = {"partners", "ties", "posts", "events", "statements", "agreements", "evidence", "mentions"}
    assert promised <= QUESTIONS.keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_says_what_it_answers(name: str) -> None:
    question = QUESTIONS[name]
    assert question.about.endswith(".")
    assert all(parameter.about for parameter in question.parameters)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_a_query_whose_slots_are_its_parameters(name: str) -> None:
    question = QUESTIONS[name]
    pyoxigraph.Store().query(question.text, prefixes=PREFIXES)
    assert question.text.count("VALUES ?_") >= len(question.parameters)
    slots = {line.split("?_")[1].split()[0] for line in question.text.splitlines() if "VALUES ?_" in line}
    assert slots == {parameter.name.replace("-", "_") for parameter in question.parameters}


def test_header_of_a_free_query() -> None:
    question = read_question(
        "x.rq",
        "# Who is there?\n# Told at length.\n#\n# a (entity): the first\n# on-day (date, optional): it.\n"
        "SELECT * { VALUES ?_a { UNDEF } VALUES ?_on_day { UNDEF } ?_a ?p ?_on_day }",
    )
    assert question.about == "Who is there? Told at length."
    assert [(one.name, one.kind, one.is_optional, one.about) for one in question.parameters] == [
        ("a", "entity", False, "the first"),
        ("on-day", "date", True, "it"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# a (thing): x\nSELECT * { VALUES ?_a { UNDEF } }", "no kind"),
        ("# a (text): x\nSELECT * { ?s ?p ?o }", "is missing"),
    ],
)
def test_wrong_headers_are_errors(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        read_question("x.rq", text)

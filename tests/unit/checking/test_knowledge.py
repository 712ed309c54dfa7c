"""The shipped knowledge files agree, and each seeded fault is found."""

from pathlib import Path

import pytest

from kgraph.checking.knowledge import check_knowledge
from kgraph.checking.phrases import check_normal_form, check_phrases
from kgraph.checking.schemes import check_ontology
from kgraph.resources import locate_ontology


def test_the_shipped_files_agree() -> None:
    assert list(map(str, check_knowledge())) == []


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (
            "posts.toml",
            'heads = [\n"Kepala\n]\n',
            "posts.toml:2: this is not TOML: Illegal character '\\n'",
        ),
        ("posts.toml", 'heads = [\n"Kepala",\n"kepala"]\n', "posts.toml:3: 'kepala' stands twice in heads"),
        (
            "institution_heads.toml",
            '[[head]]\nkind = "police"\nforms = ["Polda"]\n[[head]]\nkind = "other"\nforms = ["polda"]\n',
            (
                "institution_heads.toml:6: 'polda' stands in forms of two entries of head "
                "and so means two things"
            ),
        ),
        (
            "issues.toml",
            '[[issues]]\nstrong = ["a"]\nweak = [\n"A"]\n',
            "issues.toml:4: 'a' stands in strong and weak and so means two things",
        ),
        (
            "speech_verbs.toml",
            'say = [{ active = "a" }]\nask = [{ active = "a" }]\n',
            "speech_verbs.toml:2: 'a' stands in say and ask and so means two things",
        ),
    ],
)
def test_phrases(tmp_path: Path, name: str, text: str, problem: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert list(map(str, check_phrases(path))) == [problem]


def test_cue_of_two_issues_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "issues.toml"
    path.write_text('[[issues]]\nstrong = ["a"]\n[[issues]]\nstrong = ["a"]\n')
    assert list(check_phrases(path)) == []


def test_normal_form(tmp_path: Path) -> None:
    (problem,) = check_normal_form(tmp_path / "x.toml", "a\ne\u0301\n")
    assert problem.place == "x.toml:2"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind/police>", "kind/polise>", "kind/police: the program knows it, the ontology does not"),
        ("kind/police>", "kind/polise>", "kind/polise: the ontology has it, the program does not know it"),
        ("kg:statedIn a owl", "kg:statedAt a owl", "statedIn: the program writes this term"),
        ("kg:statedIn a owl", "kg:statedAt a owl", "statedAt: the ontology defines this term"),
        ('"kepolisian"@id, ', "", "kind/police: has no prefLabel in the language id"),
        ('"stated in"@en', '"stated in"', "statedIn: has no label in the language en"),
        ("rdfs:range oa:SpecificResource", "rdfs:range []", "a blank node"),
        ("rdfs:range oa:SpecificResource ;", "", "statedIn: has not a range"),
        ("skos:example '''<release/example-1> kg:sha256", "skos:note '''<", "sha256: has not an example"),
        (
            "rdfs:subPropertyOf prov:wasDerivedFrom",
            "rdfs:subPropertyOf prov:wasDerived",
            "prov#wasDerived, which",
        ),
        ("oa:exact a rdf:Property", "oa:exakt a rdf:Property", "oa:exact: the program writes this term"),
        ('skos:notation "police"', 'skos:note "police"', "kind/police: has no notation"),
        (
            "skos:broader <https://w3id.org/kgraph/issue/gov",
            "skos:broader <https://w3id.org/kgraph/issue/g",
            "there is not",
        ),
        (
            "skos:broader <https://w3id.org/kgraph/issue/gov",
            "skos:related <https://w3id.org/kgraph/issue/gov",
            "must have",
        ),
        ("kg:statedIn a owl", "kg:statedIn a a owl", "no Turtle"),
    ],
)
def test_ontology(tmp_path: Path, old: str, new: str, problem: str) -> None:
    for path in locate_ontology().glob("*.ttl"):
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    found = "\n".join(map(str, check_ontology(sorted(tmp_path.glob("*.ttl")), [])))
    assert problem in found


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("SELECT * { ?c kg:statdIn ?s }", "q.rq:1: kg:statdIn is not defined in the ontology"),
        ("SELECT * { ?c oa:exakt ?s }", "q.rq:1: oa:exakt is not defined in the ontology"),
        ("SELECT * { ?c ex:p ?s }", "q.rq:1: the prefix of ex:p is not one of ours"),
        ('SELECT * { ?c kg:statedIn "kg:no ex:p" } # kg:no', ""),
        ("PREFIX kg: <https://w3id.org/kgraph/ontology#>", ""),
    ],
)
def test_terms_of_questions(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "q.rq"
    path.write_text(line)
    found = list(map(str, check_ontology(sorted(locate_ontology().glob("*.ttl")), [path])))
    assert found == ([problem] if problem else [])

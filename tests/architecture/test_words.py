"""Words of Indonesian live in data, never in code."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph import vocabulary

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "kgraph").rglob("*.py"))
WORD = re.compile(r"[^\W\d_]{3,}")
ENGLISH_TOO = frozenset(
    WORD.findall("""
    admin affairs agreement all among and april area august auto basis bin blank block box building
    business caption case center check collaboration com command communication content copy
    corporate created creator cut data database day december degree department development dir
    director domain entry event exit february field first for foreign form formula from government
    group head help indonesian january last level link long made manager map march mark may media
    more name nav network new none november october officer open operations organization page panel
    per person pos post posts press print private program prop prov public published read region
    relation relations release resources second section september set show single site source span
    status str sub support target text the this top twitter unit video who with work
    """)
)
"""Words of the lexicon that are words of English or of web pages as well."""


def read_strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from read_strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from read_strings(item)


def list_slugs() -> set[str]:
    """Words of the names that code gives to kinds, types and issues: English, though some are both."""
    slugs = {
        word
        for name in dir(vocabulary)
        if name.isupper() and isinstance(value := getattr(vocabulary, name), tuple)
        for slug in value
        for word in WORD.findall(slug.lower())
    }
    return slugs | ENGLISH_TOO


def list_words() -> set[str]:
    words: set[str] = set()
    for path in sorted((ROOT / "data" / "lexicon").glob("*.toml")):
        if path.name == "page_profiles.toml":
            continue
        for text in read_strings(tomllib.loads(path.read_text("utf-8"))):
            words.update(WORD.findall(text.lower()))
    return words - list_slugs()


WORDS = list_words()


def read_literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string literals of a module with their lines, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_the_lexicon_has_words() -> None:
    assert {"kepala", "dinas"} <= WORDS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_literal_holds_a_word_of_the_lexicon(path: Path) -> None:
    found = [
        (line, word)
        for line, text in read_literals(path)
        for word in WORD.findall(text.lower())
        if word in WORDS
    ]
    assert found == []

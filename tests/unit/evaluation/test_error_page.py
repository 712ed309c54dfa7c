"""The page of errors as a text; tests/browser shows it."""

import base64
import hashlib
import re
from html import unescape

from kgraph.evaluation.error_page import render_errors
from kgraph.evaluation.gold import read_cases
from kgraph.evaluation.report import evaluate_records
from kgraph.lexicon.load import load_lexicon
from tests.gold_records import GOLD, build_record, list_seen_cases

CASES = read_cases(GOLD)[:6]
RECORDS = {name: build_record(name) for name in list_seen_cases()[1:6]}
REPORT = evaluate_records(CASES, RECORDS, load_lexicon().region_levels)
PAGE = render_errors(CASES, RECORDS, REPORT)


def test_the_same_records_give_the_same_page() -> None:
    assert PAGE.startswith("<!DOCTYPE html>\n")
    assert render_errors(CASES, RECORDS, REPORT) == PAGE


def test_the_worst_comes_first_and_one_without_a_record_has_no_text() -> None:
    names = re.findall(r'<h2 id="h\d+">(.+?)</h2>', PAGE)
    assert sorted(names) == [case.record.id for case in CASES]
    assert names[0] == CASES[0].record.id
    assert PAGE.count("There is no record of this release") == 1


def test_the_policy_knows_the_style_sheet_and_lets_nothing_else_in() -> None:
    policy = unescape(re.findall(r'Content-Security-Policy" content="(.+?)"', PAGE)[0])
    (style,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "<script" not in PAGE
    assert 'style="' not in PAGE
    assert not re.search(r'(?:src|href)="(?!#|data:,")', PAGE)


def test_texts_stand_whole_on_both_sides() -> None:
    sides = re.findall(r'<p class="text" lang="id">(.*?)</p>', PAGE, re.DOTALL)
    texts = [unescape(re.sub(r"</?mark[^>]*>", "", side)) for side in sides]
    assert sorted(texts) == sorted(record.release.body for record in RECORDS.values() for _ in range(2))

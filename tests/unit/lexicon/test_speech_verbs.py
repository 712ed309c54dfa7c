"""The lists of verbs of saying and of tenures agree with themselves."""

from collections import Counter

import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.lexicon.matcher import fold

KINDS = ("say", "say_with_clause", "ask", "act", "convey")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_no_form_belongs_to_two_verbs(lexicon: Lexicon) -> None:
    forms: Counter[str] = Counter()
    for kind in KINDS:
        for verb in getattr(lexicon.speech, kind):
            forms.update({fold(form) for form in (verb.active, verb.bare, verb.passive) if form})
    forms.update(lexicon.speech.mind)
    assert [form for form, count in forms.items() if count > 1] == []


def test_lists_that_restrict_verbs_name_known_forms(lexicon: Lexicon) -> None:
    speech = lexicon.speech
    bare = {verb.bare for kind in KINDS for verb in getattr(speech, kind)}
    active = {verb.active for kind in KINDS for verb in getattr(speech, kind)}
    assert set(speech.beside_quotation) <= bare
    assert set(speech.bodies) <= active
    assert set(speech.also_convey) <= active
    assert set(speech.according_with_comma) <= set(speech.according)


def test_no_list_says_a_word_twice(lexicon: Lexicon) -> None:
    for words in (lexicon.speech, lexicon.tenures):
        for name in words.__struct_fields__:
            phrases = [phrase for phrase in getattr(words, name) if isinstance(phrase, str)]
            assert [p for p, count in Counter(map(fold, phrases)).items() if count > 1] == [], name


def test_forms_know_voice_and_clitic(lexicon: Lexicon) -> None:
    forms = lexicon.speech.forms
    assert (forms["menegaskan"].voice, forms["menegaskan"].clitic) == ("active", False)
    assert (forms["tegasnya"].voice, forms["tegasnya"].clitic) == ("bare", True)
    assert (forms["ditegaskannya"].voice, forms["ditegaskannya"].clitic) == ("passive", True)
    assert forms["menurutnya"].kind == "according"
    assert forms["pesannya"].beside_quotation

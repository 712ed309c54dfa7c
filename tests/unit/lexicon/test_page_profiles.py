"""The selectors of page profiles."""

from selectolax.lexbor import LexborHTMLParser

from kgraph.lexicon.load import load_lexicon
from kgraph.lexicon.page_profiles import PageProfile, PageProfiles


def test_every_selector_can_be_used() -> None:
    profiles = load_lexicon().page_profiles
    tree = LexborHTMLParser("<p>x</p>")
    selectors = [*profiles.remove, *profiles.fallback]
    for profile in profiles.profiles:
        selectors += [*profile.body, *profile.title, *profile.date, *profile.remove]
    for selector in selectors:
        assert isinstance(tree.css(selector), list), selector


def test_profiles_of_a_host_come_first_and_for_it_alone() -> None:
    own = PageProfile(name="own", body=("p",), hosts=("balai.example",))
    any_host = PageProfile(name="any", body=("p",))
    profiles = PageProfiles(remove=(), fallback=(), profiles=(any_host, own))
    assert profiles.list_profiles("www.balai.example") == (own, any_host)
    assert profiles.list_profiles("notbalai.example") == (any_host,)
    assert profiles.list_profiles(None) == (any_host,)

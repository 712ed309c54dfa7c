import re
from itertools import combinations

from kgraph.rendering.styles import (
    ASSETS,
    load_families,
    load_libraries,
    load_scripts,
    load_style_sheet,
    load_words,
)
from kgraph.vocabulary import COLLABORATION_BASES, INSTITUTION_KINDS

KINDS = [kind for family in load_families() for kind in family.kind]
OURS = sorted((ASSETS / "script").glob("*.js"))
BUDGET = 64_000
"""Bytes of script and style that we may add to what vis-network brings."""


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_kind_is_drawn() -> None:
    assert sorted(kind.name for kind in KINDS) == sorted(INSTITUTION_KINDS)


def test_no_two_kinds_look_alike() -> None:
    for page in ("light", "dark"):
        for one, other in combinations(KINDS, 2):
            apart = zip(_channels(getattr(one, page)), _channels(getattr(other, page)), strict=True)
            assert sum(abs(a - b) for a, b in apart) > 0.22, (one.name, other.name, page)


def test_dots_stand_out_from_the_ground() -> None:
    grounds = re.findall(r"--ground: (#\w{6})", load_style_sheet())
    for kind in KINDS:
        assert _contrast(kind.light, grounds[0]) > 1.6, kind.name
        assert _contrast(kind.dark, grounds[1]) > 4, kind.name


def test_text_is_readable() -> None:
    for name, least in (("text", 7.0), ("soft", 4.5), ("accent", 4.5)):
        colours = re.findall(rf"--{name}: (#\w{{6}})", load_style_sheet())
        grounds = re.findall(r"--surface: (#\w{6})", load_style_sheet())
        chips = re.findall(r"--chip: (#\w{6})", load_style_sheet())
        for colour, ground, chip in zip(colours, grounds, chips, strict=True):
            assert _contrast(colour, ground) > least, name
            assert _contrast(colour, chip) > least * 0.9, name


def test_both_languages_say_the_same_things() -> None:
    words = load_words()
    assert set(words) == {"id", "en"}
    assert set(words["id"]) == set(words["en"])
    for name, sentence in words["id"].items():
        assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", words["en"][name])), name


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    template = (ASSETS.parent / "template.html.j2").read_text("utf-8")
    scripts = "\n".join(path.read_text("utf-8") for path in OURS)
    used = set(re.findall(r'data-word(?:-\w+)?="(\w+)"', template))
    used |= set(re.findall(r'(?:say|makeSection)\(\s*"(\w+)"', scripts))
    for pair in re.findall(r'say\([^()]*? \? "(\w+)" : "(\w+)"', scripts):
        used |= set(pair)
    used |= {f"basis_{basis}" for basis in COLLABORATION_BASES}
    used |= set(re.findall(r"words\.id\.(\w+)", template))
    assert used == set(load_words()["id"])


def test_vendored_scripts_are_as_published_with_their_licences() -> None:
    libraries = load_libraries()
    assert [library.name for library in libraries] == ["vis-network"]
    for library in libraries:
        assert f"@version {library.version}" in (ASSETS / library.file).read_text("utf-8")
        for name in library.licence_files:
            assert "Copyright" in (ASSETS / name).read_text("utf-8")
    shipped = {path.relative_to(ASSETS).as_posix() for path in (ASSETS / "vendor").iterdir()}
    assert shipped == {name for library in libraries for name in (library.file, *library.licence_files)}


def test_every_script_of_ours_is_in_the_page_and_fits_the_budget() -> None:
    ours = load_scripts()[-1]
    for path in OURS:
        assert path.read_text("utf-8") in ours
        assert len(path.read_text("utf-8").splitlines()) <= 400
    assert len(ours.encode()) + len(load_style_sheet().encode()) <= BUDGET


def test_no_script_of_ours_writes_markup_or_reaches_out() -> None:
    for path in OURS:
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "fetch(",
            "import(",
        ):
            assert word not in path.read_text("utf-8"), path.name

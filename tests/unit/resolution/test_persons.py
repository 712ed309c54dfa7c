import pytest

from kgraph.resolution.persons import Holder, choose_name, identify_persons, is_compatible


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rahma Adisti", "RAHMA ADISTI", True),
        ("Rahma W. Adisti", "Rahma Wulan Adisti", True),
        ("R. Adisti", "Rahma Adisti", True),
        ("Sondang Lumbantoruan", "Sondang Lumban Toruan", True),
        ("Samsul Ma’ruf", "Samsul Maruf", True),
        ("Mukhtaruddin Hasan", "Mukhtarudin Hasan", True),
        ("Sumardi", "Sunardi", False),
        ("Budi Raharja", "Lantip Budi Raharja", False),
        ("Dewi Rengganis", "Dewi Castini", False),
        ("R. A.", "R. B.", False),
        ("Siti Aminah", "Siti Amarah", False),
    ],
)
def test_compatible_names(one: str, other: str, expected: bool) -> None:
    assert is_compatible(one, other) is expected
    assert is_compatible(other, one) is expected


def identify(*people: tuple[str, str, str | None]) -> list[str]:
    holders = [Holder(release=release, name=name, anchor=anchor) for release, name, anchor in people]
    found = identify_persons(holders, {"a": "a", "b": "b", "c": "c"})
    return [found[holder].key for holder in holders]


def test_same_name_at_one_body_is_one() -> None:
    assert len(set(identify(("a", "Mustaqim", "bp3mi-aceh"), ("b", "Mustaqim", "bp3mi-aceh")))) == 1


def test_same_name_at_two_bodies_is_two() -> None:
    keys = identify(("a", "Mustaqim", "bp3mi-aceh"), ("b", "Mustaqim", "bp3mi-bali"))
    assert keys == ["person/mustaqim--bp3mi-aceh", "person/mustaqim--bp3mi-bali"]


def test_bare_names_are_their_releases_own() -> None:
    assert identify(("a", "Wati", None), ("b", "Wati", None)) == ["person/wati--in-a", "person/wati--in-b"]


def test_form_joins_the_most_complete() -> None:
    keys = identify(("a", "Rahma W. Adisti", "x"), ("b", "Rahma Wulan Adisti", "x"))
    assert keys == ["person/rahma-wulan-adisti--x"] * 2


def test_two_persons_of_one_release_stay_two() -> None:
    assert len(set(identify(("a", "Rahma W. Adisti", "x"), ("a", "Rahma Wulan Adisti", "x")))) == 2


def test_chain_with_a_contradiction_joins_nothing() -> None:
    keys = identify(("a", "R. W. Adisti", "x"), ("b", "Rahma W. Adisti", "x"), ("c", "Rini W. Adisti", "x"))
    assert len(set(keys)) == 3


def test_choose_name_prefers_the_most_complete() -> None:
    assert choose_name(["R. Adisti", "RAHMA ADISTI", "Rahma Adisti"]) == "Rahma Adisti"

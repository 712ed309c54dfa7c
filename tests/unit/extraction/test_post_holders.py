"""Which official a post without a name means."""

import pytest

from kgraph.extraction.post_holders import PostHolders
from kgraph.records import Institution, Mention, Official


def hold(name: str, post: str, institution: str | None = None) -> Official:
    return Official(name=name, mentions=(), post=post, institution=institution)


BODY = Institution(
    name="Dinas Sosial Kota Contoh", mentions=(Mention(start=0, end=13, text="Dinsos Contoh"),), kind="other"
)
OFFICIALS = (
    hold("A", "Kepala Kantor Regional XIII BKN"),
    hold("B", "Wakil Bupati Teladan"),
    hold("C", "Kepala Dinas Sosial Kota Contoh", "Dinas Sosial Kota Contoh"),
    hold("D", "Ketua Dewan Perwakilan Rakyat Kabupaten (DPRK) Teladan Barat Daya"),
    hold("E", "Sekretaris Daerah"),
    hold("F", "Wamen"),
    hold("G", "Staf Ahli"),
    hold("H", "Staf Ahli"),
    hold("I", "Asisten Perdata dan Tata Usaha Negara"),
    hold("I", "Kapolda Teladan"),
    hold("J", "Kabid Humas Polda Teladan"),
)


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("kepala kantor regional xiii bkn", "A"),
        ("Kakanreg XIII BKN", "A"),
        ("Kakanreg XIV BKN", None),
        ("Wakil Bupati", "B"),
        ("Wabup", "B"),
        ("Wabup Teladan", "B"),
        ("Bupati Teladan", None),
        ("Kepala Dinsos Contoh", "C"),
        ("Kadis Sosial", "C"),
        ("Sekretaris Dinsos Contoh", None),
        ("Ketua DPRK Teladan", "D"),
        ("Sekda", "E"),
        ("Wakil Menteri Teladan", "F"),
        ("Staf Ahli", None),
        ("Camat", None),
        ("Asdatun", "I"),
        # The letters of "Kabid Humas Polda" hold the word, too.
        ("Kapolda", "I"),
    ],
)
def test_holder(post: str, name: str | None) -> None:
    assert PostHolders(OFFICIALS, (BODY,), frozenset({"dan"})).find_holder(post) == name

"""Short forms of bodies that a release gives beside the full name."""

from kgraph.records import Institution


def find_acronyms(institution: Institution) -> list[str]:
    """Return the short forms that the release itself gives for a body, sorted.

    An acronym begins as the name does and has its letters in their order, so "(UMP)"
    behind "Fakultas Hukum Universitas Muhammadiyah Palembang" is none of the faculty.

    >>> from kgraph.records import Mention
    >>> text = "Komunitas Pasien (KPCD) Cuci Darah"
    >>> find_acronyms(Institution(name="Komunitas Pasien Cuci Darah", kind="ngo-union", mentions=(
    ...     Mention(start=0, end=len(text), text=text),)))
    ['KPCD']
    """
    found = {institution.acronym} if institution.acronym else set()
    for mention in institution.mentions:
        for piece in mention.text.split("(")[1:]:
            inside = piece.split(")")[0].strip()
            if inside and " " not in inside and sum(char.isupper() for char in inside) >= 2:
                found.add(inside)
    return sorted(acronym for acronym in found if _abbreviates(acronym, institution.name))


def _abbreviates(acronym: str, name: str) -> bool:
    letters = [char for char in acronym.lower() if char.isalpha()]
    rest = iter(name.lower())
    return bool(letters) and name[:1].lower() == letters[0] and all(letter in rest for letter in letters)

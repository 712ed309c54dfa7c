"""What a check finds."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Something wrong, in words, and where: a file with its line, or a release with its sentence."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

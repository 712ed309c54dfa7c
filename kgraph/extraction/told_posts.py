"""A post as it stands in a text."""

import msgspec


class PostPhrase(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A post as written; ``institution`` is the index of the body named in it.

    ``first``/``last`` are word indexes, ``heads`` the folded beginnings of the posts
    in it ("plt", "kepala"). ``strange``: it ends with words that may name a body which no list knows.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    heads: tuple[str, ...]
    institution: int | None
    strange: bool = False

    @property
    def head(self) -> str:
        """The folded words that the post begins with."""
        return self.heads[0]

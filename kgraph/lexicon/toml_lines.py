"""On which line each value of a TOML file stands, so that errors can name it."""

import re
import tomllib

Place = tuple[str | int, ...]
"""The keys and indices that lead to a value: ``("issues", 0, "strong", 2)``."""

_TOKEN = re.compile(
    r"(?P<blank>[ \t\r]+|\#[^\n]*)|(?P<newline>\n)"
    r'|(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<mark>[\[\]{}=,.])|(?P<bare>[^\s\[\]{}=,.\"'#]+)",
    re.DOTALL,
)


def locate_values(text: str) -> dict[Place, int]:
    r"""Return the line, counted from one, of each table, key and item of a valid TOML file.

    >>> locate_values("a = [\n 'x',\n 'y']\n[[b]]\nc.d = 1")[("b", 0, "c", "d")]
    5
    """
    return _Locator(text).locate()


class _Locator:
    """Walks over the tokens of one file."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            if match.lastgroup != "blank":
                self._tokens.append((match.group(), line))
            line += match.group().count("\n")
        self._tokens.append(("", line))
        self._next = 0
        self._lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}

    def locate(self) -> dict[Place, int]:
        table: Place = ()
        while self._peek():
            if self._peek() == "\n":
                self._take()
            elif self._peek() == "[":
                table = self._read_header()
            else:
                self._read_pair(table)
        return self._lines

    def _peek(self) -> str:
        return self._tokens[self._next][0]

    def _take(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1][0]

    def _note(self, place: Place) -> None:
        self._lines.setdefault(place, self._tokens[self._next][1])

    def _read_header(self) -> Place:
        self._take()
        is_item = self._peek() == "["
        if is_item:
            self._take()
        place = self._read_key(())
        if is_item:
            number = self._counts.get(place, 0)
            self._counts[place] = number + 1
            place = (*place, number)
            self._note(place)
            self._take()
        self._take()
        return place

    def _read_key(self, table: Place) -> Place:
        """Read a key with its dots; within a list of tables it means the last of them."""
        place = table
        while True:
            if place in self._counts:
                place = (*place, self._counts[place] - 1)
            token = self._take()
            place = (*place, tomllib.loads(f"key = {token}")["key"] if token[0] in "\"'" else token)
            self._note(place)
            if self._peek() != ".":
                return place
            self._take()

    def _read_pair(self, table: Place) -> None:
        place = self._read_key(table)
        self._take()
        self._read_value(place)

    def _read_value(self, place: Place) -> None:
        if self._peek() == "[":
            self._take()
            number = 0
            while self._skip_newlines() != "]":
                self._note((*place, number))
                self._read_value((*place, number))
                number += self._skip_newlines() == ","
                if self._peek() == ",":
                    self._take()
            self._take()
        elif self._peek() == "{":
            self._take()
            while self._skip_newlines() != "}":
                self._read_pair(place)
                if self._skip_newlines() == ",":
                    self._take()
            self._take()
        else:
            while self._peek() not in {"", "\n", ",", "]", "}"}:
                self._take()

    def _skip_newlines(self) -> str:
        while self._peek() == "\n":
            self._take()
        return self._peek()

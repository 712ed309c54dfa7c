"""One file of a user's own joined to the shipped file of its name: lists grow, nothing is changed."""

from collections.abc import Sequence
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.file_rules import CHOICES, find_rules
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.own_files import suggest
from kgraph.lexicon.page_profiles import is_selector
from kgraph.lexicon.toml_lines import Place, locate_values

Table = dict[str, Any]


class OwnEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a list of tables as a user wrote it, whether it is new or adds to a known one."""

    list_name: str
    values: Table
    path: Path
    place: Place
    lines: dict[Place, int]

    def error(self, message: str, *keys: str | int) -> InputError:
        """Return an error that names the line of the entry, or of what the keys lead to in it."""
        place = (*self.place, *keys)
        return InputError(message, path=self.path, line=self.lines.get(place, self.lines.get(self.place)))


class Merger:
    """Joins one file to the tree of the shipped one.

    Attributes:
        faults: What contradicts or does not fit; it is not joined.
        repeats: Phrases and entries that are known already.
        entries: The entries of lists of tables, as written.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.faults: list[InputError] = []
        self.repeats: list[InputError] = []
        self.entries: list[OwnEntry] = []
        self._path = path
        self._lines = locate_values(text)
        self._rules = find_rules(path.stem)

    def merge(self, tree: Table, given: Table, type_: type[Any]) -> None:
        """Add what is given to the tree of the shipped file, which has the shape of a type."""
        self._merge_struct(tree, given, type_, (), (), is_known=True)

    def _make_error(self, place: Place, message: str) -> InputError:
        while place and place not in self._lines:
            place = place[:-1]
        return InputError(message, path=self._path, line=self._lines.get(place))

    def _fault(self, place: Place, message: str) -> None:
        self.faults.append(self._make_error(place, message))

    def _merge_struct(
        self,
        tree: Table,
        given: object,
        type_: type[Any],
        place: Place,
        peers: Sequence[Table],
        *,
        is_known: bool,
    ) -> None:
        """Join a table with known fields; ``peers`` are tables that may not share a phrase with it."""
        if not isinstance(given, dict):
            self._fault(place, "this must be a table")
            return
        hints = get_type_hints(type_)
        for name, value in given.items():
            here = (*place, name)
            if name not in hints:
                self._fault(here, f"there is no {name} here{suggest(name, hints)}")
                continue
            groups = [group for group in self._rules.apart if name in group]
            rivals = [tree[other] for group in groups for other in group if other != name and other in tree]
            rivals += [peer[name] for peer in peers if isinstance(peer.get(name), list)]
            self._merge_field(tree, name, value, hints[name], here, rivals, is_known=is_known)

    def _merge_field(
        self,
        tree: Table,
        name: str,
        value: object,
        hint: Any,
        place: Place,
        rivals: list[list[Any]],
        *,
        is_known: bool,
    ) -> None:
        type_, arguments = get_origin(hint), [one for one in get_args(hint) if one is not NoneType]
        if len(arguments) == 1 and type_ not in {dict, tuple}:
            hint = arguments[0]
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            self._merge_part(tree, name, value, hint, place)
        elif type_ is dict:
            self._merge_dict(tree.setdefault(name, {}), value, arguments[1], place)
        elif type_ is tuple and arguments[-1] is Ellipsis:
            if isinstance(value, list):
                self._merge_list(tree.setdefault(name, []), value, arguments[0], place, rivals)
            else:
                self._fault(place, "this must be a list, in square brackets")
        else:
            self._merge_value(tree, name, value, hint, place, is_known=is_known)

    def _merge_part(self, tree: Table, name: str, value: object, type_: type[Any], place: Place) -> None:
        """Join a table within another, which is there or is left out."""
        if name in tree:
            self._merge_struct(tree[name], value, type_, place, (), is_known=True)
            return
        new: Table = {}
        self._merge_struct(new, value, type_, place, (), is_known=False)
        if self._is_complete(new, type_, place):
            tree[name] = new

    def _merge_dict(self, tree: Table, given: object, type_: Any, place: Place) -> None:
        """Join a table with keys of the file's own: words that mean a value, or sections of lists."""
        if not isinstance(given, dict):
            self._fault(place, "this must be a table")
            return
        is_open = type_ in {int, str}
        name = str(place[-1])
        for key, value in given.items():
            here = (*place, key)
            if is_open:
                self._merge_value(tree, self._clean(key, name), value, type_, here, is_known=False)
            elif key not in tree:
                self._fault(here, f"there is no {key} here{suggest(key, tree)}")
            else:
                others = [tree[other] for other in tree if other != key]
                peers = others if name in self._rules.one_meaning else []
                if get_origin(type_) is tuple:
                    self._merge_field(tree, key, value, type_, here, [], is_known=True)
                else:
                    self._merge_struct(tree[key], value, type_, here, peers, is_known=True)

    def _merge_value(
        self, tree: Table, name: str, value: object, type_: Any, place: Place, *, is_known: bool
    ) -> None:
        """Set a value that is not there yet; what is there may only be said again."""
        if not self._fits(value, type_, place, name):
            return
        if name in tree and tree[name] == value:
            return
        if name in tree:
            self._fault(place, f"contradicts what is known: {name} is {_show(tree[name])}")
        elif is_known:
            self._fault(place, f"{name} cannot be given to what is known already")
        elif isinstance(value, str) and not value.strip():
            self._fault(place, "this is empty")
        else:
            tree[name] = value

    def _merge_list(
        self, tree: list[Any], given: list[Any], type_: Any, place: Place, rivals: list[list[Any]]
    ) -> None:
        if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            self._merge_entries(tree, given, type_, place, rivals)
            return
        name = str(place[-1])
        known = {_compare(item) for item in tree}
        taken = {_compare(item) for rival in rivals for item in rival}
        for number, item in enumerate(given):
            here = (*place, number)
            if not self._fits(item, type_, here, name):
                continue
            if not _has_words(item):
                self._fault(here, "a phrase is empty, or has blanks around it or two in a row")
            elif name in self._rules.selectors and not is_selector(item):
                self._fault(here, f"{item} is no CSS selector")
            elif _compare(item) in taken:
                self._fault(here, f"{_show(item)} is known already and means something else")
            elif _compare(item) in known:
                self.repeats.append(self._make_error(here, f"{_show(item)} is known already"))
            else:
                known.add(_compare(item))
                tree.append(self._clean(item, name, str(place[0])))

    def _merge_entries(
        self, tree: list[Table], given: list[Any], type_: type[Any], place: Place, rivals: list[list[Any]]
    ) -> None:
        """Join a list of tables: an entry with a known key adds to that entry, others are new."""
        name = str(place[-1])
        key = self._rules.keys.get(name)
        for number, entry in enumerate(given):
            here = (*place, number)
            if not isinstance(entry, dict) or (key and key not in entry):
                self._fault(here, f"this has no {key}" if isinstance(entry, dict) else "this must be a table")
                continue
            if entry in tree:
                self.repeats.append(self._make_error(here, "the entry is known already"))
                continue
            word = entry[key] if key else None
            known = next((one for one in tree if key and _compare(one[key]) == _compare(word)), None)
            taken = {_compare(one[key]) for rival in rivals for one in rival if key}
            peers = [one for one in tree if one is not known] if name in self._rules.one_meaning else []
            self.entries.append(
                OwnEntry(list_name=name, values=entry, path=self._path, place=here, lines=self._lines)
            )
            if known is not None:
                self._merge_struct(known, entry, type_, here, peers, is_known=True)
            elif key and _compare(word) in taken:
                self._fault((*here, key), f"{_show(word)} is known already and means something else")
            elif key and name in self._rules.closed:
                choices = [str(one[key]) for one in tree]
                self._fault((*here, key), f"there is no {key} {_show(word)}{suggest(str(word), choices)}")
            else:
                self._add_entry(tree, entry, type_, here, peers)

    def _add_entry(
        self, tree: list[Table], entry: Table, type_: type[Any], place: Place, peers: Sequence[Table]
    ) -> None:
        new: Table = {}
        before = len(self.faults)
        self._merge_struct(new, entry, type_, place, peers, is_known=False)
        if len(self.faults) > before:
            return
        if new.get("forms") == []:
            self._fault((*place, "forms"), "this is empty")
        elif self._is_complete(new, type_, place):
            tree.append(new)

    def _is_complete(self, new: Table, type_: type[Any], place: Place) -> bool:
        """Tell whether a new table has all that it needs; else it is a fault."""
        fields = msgspec.structs.fields(type_)
        missing = [field.name for field in fields if field.required and field.name not in new]
        if missing:
            self._fault(place, f"this needs {' and '.join(missing)} as well")
        return not missing

    def _fits(self, value: object, type_: Any, place: Place, name: str) -> bool:
        """Tell whether a value has a type and is one of those that there are; else it is a fault."""
        try:
            msgspec.convert(value, type_)
        except msgspec.ValidationError as error:
            self._fault(place, str(error).replace("`", ""))
            return False
        choices = CHOICES.get(name)
        if choices and value not in choices:
            self._fault(place, f"there is no {name} {_show(value)}{suggest(str(value), choices)}")
            return False
        return True

    def _clean(self, item: Any, *names: str) -> Any:
        """Return a phrase as the shipped file would have it."""
        if isinstance(item, list):
            return [self._clean(part, *names) for part in item]
        if isinstance(item, str) and any(map(self._rules.is_folded, names)):
            return fold(item)
        return item


def _compare(item: Any) -> object:
    """Return what two phrases, or two lists of phrases, have in common if they say the same."""
    if isinstance(item, list):
        return tuple(map(_compare, item))
    return fold(item) if isinstance(item, str) else item


def _has_words(item: Any) -> bool:
    if isinstance(item, list):
        return bool(item) and all(map(_has_words, item))
    return not isinstance(item, str) or (bool(item) and item == " ".join(item.split()))


def _show(item: Any) -> str:
    return ", ".join(map(_show, item)) if isinstance(item, list) else str(item)

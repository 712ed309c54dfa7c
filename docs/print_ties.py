"""Print an answer of docs/strongest-ties.rq (JSON, standard input) for people to read."""

import json
import shutil
import sys
import textwrap


def main() -> None:
    """Print each tie on a line, and below it the sentence that says it."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 110)
    for number, row in enumerate(json.load(sys.stdin)["results"]["bindings"], start=1):
        releases, first, second, sentence = (
            row[name]["value"] for name in ("releases", "first", "second", "sentence")
        )
        count = "1 release" if releases == "1" else f"{releases} releases"
        print(f"\n{number:2}. {first} <-> {second} ({count})")
        print(textwrap.fill(sentence, width, initial_indent="      ", subsequent_indent="      "))
    print()


if __name__ == "__main__":
    main()

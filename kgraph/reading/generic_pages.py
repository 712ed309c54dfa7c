"""The text of a web page of which nothing is known."""

import logging
import re

_BARS = re.compile(r"\\?\|")
_RULE = re.compile(r"[\s:-]+")


def extract_main_text(html: str) -> str:
    """Return the main text of a web page, a paragraph a line; empty if none is found.

    Only the page itself is read; nothing is fetched.
    """
    # Imported here because it takes a third of a second, which only a page without a profile needs.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(html, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 what a parser of foreign pages may raise is not known
        return ""
    text = getattr(document, "text", None)
    return _unfold_tables(text) if isinstance(text, str) else ""


def _unfold_tables(text: str) -> str:
    """Return a text with rows of tables as plain lines; empty if it is mostly such rows.

    A page that is laid out by tables comes as rows that hold whole articles.
    """
    lines = text.split("\n")
    rows = [line for line in lines if line.startswith("|")]
    if 2 * sum(map(len, rows)) > len(text):
        return ""
    plain = (" ".join(_BARS.sub(" ", line).split()) if line.startswith("|") else line for line in lines)
    return "\n".join(line for line in plain if line and not _RULE.fullmatch(line))

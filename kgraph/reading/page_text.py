"""The text of a parsed web page: one line a paragraph."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BREAKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption"
    "|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"\s+")


def remove_nodes(tree: LexborHTMLParser | LexborNode, selectors: Iterable[str]) -> None:
    """Take what selectors name out of a page."""
    for selector in selectors:
        for node in tree.css(selector):
            if node.tag not in {"html", "body"}:
                node.decompose()


def render_text(node: LexborNode) -> str:
    """Return the text within a node; blanks are joined, block elements and line breaks part lines."""
    parts: list[str] = []
    current: LexborNode | None = node
    is_left = False
    while current is not None:
        if not is_left:
            if current.is_text_node:
                parts.append(_BLANKS.sub(" ", current.text_content or ""))
            elif _BREAKS.fullmatch(current.tag or ""):
                parts.append("\n")
            elif current.tag in _CELLS:
                parts.append(" ")
            child = current.child
            if child is not None:
                current = child
                continue
        if current.mem_id == node.mem_id:
            break
        if _BREAKS.fullmatch(current.tag or ""):
            parts.append("\n")
        following = current.next
        is_left = following is None
        current = following if following is not None else current.parent
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)

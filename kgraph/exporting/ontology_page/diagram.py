"""The diagram of the main classes: boxes at fixed places, and the properties between them, as SVG."""

from collections.abc import Callable

import msgspec
from markupsafe import Markup, escape

_WIDTH, _HEIGHT = 1210, 770
_BOX_WIDTH, _BOX_HEIGHT = 204, 44


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A class, what it is in a word, and the corner of its box; ``style`` is a class of the style sheet."""

    name: str
    words: str
    x: int
    y: int
    style: str


class Arrow(msgspec.Struct, frozen=True, kw_only=True):
    """A property from one class to another.

    ``leaves`` and ``enters`` are sides of boxes: n, e, s or w. ``shift`` moves the start along
    its side. ``at`` is where on the way the name stands, from 0 to 1. Of ``CLAIM`` the arrow
    leaves the frame of all claims at the height of its target.
    """

    source: str
    name: str
    target: str
    leaves: str
    enters: str
    shift: int = 0
    at: float = 0.5
    style: str = "plain"


CLAIM = "kg:Claim"
_LEFT, _MIDDLE, _RIGHT = 130, 520, 880

BOXES = (
    Box(name="kg:Tie", words="two bodies that act together", x=_LEFT, y=60, style="derived"),
    Box(name="org:Organization", words="body", x=_LEFT, y=210, style="entity"),
    Box(name="schema:AdministrativeArea", words="region", x=_LEFT, y=320, style="entity"),
    Box(name="org:Post", words="post", x=_LEFT, y=440, style="entity"),
    Box(name="schema:Person", words="person", x=_LEFT, y=550, style="entity"),
    Box(name="kg:Tenure", words="who held a post, from when", x=_LEFT, y=700, style="derived"),
    Box(name="kg:Collaboration", words="two bodies act together", x=_MIDDLE, y=60, style="claim"),
    Box(name="kg:Agreement", words="what was agreed or decreed", x=_MIDDLE, y=140, style="claim"),
    Box(name="cv:Participation", words="who was there, as what", x=_MIDDLE, y=220, style="claim"),
    Box(name="schema:Event", words="what happened", x=_MIDDLE, y=310, style="claim"),
    Box(name="kg:Naming", words="a name means a body", x=_MIDDLE, y=390, style="claim"),
    Box(name="org:Membership", words="who holds which post", x=_MIDDLE, y=470, style="claim"),
    Box(name="schema:Quotation", words="what was said", x=_MIDDLE, y=550, style="claim"),
    Box(name="kg:Topic", words="what a release is about", x=_MIDDLE, y=630, style="claim"),
    Box(name="oa:TextPositionSelector", words="where the sentence stands", x=_RIGHT, y=60, style="evidence"),
    Box(name="oa:TextQuoteSelector", words="what the sentence says", x=_RIGHT, y=140, style="evidence"),
    Box(name="oa:SpecificResource", words="sentence", x=_RIGHT, y=270, style="evidence"),
    Box(name="schema:NewsArticle", words="release", x=_RIGHT, y=400, style="evidence"),
    Box(name="prov:Activity", words="run", x=_RIGHT, y=510, style="evidence"),
    Box(name="skos:Concept", words="issue, kind, type, role", x=_RIGHT, y=630, style="entity"),
)

ARROWS = (
    Arrow(
        source=CLAIM, name="kg:statedIn", target="oa:SpecificResource", leaves="e", enters="w", style="path"
    ),
    Arrow(
        source=CLAIM, name="kg:inRelease", target="schema:NewsArticle", leaves="e", enters="w", style="path"
    ),
    Arrow(
        source="oa:SpecificResource",
        name="oa:hasSource",
        target="schema:NewsArticle",
        leaves="s",
        enters="n",
        style="path",
    ),
    Arrow(
        source="oa:SpecificResource",
        name="oa:hasSelector",
        target="oa:TextQuoteSelector",
        leaves="n",
        enters="s",
        style="path",
    ),
    Arrow(
        source="oa:SpecificResource",
        name="oa:hasSelector",
        target="oa:TextPositionSelector",
        leaves="e",
        enters="e",
        style="path",
    ),
    Arrow(
        source="schema:NewsArticle",
        name="prov:wasGeneratedBy",
        target="prov:Activity",
        leaves="s",
        enters="n",
    ),
    Arrow(source="kg:Tie", name="kg:supportedBy", target="kg:Collaboration", leaves="e", enters="w"),
    Arrow(source="kg:Tie", name="kg:party", target="org:Organization", leaves="s", enters="n"),
    Arrow(
        source="kg:Collaboration", name="kg:party", target="org:Organization", leaves="w", enters="e", shift=8
    ),
    Arrow(
        source="cv:Participation", name="cv:hasParticipant", target="org:Organization", leaves="w", enters="e"
    ),
    Arrow(
        source="schema:Event", name="cv:hasParticipation", target="cv:Participation", leaves="n", enters="s"
    ),
    Arrow(source="kg:Naming", name="kg:names", target="org:Organization", leaves="w", enters="e"),
    Arrow(
        source="org:Organization",
        name="dct:spatial",
        target="schema:AdministrativeArea",
        leaves="s",
        enters="n",
    ),
    Arrow(source="org:Post", name="org:postIn", target="org:Organization", leaves="w", enters="w", shift=-10),
    Arrow(source="org:Membership", name="kg:heldPost", target="org:Post", leaves="w", enters="e", shift=-8),
    Arrow(
        source="org:Membership", name="org:member", target="schema:Person", leaves="w", enters="e", shift=8
    ),
    Arrow(
        source="schema:Quotation", name="kg:speaker", target="schema:Person", leaves="w", enters="e", shift=8
    ),
    Arrow(source="kg:Tenure", name="org:member", target="schema:Person", leaves="n", enters="s"),
    Arrow(source="kg:Tenure", name="kg:heldPost", target="org:Post", leaves="w", enters="w"),
    Arrow(source="kg:Tenure", name="kg:supportedBy", target="org:Membership", leaves="e", enters="w", at=0.3),
    Arrow(source="kg:Topic", name="dct:subject", target="skos:Concept", leaves="e", enters="w"),
)

_TIPS = "".join(
    f'<marker id="tip-{style}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" '
    f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" class="tip {style}"/></marker>'
    for style in ("plain", "path")
)
_AWAY = {"n": (0, -1), "e": (1, 0), "s": (0, 1), "w": (-1, 0)}


def draw_diagram(link: Callable[[str], str]) -> Markup:
    """Return the diagram as an SVG element; ``link`` gives the address of a class on the page."""
    boxes = {box.name: box for box in BOXES}
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="diagram-title" class="diagram">',
        '<title id="diagram-title">The main classes and the properties between them</title>',
        f"<defs>{_TIPS}</defs>",
        *_draw_columns(),
    ]
    drawn = [_draw_arrow(arrow, boxes) for arrow in ARROWS]
    parts += [line for line, _ in drawn]
    parts += [_draw_box(box, link) for box in BOXES]
    parts += [name for _, name in drawn]
    return Markup("\n".join([*parts, "</svg>"]))  # noqa: S704


_FRAME = (_MIDDLE - 20, 30, _BOX_WIDTH + 40, 665)


def _draw_columns() -> list[str]:
    x, y, width, height = _FRAME
    return [
        f'<text x="{_LEFT}" y="22" class="column">Bodies, persons, posts; what follows</text>',
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="12" class="frame"/>',
        f'<text x="{x}" y="22" class="column">Claims: each also kg:Claim</text>',
        f'<text x="{_RIGHT}" y="22" class="column">Evidence</text>',
    ]


def _draw_box(box: Box, link: Callable[[str], str]) -> str:
    middle = box.x + _BOX_WIDTH // 2
    return (
        f'<a href="{escape(link(box.name))}"><rect x="{box.x}" y="{box.y}" width="{_BOX_WIDTH}" '
        f'height="{_BOX_HEIGHT}" rx="8" class="box {box.style}"/>'
        f'<text x="{middle}" y="{box.y + 19}" class="name">{escape(box.name)}</text>'
        f'<text x="{middle}" y="{box.y + 35}" class="words">{escape(box.words)}</text></a>'
    )


def _find_port(box: Box, side: str, shift: int = 0) -> tuple[int, int]:
    middle_x, middle_y = box.x + _BOX_WIDTH // 2, box.y + _BOX_HEIGHT // 2
    return {
        "n": (middle_x + shift, box.y),
        "s": (middle_x + shift, box.y + _BOX_HEIGHT),
        "e": (box.x + _BOX_WIDTH, middle_y + shift),
        "w": (box.x, middle_y + shift),
    }[side]


def _draw_arrow(arrow: Arrow, boxes: dict[str, Box]) -> tuple[str, str]:
    """Return the line and the name of a property; the line is a curve that leaves sides at right angles."""
    end = _find_port(boxes[arrow.target], arrow.enters)
    if arrow.source == CLAIM:
        start = (_FRAME[0] + _FRAME[2], end[1])
    else:
        start = _find_port(boxes[arrow.source], arrow.leaves, arrow.shift)
    distance = abs(end[0] - start[0]) + abs(end[1] - start[1])
    reach = 100 if arrow.leaves == arrow.enters else max(12, distance // 3)
    points = [
        start,
        (start[0] + reach * _AWAY[arrow.leaves][0], start[1] + reach * _AWAY[arrow.leaves][1]),
        (end[0] + reach * _AWAY[arrow.enters][0], end[1] + reach * _AWAY[arrow.enters][1]),
        end,
    ]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    line = (
        f'<path d="M{ax} {ay}C{bx} {by} {cx} {cy} {dx} {dy}" class="{arrow.style}" '
        f'marker-end="url(#tip-{arrow.style})"/>'
    )
    x, y = (round(_place(arrow.at, *(point[axis] for point in points))) for axis in (0, 1))
    width = 7 * len(arrow.name) + 8
    name = (
        f'<rect x="{x - width // 2}" y="{y - 9}" width="{width}" height="18" rx="4" class="backing"/>'
        f'<text x="{x}" y="{y + 4}" class="property {arrow.style}">{escape(arrow.name)}</text>'
    )
    return line, name


def _place(at: float, a: int, b: int, c: int, d: int) -> float:
    rest = 1 - at
    return rest**3 * a + 3 * rest**2 * at * b + 3 * rest * at**2 * c + at**3 * d

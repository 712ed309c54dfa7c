"""Names of bodies abroad: governments of countries, and bodies with English names."""

import re

from kgraph.extraction.body_words import BodyName, find_head, fold_words, is_acronym, starts_post
from kgraph.extraction.regions import FoundRegion, find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_MAX_POST = 3
_PARENTHESIS = re.compile(r"\s?\(\s?([A-Z][\w\-]*)\s?\)")
_MOST_HOUSE = 5
_FIRM = "company"
_UNIVERSITY = "university-school"
_OPENING, _CLOSING = tuple('“"‘'), tuple('”"’')
_FEWEST_WORDS = 3
_FEWEST_NAMES = 2
_MOST_WORDS = 40
"""Words of the longest run that is looked at for a name: in a headline every word has a capital."""


def read_foreign_government(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """Return the government of a country: the word for a government and the country's name."""
    words = lexicon.institution_heads.words
    if not tokens[index].is_capital or tokens[index].folded not in words.government_set:
        return None
    for size in (3, 2, 1):
        run = tokens[index + 1 : index + 1 + size]
        name = " ".join(token.text for token in run)
        if len(run) == size and name in words.countries and tokens[index + 1].before == " ":
            head = Head(forms=(tokens[index].text,), kind="foreign-government", tail="name")
            region = FoundRegion(first=index + 1, last=index + 1 + size, name=name, region=None, level=None)
            return BodyName(
                first=index,
                last=index + 1 + size,
                start=tokens[index].start,
                end=run[-1].end,
                name=f"{tokens[index].text} {name}",
                head=head,
                form=tokens[index].text,
                words=fold_words(name),
                kind="foreign-government",
                region=region,
            )
    return None


def read_english_name(
    tokens: Tokens, index: int, lexicon: Lexicon, *, titled: bool = False, posted: bool = False
) -> BodyName | None:
    """Return the run of capital words from a word on that holds an English word for a body.

    ``titled``: all words have a capital there, so that the name ends where it does elsewhere in the text.
    """
    words = lexicon.institution_heads.words
    if not tokens[index].is_capital or _is_inside(tokens, index, lexicon):
        return None
    if tokens[index].folded in lexicon.posts.delegates:
        return None
    first = last = index
    limit = min(index + _MOST_WORDS, len(tokens))
    housed = 0
    told = False
    while last < limit:
        if last > index and not _is_joined(tokens, last, words.english):
            # "School of Nursing, Contoh University" is one name.
            housed = (
                housed
                or _find_house(tokens, index, last, lexicon)
                or _find_listed(tokens, index, last, lexicon)
            )
            if last >= housed:
                break
        token = tokens[last]
        joins = token.text in words.english_joiners and last > index
        country = words.country_phrases.match(tokens.folded, last) if told else 0
        if country and tokens[last - 1].text not in words.english_joiners:
            # "Ministry of Manpower Contoh": the country ends it, and a person may follow.
            last += country
            break
        if not token.is_capital and not joins:
            break
        last += 1
        told = told or token.text in words.english
    while last > index and not tokens[last - 1].is_capital:
        last -= 1
    if last > index and tokens[last - 1].folded in lexicon.posts.english_set:
        # "National Programme Officer" is a post.
        return None
    for step in range(last - 1, index, -1):
        # "Alien Control Officer Bureau of Immigration": the post before the body is not its name.
        if tokens[step - 1].folded in lexicon.posts.english_set:
            longer = f"{tokens.folded[step - 1]} {tokens.folded[step]}" in lexicon.posts.phrase_set
            index, posted = step + int(longer and step + 1 < last), True
            break
    if posted:
        last = _end_posted(tokens, index, last, lexicon)
    index = _skip_subject(tokens, index, last, lexicon)
    if index > first and (head := find_head(tokens, index, lexicon)) is not None and head[1] == last:
        return _make_listed(tokens, index, last, head[0])
    if titled:
        last = _end_titled(tokens, index, last, words.english)
    if words.no_body_phrases.match(tokens.folded, index) == last - index:
        return None
    run = [tokens[i].text for i in range(index, last)]
    # An acronym that the text defines goes by what it stands for: "Contoh Women's Crisis Center (WCC)".
    known = (word for word in run if word in words.english and f"({word})" not in tokens.body)
    kind = next((words.english[word] for word in known), None)
    if len(run) < 2 or kind is None or _is_quoted(tokens, index, last):
        return None
    if (
        starts_post(tokens, index, lexicon)
        or (
            fold(run[0]) in lexicon.posts.name_stop_set
            # "Indonesia Contoh Research Society"
            and not (len(run) > _FEWEST_WORDS and words.country_phrases.match(tokens.folded, index))
        )
        or any(_is_other(tokens, i, lexicon) for i in range(index, last))
    ):
        return None
    end = tokens[last - 1].end
    name = tokens.body[tokens[index].start : end]
    acronym = None
    found = _PARENTHESIS.match(tokens.body, end)
    if found is not None and (is_acronym(found.group(1)) or found.group(1)[0] == run[0][0]):
        acronym, end = found.group(1), found.end()
        last = tokens.find_index(found.end())
        rest = _read_rest(tokens, last, end, acronym, lexicon, posted=posted)
        if rest > last:
            name = f"{name} {tokens.body[tokens[last].start : tokens[rest - 1].end]}"
            end, last = tokens[rest - 1].end, rest
    return BodyName(
        first=index,
        last=last,
        start=tokens[index].start,
        end=end,
        name=" ".join(name.split()),
        head=Head(forms=(run[0],), kind=kind, tail="name"),
        form=run[0],
        words=fold_words(name),
        kind=kind,
        acronym=acronym,
        lead=_count_lead(run, words.english),
    )


def _is_other(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a head stands at a word that is none of the English words which end such names."""
    found = find_head(tokens, index, lexicon)
    english = lexicon.institution_heads.words.english
    return found is not None and tokens[found[1] - 1].text not in english


def _end_titled(tokens: Tokens, index: int, last: int, known: dict[str, str]) -> int:
    """Return the index behind the longest run of words that the text repeats, else behind the known word."""
    shortest = next((place + 1 for place in range(index, last) if tokens[place].text in known), last)
    for stop in range(last, shortest, -1):
        if tokens.body.count(tokens.body[tokens[index].start : tokens[stop - 1].end]) > 1:
            return stop
    return shortest


def _end_posted(tokens: Tokens, index: int, last: int, lexicon: Lexicon) -> int:
    """Return the index behind the run that the text repeats: "Manager Contoh Hospital Bonn Sabine Weber".

    A person behind a comma is no part of the run.
    """
    if last < len(tokens) and tokens[last].before.strip() == "," and tokens[last].is_capital:
        return last
    known = lexicon.institution_heads.words.english
    shortest = next((place + 1 for place in range(index, last) if tokens[place].text in known), last)
    for stop in range(last, shortest - 1, -1):
        if tokens.body.count(tokens.body[tokens[index].start : tokens[stop - 1].end]) > 1:
            return stop
    return _end_at_person(tokens, index, last, lexicon)


def _end_at_person(tokens: Tokens, index: int, last: int, lexicon: Lexicon) -> int:
    """Return where a body ends that a post leads up to, if a person's name seems to follow.

    "Dean Contoh Polytechnic Lim Wei Ming": two words or more behind the one that ends such names are a
    person's, and so is what begins with a given name: "Director Autoridade Contoh Jose da Costa".
    """
    words = lexicon.institution_heads.words
    told = max((place for place in range(index + 1, last) if tokens[place].text in words.english), default=-1)
    joined = any(tokens[place].text in words.english_joiners for place in range(told + 1, last))
    if told > index and not joined and last - told > _FEWEST_NAMES:
        known = any(
            find_any_region(tokens, place, lexicon.regions, words)
            or words.nation_phrases.match(tokens.folded, place)
            or tokens[place].folded in lexicon.plain_words
            for place in range(told + 1, last)
        )
        if not known and tokens[told - 1].text not in words.english_joiners:
            return told + 1
    if tokens[index].text not in words.english:
        return last
    given = (
        place
        for place in range(index + 2, last)
        if tokens[place].folded in lexicon.given_names.folded
        and tokens[place - 1].text not in words.english_joiners
    )
    return next(given, last)


def _make_listed(tokens: Tokens, index: int, last: int, head: Head) -> BodyName:
    """Return the body whose whole name a list knows."""
    start, end = tokens[index].start, tokens[last - 1].end
    name = " ".join(tokens.body[start:end].split())
    return BodyName(
        first=index,
        last=last,
        start=start,
        end=end,
        name=name,
        head=head,
        form=name,
        words=(),
        kind=head.kind,
    )


def _skip_subject(tokens: Tokens, index: int, last: int, lexicon: Lexicon) -> int:
    """Return where the body begins behind what a post is about.

    Of "Vice President for Global Affairs Contoh University" it is what the text calls so elsewhere.
    """
    posts = lexicon.posts
    if (
        index < 2
        or tokens[index - 1].text not in posts.english_preposition_set
        or last - index < _FEWEST_WORDS
    ):
        return index
    if not any(starts_post(tokens, at, lexicon) for at in range(max(0, index - 3), index - 1)):
        return index
    end, often = (
        tokens[last - 1].end,
        tokens.body.count(tokens.body[tokens[index].start : tokens[last - 1].end]),
    )
    for step in range(index + 1, last - 1):
        if tokens[step].text in posts.english_preposition_set:
            # "Dean of School of Nursing, Contoh University" heads a body with a name of its own.
            return index
        if tokens.body.count(tokens.body[tokens[step].start : end]) > often:
            return step
    return index


def _is_inside(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a capital word stands before a word, which is no post: "Ketua Contoh Foundation"."""
    if index == 0 or tokens[index].before != " " or not tokens[index - 1].is_capital:
        return False
    sizes = range(1, min(index, _MAX_POST) + 1)
    if tokens[index - 1].folded in lexicon.posts.delegates:
        return False
    if any(" ".join(tokens.folded[index - size : index + 1]) in lexicon.posts.phrase_set for size in sizes):
        # "Direktur Eksekutif Contoh WCC"
        return True
    return not any(
        " ".join(tokens.folded[index - size : index]) in lexicon.posts.phrase_set for size in sizes
    )


def _is_joined(tokens: Tokens, index: int, known: dict[str, str]) -> bool:
    """Whether a word goes on with the name before it; a legal form may be written short: "Sdn. Bhd."."""
    before = tokens[index].before
    return before in {" ", "' ", "’ "} or (
        before in {". ", "., ", ", "}
        and known.get(tokens[index].text) == _FIRM
        and tokens[index - 1].text in known
    )


def _find_house(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> int:
    """Return the index behind the university that a comma parts from its faculty, 0 where none follows."""
    words = lexicon.institution_heads.words
    if tokens[index].before != ", " or tokens[first].text not in words.english_units:
        return 0
    for last in range(index, min(index + _MOST_HOUSE, len(tokens))):
        if not tokens[last].is_capital or (last > index and tokens[last].before != " "):
            return 0
        if words.english.get(tokens[last].text) == _UNIVERSITY:
            return last + 1
    return 0


def _find_listed(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> int:
    """Return the index behind the subjects that a comma parts: "Ministry of Health, Labour and Welfare"."""
    words = lexicon.institution_heads.words
    if (
        tokens[index].before != ", "
        or first + 1 >= len(tokens)
        or tokens[first + 1].text not in words.english_openers
    ):
        return 0
    for last in range(index, min(index + _MOST_HOUSE, len(tokens) - 1)):
        if tokens[last].text in words.english_conjunctions and last > index:
            return last + 2 if tokens[last + 1].is_capital and tokens[last + 1].before == " " else 0
        if not tokens[last].is_capital or (last > index and tokens[last].before not in {" ", ", "}):
            return 0
    return 0


def _is_quoted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether quotation marks stand right around words, as around the title of a lecture."""
    before = tokens.body[max(0, tokens[first].start - 1) : tokens[first].start]
    return before in _OPENING and tokens.body[tokens[last - 1].end : tokens[last - 1].end + 1] in _CLOSING


def _count_lead(run: list[str], known: dict[str, str]) -> int:
    """Number of words before the possessive or the word for the body."""
    for index, word in enumerate(run):
        if word in known or word.endswith(("'s", "’s")):
            return index
    return 0


def _read_rest(tokens: Tokens, index: int, end: int, acronym: str, lexicon: Lexicon, *, posted: bool) -> int:
    """The capital words right behind an acronym's parenthesis.

    Behind a post they are of the name where the text has them behind the acronym, or where they tell a
    place; others are a person's: "Direktur Institute for Contoh (IFC) Erasmus Budi".
    """
    last = index
    while last < len(tokens) and tokens[last].is_capital:
        gap = tokens.body[end : tokens[last].start] if last == index else tokens[last].before
        if gap != " ":
            break
        last += 1
    if not posted or last - index < _FEWEST_NAMES:
        return last
    words = lexicon.institution_heads.words
    for stop in range(last, index, -1):
        if f"{acronym} {tokens.body[tokens[index].start : tokens[stop - 1].end]}" in tokens.body:
            return stop
    placed = any(
        is_acronym(tokens[place].text)
        or words.nation_phrases.match(tokens.folded, place)
        or words.country_phrases.match(tokens.folded, place)
        or find_any_region(tokens, place, lexicon.regions, words)
        for place in range(index, last)
    )
    return last if placed else index

"""The persons that a release names, with their posts and every place where it names them."""

from collections import defaultdict

import msgspec

from kgraph.extraction.affiliations import Affiliations
from kgraph.extraction.holders import HolderFinder
from kgraph.extraction.lone_names import Holder
from kgraph.extraction.person_names import NameReader
from kgraph.extraction.post_holders import is_short_form, split_words
from kgraph.extraction.post_phrases import PostReader
from kgraph.extraction.tokens import Tokens
from kgraph.extraction.untold_bodies import UntoldBodies
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Mention, Official, OfficialEvidence, Span
from kgraph.text.layout import Layout

_SHORTEST_PET = 3
_SKIPPING = 2
_NAMED_ZONES = frozenset({"body", "headline", "caption"})


class _Person(msgspec.Struct, kw_only=True):
    """The holders that are one person; ``words`` are those of the longest name."""

    words: tuple[str, ...]
    holders: list[Holder]


def find_officials(
    layout: Layout, tokens: Tokens, institutions: tuple[Institution, ...], lexicon: Lexicon
) -> tuple[Official, ...]:
    """Return the named persons of a release in the order in which it first names them.

    ``tokens`` are those of the layout's body. A person without a post beside the name
    has ``post`` ``None``. The post is the longest that stands beside the name; the
    institution is the one in the post, else the one that the post's kind tells.
    """
    owners: dict[int, int] = {}
    bounds: dict[int, tuple[int, int]] = {}
    for number, institution in enumerate(institutions):
        for mention in institution.mentions:
            for index in tokens.find_indexes(mention.start, mention.end):
                owners[index] = number
                bounds[index] = (mention.start, mention.end)
    names = NameReader(tokens, frozenset(owners), lexicon)
    posts = PostReader(tokens, owners, bounds, lexicon)
    finder = HolderFinder(tokens, names, posts, owners, lexicon)
    # Where every word has a capital no name can be told from a verb; names are looked up there later.
    indexes: list[int] = []
    for sentence in layout.sentences:
        if sentence.zone in _NAMED_ZONES and (sentence.start, sentence.end) not in layout.titled:
            indexes.extend(tokens.find_indexes(sentence.start, sentence.end))
    persons = _gather(_drop_posts(finder.find(indexes)))
    pet_names = _find_pet_names(persons)
    affiliations = Affiliations(institutions, lexicon)
    untold = UntoldBodies(layout, tokens, owners, institutions, affiliations, finder.seen, lexicon)
    mentions = _find_mentions(persons, tokens, frozenset(owners), lexicon)
    for short, long in pet_names.items():
        mentions[long] = sorted([*mentions[long], *mentions[short]])
        mentions[short] = []
    named = sorted(
        ((person, spots) for person, spots in zip(persons, mentions, strict=True) if spots),
        key=lambda item: item[1][0].start,
    )
    bodies = [_find_told_body(person, tokens, affiliations) for person, _ in named]
    for (_, spots), body in zip(named, bodies, strict=True):
        untold.add(spots, body)
    return tuple(
        _make_official(person, spots, body, layout, institutions, untold)
        for (person, spots), body in zip(named, bodies, strict=True)
    )


def _drop_posts(holders: list[Holder]) -> list[Holder]:
    """Return holders without those whose name is a part of the post of another.

    "Konsul RI Contoh, Budi Santoso, ..." tells that "Konsul RI Contoh menyatakan" names nobody.
    """
    folded = {holder.post.text: fold(holder.post.text) for holder in holders if holder.post is not None}
    posts = frozenset(folded.values())
    return [
        holder
        for holder in holders
        if holder.post is None or " ".join([folded[holder.post.text], *holder.name.words]) not in posts
    ]


def _gather(holders: list[Holder]) -> list[_Person]:
    """Put the names of one person together: a short name is a run of the words of a longer one."""
    persons: list[_Person] = []
    by_word: dict[str, list[_Person]] = defaultdict(list)
    for holder in sorted(holders, key=lambda holder: (-len(holder.name.words), holder.name.start)):
        words = holder.name.words
        fitting = next((person for person in by_word[words[0]] if _is_part(words, person.words)), None)
        if fitting is not None:
            fitting.holders.append(holder)
            continue
        persons.append(_Person(words=words, holders=[holder]))
        for word in set(words):
            by_word[word].append(persons[-1])
    for person in persons:
        person.holders.sort(key=lambda holder: holder.name.start)
    return persons


def _find_pet_names(persons: list[_Person]) -> dict[int, int]:
    """The index of who goes by a part of a word of the name, behind a title or the post: "Wabup Frans".

    "Romo Alo" is the one Aloysius told before; who is told with another post is somebody else.
    """
    found: dict[int, int] = {}
    for short, person in enumerate(persons):
        if len(person.words) > 1 or len(person.words[0]) < _SHORTEST_PET:
            continue
        if not all(holder.name.honorifics or holder.post is not None for holder in person.holders):
            continue
        posts = [holder.post.text for holder in person.holders if holder.post is not None]
        first = person.holders[0].name.start
        fitting = [
            long
            for long, other in enumerate(persons)
            if len(other.words) > 1
            and other.holders[0].name.start < first
            and (_calls_alike(person, other) or any(_shortens(person.words[0], word) for word in other.words))
            and all(_holds(other, post) for post in posts)
        ]
        if len(fitting) == 1:
            found[short] = fitting[0]
    return found


def _shortens(short: str, word: str) -> bool:
    """Tell whether a word begins like another and goes on with letters of it, or ends it: "Beni", "Ika"."""
    if len(word) > len(short) and word.endswith(short):
        return True
    begins = len(word) > len(short) and word.startswith(short[:_SHORTEST_PET])
    return begins and _has_letters(word[_SHORTEST_PET:], short[_SHORTEST_PET:])


def _calls_alike(short: _Person, long: _Person) -> bool:
    """Tell whether two share a title, and a name has the letters of the other: "Suster Ika", "Fransiska"."""
    titles = {title for holder in long.holders for title in holder.name.honorifics}
    shared = all(titles.intersection(holder.name.honorifics) for holder in short.holders)
    return shared and any(_has_letters(word, short.words[0]) for word in long.words)


def _has_letters(word: str, short: str) -> bool:
    letters = iter(word)
    return all(letter in letters for letter in short)


def _holds(person: _Person, post: str) -> bool:
    """Whether somebody is told with a post, or a longer form of it."""
    return any(
        holder.post is not None and is_short_form(split_words(post), split_words(holder.post.text))
        for holder in person.holders
    )


def _is_part(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a name is a run of the words of another, or two and more of them from the first on."""
    if any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1)):
        return True
    if len(part) < _SKIPPING or part[0] != whole[0]:
        return False
    rest = iter(whole)
    return all(word in rest for word in part)


def _find_mentions(
    persons: list[_Person], tokens: Tokens, closed: frozenset[int], lexicon: Lexicon
) -> list[list[Mention]]:
    """Find every run of capital words that is a run of the words of one person's name.

    A word of several persons' names means the one that was named last before it.
    """
    by_word: dict[str, list[int]] = {}
    for number, person in enumerate(persons):
        for word in person.words:
            by_word.setdefault(word, []).append(number)
    found: list[list[Mention]] = [[] for _ in persons]
    reached = 0
    for index in tokens.capitals:
        token = tokens[index]
        if index < reached or token.folded not in by_word or index in closed:
            continue
        candidates = by_word[token.folded]
        sizes = {number: _match_size(persons[number].words, tokens, index, closed) for number in candidates}
        best = max(sizes.values(), default=0)
        fitting = [number for number in sizes if sizes[number] == best]
        if best == 0 or not _may_name(tokens, index, best, persons, fitting, lexicon):
            continue
        number = fitting[0]
        if len(fitting) > 1:
            recent = [candidate for candidate in fitting if found[candidate]]
            if not recent:
                continue
            number = max(recent, key=lambda candidate: found[candidate][-1].start)
        start, end = token.start, tokens[index + best - 1].end
        found[number].append(Mention(start=start, end=end, text=tokens.body[start:end]))
        reached = index + best
    return found


def _match_size(words: tuple[str, ...], tokens: Tokens, index: int, closed: frozenset[int]) -> int:
    best = 0
    for begin in range(len(words)):
        size = 0
        while (
            begin + size < len(words)
            and index + size < len(tokens)
            and index + size not in closed
            and tokens[index + size].folded == words[begin + size]
            and (size == 0 or tokens[index + size].before.strip(" .") == "")
        ):
            size += 1
        best = max(best, size)
    return best


def _may_name(
    tokens: Tokens, index: int, size: int, persons: list[_Person], fitting: list[int], lexicon: Lexicon
) -> bool:
    """A lone short word or a word of a longer strange name names nobody."""
    full = any(len(persons[number].words) == size for number in fitting)
    text = tokens[index].text
    if size == 1 and not full and (len(text) < 3 or fold(text) in lexicon.posts.name_stop_set):
        return False
    behind = index + size
    strange = (
        behind < len(tokens)
        and tokens[behind].before == " "
        and tokens[behind].is_capital
        and not full
        and tokens[behind].folded in lexicon.given_names.folded
    )
    return not strange


def _find_told_body(person: _Person, tokens: Tokens, affiliations: Affiliations) -> int | None:
    """Return the index of the body that a person's posts tell, or that the text ties to who has none."""
    chosen = _choose(person)
    if chosen is None:
        return next((holder.body for holder in person.holders if holder.body is not None), None)
    posts = [holder.post for holder in (chosen, *person.holders) if holder.post is not None]
    return next((body for post in posts if (body := affiliations.find(post, tokens)) is not None), None)


def _choose(person: _Person) -> Holder | None:
    """Return whom a person is told as with the post that counts: taken up, not held besides, longest."""
    posted = [holder for holder in person.holders if holder.post is not None]
    taken_up = [holder for holder in posted if holder.appointed]
    first = [holder for holder in posted if not holder.besides]
    return max(
        taken_up or first or posted,
        key=lambda holder: (len(holder.post.text) if holder.post else 0, -holder.name.start),
        default=None,
    )


def _make_official(
    person: _Person,
    mentions: list[Mention],
    body: int | None,
    layout: Layout,
    institutions: tuple[Institution, ...],
    untold: UntoldBodies,
) -> Official:
    longest = max(person.holders, key=lambda holder: (len(holder.name.text), -holder.name.start))
    honorifics: list[str] = []
    for holder in person.holders:
        honorifics += [title for title in holder.name.honorifics if title not in honorifics]
    chosen = _choose(person)
    post = chosen.post if chosen is not None else None
    if post is None:
        told = _list_sentences([holder for holder in person.holders if holder.body is not None], layout)
    else:
        told = _list_sentences([holder for holder in person.holders if holder.post is not None], layout)
        if body is None:
            body = untold.find(post)
            untold.add(mentions, body)
    return Official(
        name=longest.name.text,
        mentions=tuple(mentions),
        honorifics=tuple(honorifics),
        post=post.text if post is not None else None,
        institution=institutions[body].name if body is not None else None,
        evidence=OfficialEvidence(
            post=told if post is not None else (),
            institution=told if body is not None or post is None else (),
        ),
    )


def _list_sentences(holders: list[Holder], layout: Layout) -> tuple[Span, ...]:
    """The sentences in which the person stands beside a post, those of the text proper first."""
    sentences = {}
    for holder in holders:
        sentence = layout.find_sentence(holder.name.start)
        if sentence is not None:
            sentences[sentence.start] = sentence
    ordered = sorted(sentences.values(), key=lambda sentence: (sentence.zone != "body", sentence.start))
    return tuple(sentence.span for sentence in ordered)

"""The grammar of a post: from its first word as far as it is the post of somebody."""

import re

from kgraph.extraction.body_names import read_body_name
from kgraph.extraction.body_subjects import measure_subject
from kgraph.extraction.body_words import find_head, is_acronym
from kgraph.extraction.post_heads import PostHeads
from kgraph.extraction.post_places import PostPlaces
from kgraph.extraction.regions import find_any_region, find_levelled_region, find_region
from kgraph.extraction.role_words import RoleWords
from kgraph.extraction.tokens import Tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_PARENTHESIS = re.compile(r"\s?\(([^()\n]{1,40})\)")
_NUMBER = re.compile(r"\d+(?:-\d+)?")
_MAX_WORDS = 22
_MAX_ENGLISH = 4
_SHORT = 3


class PostReader:
    """Reads posts; ``owners`` maps word indexes to the institution that they name.

    ``find_head`` returns the number of words with which a post begins at a word.
    """

    def __init__(
        self, tokens: Tokens, owners: dict[int, int], bounds: dict[int, tuple[int, int]], lexicon: Lexicon
    ) -> None:
        self._tokens = tokens
        self._owners = owners
        self._bounds = bounds
        self._lexicon = lexicon
        self._posts = lexicon.posts
        self._words = lexicon.institution_heads.words
        # Those that this reader asks never hold it, so that all of them go with the release.
        self.find_head = PostHeads(tokens, owners, lexicon).find
        self._places = PostPlaces(tokens, owners, lexicon, self.find_head)
        self._roles = RoleWords(tokens, self._places, owners, lexicon)
        self._known: dict[int, tuple[PostPhrase | None, bool]] = {}

    def read(self, index: int, *, bare: bool = False) -> PostPhrase | None:
        """Return the post that begins at a word.

        A post in lower case counts only with a body or a region in it, unless it may be ``bare``.
        """
        if index not in self._known:
            self._known[index] = self._read_at(index)
        post, plain = self._known[index]
        return post if plain or bare else None

    def _read_at(self, index: int) -> tuple[PostPhrase | None, bool]:
        """Return the post that begins at a word, and whether it may stand in lower case."""
        size = self.find_head(index)
        if size == 0:
            return None, False
        at, end = index + size, self._tokens[index + size - 1].end
        institution: int | None = None
        placed = False
        heads = [(index, size)]
        while at < len(self._tokens) and at - index < _MAX_WORDS:
            parenthesis = _PARENTHESIS.match(self._tokens.body, end)
            if parenthesis is not None and (
                self._is_gloss(parenthesis.group(1)) or self._leads_on(parenthesis)
            ):
                end = parenthesis.end()
                at = self._tokens.find_index(end)
                continue
            gap = self._tokens.body[end : self._tokens[at].start]
            if gap == "/" and (self.find_head(at) or self._is_command(at - 1)):
                epithet = self._words.epithet_phrases.match(self._tokens.folded, at)
                taken = at + max(self.find_head(at), epithet, 1)
            elif gap == "-" and self._tokens[at - 1].text.isupper() and self._may_pair(at):
                taken = at + 1
            elif "\n" in gap or gap.strip() not in {"", ".", ",", "&"}:
                break
            else:
                taken = self._step(index, at, gap)
            if at not in self._owners and taken > at and (size := self.find_head(at)):
                heads.append((at, size))
            if taken <= at:
                break
            if at in self._owners:
                institution, placed = self._owners[at], True
                end = self._bounds[at][1]
                at = self._tokens.find_index(end)
                continue
            placed = placed or self._tokens[at].is_capital
            at, end = taken, self._tokens[taken - 1].end
            if self._tokens.body.startswith(")", end) and "(" in self._tokens[taken - 1].before:
                end += 1
        several = index > 0 and self._tokens[index - 1].folded in self._posts.number_set
        first = self._find_english_start(index)
        post = PostPhrase(
            start=self._tokens[first].start,
            end=end,
            first=first,
            last=at,
            text=" ".join(self._tokens.body[self._tokens[first].start : end].split()),
            heads=tuple(self._join(at, size) for at, size in heads),
            institution=institution,
        )
        return post, self._tokens[index].is_capital or placed or several

    def _find_english_start(self, index: int) -> int:
        """In English the word for the post stands last: "Child Protection Officer"."""
        if self._tokens[index + self.find_head(index) - 1].folded not in self._posts.english_set:
            return index
        first = index
        while (
            first > 0
            and index - first < _MAX_ENGLISH
            and self._tokens[first].before == " "
            and self._tokens[first - 1].is_capital
            and first - 1 not in self._owners
            and self._tokens[first - 1].folded not in self._posts.name_stop_set
        ):
            first -= 1
        return first

    def _join(self, index: int, size: int) -> str:
        folded = self._tokens.folded
        return folded[index] if size == 1 else " ".join(folded[index : index + size])

    def _is_gloss(self, text: str) -> bool:
        first = text.strip().split()[0].rstrip(".") if text.strip() else ""
        if fold(text.strip()) in self._lexicon.regions.by_form or self._words.is_island(fold(text.strip())):
            return True
        return (sum(char.isupper() for char in first) >= 2 and first.isalnum()) or fold(
            first
        ) in self._posts.first_words

    def _leads_on(self, parenthesis: re.Match[str]) -> bool:
        """Whether a bracket holds no name and one follows: "First Secretary (Development), Budi"."""
        index = self._tokens.find_index(parenthesis.end())
        names = self._lexicon.given_names.folded
        personal = not names.isdisjoint(fold(parenthesis.group(1)).split())
        return not personal and self._roles.leads_to_name(index)

    def _step(self, first: int, at: int, gap: str) -> int:
        """Return the index behind what continues the post at a word, or ``at`` where nothing does."""
        tokens = self._tokens
        word = tokens[at].folded
        comma = "," in gap
        if comma:
            return self._step_list(at)
        if gap.strip() == "." and not self._is_shortened(at - 1):
            return at
        if at in self._owners:
            return at + 1
        if word == tokens[at - 1].folded:
            # Nobody is called "Kepala Kepala"; a text that says so without end would be read anew at each.
            return at
        if tokens.body.startswith("/", tokens[at].start - 1) and (
            epithet := self._words.epithet_phrases.match(tokens.folded, at)
        ):
            return at + epithet
        if word in self._posts.joiner_words and at + 1 < len(tokens):
            following = self.find_head(at + 1)
            return at + 1 + following if following else self._roles.step_second(at)
        head = self.find_head(at)
        short = tokens[at - 1].folded in self._lexicon.sentences.leading
        if head and (not gap.strip() or (gap.strip() == "." and short)):
            return at + head
        if tokens[at].text in self._posts.preposition_set:
            return self._step_preposition(first, at)
        if self._is_number(first, at):
            return at + 1
        if word in self._words.joiner_set:
            country = self._country_size(at + 1)
            if country:
                return at + 1 + country
            if not tokens[first].is_capital and at + 1 < len(tokens) and tokens[at + 1].is_capital:
                # "para camat, kepala desa serta Perwakilan X": somebody else
                return at
            if at - 1 in self._owners and at + 1 < len(tokens) and self.find_head(at + 1):
                # "Kepala BNNK dan Rektor X": the first names its body, the second is another's.
                return at
            goes_on = at + 1 < len(tokens) and (
                self._is_subject(at + 1)
                or self._leads_to_subject(at + 1, allowed=1)
                # "Direktur Pelindungan WNI dan BHI, Budi"
                or (self._is_short_form(first, at + 1) and self._roles.leads_to_name(at + 2))
            )
            return at + 1 if goes_on else at
        if country := self._country_size(at):
            return at + country
        openers = self._lexicon.body_openers
        if at > first and at - 1 not in self._owners and tokens[at - 1].folded in openers:
            # "Deputi Bidang" begins a post and its unit: the unit's name goes on from "Bidang".
            behind = read_body_name(tokens, at - 1, self._lexicon)
            if behind is not None and behind.head.sub and behind.last > at:
                return min(behind.last, behind.inner.first if behind.inner is not None else behind.last)
        unit = read_body_name(tokens, at, self._lexicon) if word in openers else None
        if unit is not None and unit.head.sub:
            stop = unit.inner.first if unit.inner is not None else unit.last
            return stop if stop > at else at
        names = self._lexicon.given_names.folded
        levelled = find_levelled_region(tokens, at, self._lexicon.regions, self._words, names=names)
        if levelled is not None:
            return levelled.last
        if self._previous_owns(at) and (tokens[at].text.isupper() or self._is_capital_digit(tokens[at].text)):
            return at + 1
        if self._is_subject(at) or self._leads_to_subject(at) or self._is_seat(at):
            return at + 1
        if self._is_short_form(first, at):
            return at + 1
        body = find_head(tokens, at, self._lexicon)
        if body is not None and tokens[at].is_capital:
            # A family word without its region names no body, but ends the post: "Kepala Bappeda".
            return body[1]
        region = find_region(tokens, at, self._lexicon.regions)
        if region is not None and tokens[at].folded not in self._lexicon.given_names.folded:
            return region.last
        if region is not None and (region.last - at > 1 or self._ends_after(region.last)):
            return region.last
        if not tokens[at].is_capital:
            return self._roles.step_plain(first, at)
        return max(self._places.step(first, at), self._roles.step_to_title(at), self._roles.step_pair(at))

    def _may_pair(self, index: int) -> bool:
        """Whether a hyphen may join a word to the acronym before it: "RI-RDTL", "RI-Malaysia"."""
        return self._tokens[index].text.isupper() or self._country_size(index) > 0

    def _is_shortened(self, index: int) -> bool:
        """Whether a full stop behind a word may shorten it, and not end the sentence."""
        word = self._tokens[index]
        return (
            len(word.text) <= _SHORT
            or word.folded in self._lexicon.sentences.leading
            or word.folded in self._words.level_of
            or word.folded in self._lexicon.honorifics.title_set
        )

    def _is_short_form(self, first: int, at: int) -> bool:
        """An acronym is no person's name: "Ketua OSIS"; unless all is written in capitals."""
        text = self._tokens[at].text
        return (
            is_acronym(text)
            and not self._tokens[first].text.isupper()
            and self._tokens[at].folded not in self._lexicon.honorifics.first_words
            and self._tokens[at].folded not in self._lexicon.honorifics.title_set
            and not self._tokens.body.startswith(".", self._tokens[at].end)
        )

    def _is_seat(self, at: int) -> bool:
        """Whether a word for a body ends the post, before a name: "Kepala Kantor, Budi"."""
        token = self._tokens[at]
        if token.folded not in self._posts.seat_set or not token.is_capital:
            return False
        behind = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        return behind is not None and behind.is_capital and behind.before in {" ", ", "}

    def _is_number(self, first: int, at: int) -> bool:
        """The number of a command ("Dandim 0419/Tanjab") or of a post ("Asisten I", "Ketua RT 03")."""
        text = self._tokens[at].text
        if _NUMBER.fullmatch(text) and (at == first + 1 or self._tokens[at - 1].text.isupper()):
            return True
        if not self._words.is_numeral(self._tokens[at].folded) or not text.isupper():
            return False
        # "I" also begins Balinese names: "Asisten I Nyoman ..."
        following = self._tokens.folded[at + 1 : at + 2]
        return len(text) > 1 or not set(following) & self._lexicon.given_names.behind_i_set

    def _is_command(self, index: int) -> bool:
        """Whether a word is the number of a command, before a slash: "0419/Tanjab", "XVIII/Kasuari"."""
        token = self._tokens[index]
        return _NUMBER.fullmatch(token.text) is not None or self._words.is_numeral(token.folded)

    def _previous_owns(self, at: int) -> bool:
        return self._tokens[at - 1].folded in self._posts.owner_set

    def _is_capital_digit(self, text: str) -> bool:
        return sum(char.isupper() or char.isdigit() for char in text) >= 2

    def _ends_after(self, index: int) -> bool:
        """Whether a comma or the end of the phrase follows the words before an index."""
        return index >= len(self._tokens) or self._tokens[index].before.strip() != ""

    def _is_subject(self, index: int) -> bool:
        if index >= len(self._tokens):
            return False
        token = self._tokens[index]
        word = token.folded
        if word in self._posts.modifier_set or token.text in self._posts.modifier_acronyms:
            return True
        if word in self._lexicon.honorifics.title_set and not token.text.isupper():
            # "Pdt" is a title, "PDT" a subject.
            return False
        if measure_subject(self._tokens, index, self._lexicon) > 1:
            return True
        if word in self._lexicon.given_names.folded and word not in self._words.field_phrases:
            return False
        initial = len(word) == 1 and self._tokens.body.startswith(".", token.end)
        return self._words.is_subject_word(token.text) or (word in self._words.class_words and not initial)

    def _leads_to_subject(self, index: int, *, allowed: int = 2) -> bool:
        """Unknown capital words before a subject or a body: "Kepala Unit Donor Darah PMI X".

        Words in lower case lead only to a body, and none may be a verb.
        """
        last = index
        while last < min(index + allowed, len(self._tokens)) and self._may_lead(last):
            last += 1
            if last >= len(self._tokens) or self._tokens[last].before != " ":
                return False
            if last in self._owners:
                return True
            if not self._tokens[index].is_capital:
                continue
            if self._tokens[last].is_capital and self._is_subject(last):
                return True
            if find_head(self._tokens, last, self._lexicon) is not None:
                return True
        return False

    def _may_lead(self, index: int) -> bool:
        token = self._tokens[index]
        if index in self._owners or self.find_head(index):
            return False
        if not token.is_capital:
            leads = token.text.isalpha() and not token.folded.startswith(self._posts.verb_beginnings)
            return leads and token.folded not in self._posts.companion_phrases.firsts
        return (
            token.folded not in self._lexicon.given_names.folded
            and token.folded not in self._posts.name_stop_set
            and token.folded not in self._lexicon.honorifics.first_words
        )

    def _step_list(self, at: int) -> int:
        """A comma inside the subject of a post: more subjects follow, and "and" with the last."""
        index, parts = at, 0
        while index < len(self._tokens):
            if self._tokens[index].folded in self._words.joiner_set:
                return at + 1 if self._is_subject(index + 1) and not self.find_head(index + 1) else at
            if not self._is_subject(index) or self.find_head(index) or index in self._owners:
                return at
            parts += 1
            index += 1
            if index < len(self._tokens) and self._tokens[index].before.strip() not in {"", ","}:
                return at
        return at

    def _step_preposition(self, first: int, at: int) -> int:
        """A preposition belongs to a post with the body, the region or the country behind it."""
        following = at + 1
        if following >= len(self._tokens) or self._tokens[following].before != " ":
            return at
        if following in self._owners or self._is_subject(following):
            return following
        region = find_any_region(self._tokens, following, self._lexicon.regions, self._words)
        country = following + self._country_size(following)
        if region is not None and country < region.last + 1:
            # "Papua Nugini" is no part of Papua.
            return region.last
        reached = self._places.step(first, following)
        if self._tokens[at].text in self._posts.english_preposition_set:
            reached = max(reached, self._roles.step_english(at))
        return max(country, reached) if max(country, reached) > following else at

    def _country_size(self, index: int) -> int:
        """Number of words of the country's name at a word."""
        if index >= len(self._tokens) or not self._tokens[index].is_capital:
            return 0
        return self._words.country_phrases.match(self._tokens.folded, index)

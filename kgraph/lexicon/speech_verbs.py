"""Verbs of saying and the frames around them (``data/lexicon/speech_verbs.toml``)."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

import msgspec

from kgraph.lexicon.event_cues import Meaning, Sense
from kgraph.lexicon.matcher import PhraseMatcher, fold, join

_NO_PHRASES = frozenset({"act", "act_suffix", "ask", "clitic", "convey", "say", "say_with_clause"})


class SpeechVerb(msgspec.Struct, frozen=True, kw_only=True):
    """A verb of saying: "menegaskan", bare "tegas", passive "ditegaskan"."""

    active: str
    bare: str | None = None
    passive: str | None = None


class SpeechForm(msgspec.Struct, frozen=True, kw_only=True):
    """What a form in a text is.

    ``kind``: say, say_with_clause, ask, act, mind, convey or according; ``voice``:
    active, bare or passive; ``clitic``: the form itself holds the speaker ("ujarnya");
    ``beside_quotation``: it is a verb of saying only next to a quotation.
    """

    kind: str
    voice: str
    verb: str
    clitic: bool = False
    beside_quotation: bool = False


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words about utterances; see the data file for what each list means."""

    say: tuple[SpeechVerb, ...]
    say_with_clause: tuple[SpeechVerb, ...]
    ask: tuple[SpeechVerb, ...]
    act: tuple[SpeechVerb, ...]
    mind: tuple[str, ...]
    convey: tuple[SpeechVerb, ...]
    speech_nouns: tuple[str, ...]
    act_nouns: tuple[str, ...]
    report_nouns: tuple[str, ...]
    bodies: tuple[str, ...]
    beside_quotation: tuple[str, ...]
    according: tuple[str, ...]
    according_with_comma: tuple[str, ...]
    according_clitic: tuple[str, ...]
    according_nouns: tuple[str, ...]
    after_quotation: tuple[str, ...]
    connectives: tuple[str, ...]
    also_convey: tuple[str, ...]
    back_subjects: tuple[str, ...]
    forward_subjects: tuple[str, ...]
    answers: tuple[str, ...]
    object_voice: tuple[str, ...]
    clitic: str
    pronouns: tuple[str, ...]
    plurals: tuple[str, ...]
    adverbs: tuple[str, ...]
    blockers: tuple[str, ...]
    obliques: tuple[str, ...]
    preludes: tuple[str, ...]
    speaker_ends: tuple[str, ...]
    complementizers: tuple[str, ...]
    purpose_complementizers: tuple[str, ...]
    clause_joiners: tuple[str, ...]
    joint: tuple[str, ...]
    verb_joiners: tuple[str, ...]
    agent_words: tuple[str, ...]
    determiners: tuple[str, ...]
    through: tuple[str, ...]
    relatives: tuple[str, ...]
    after_verb: tuple[str, ...]
    existentials: tuple[str, ...]
    said_nouns: tuple[str, ...]
    active_prefixes: tuple[str, ...]
    passive_prefixes: tuple[str, ...]
    act_prefixes: tuple[str, ...]
    act_suffix: str
    predicates: tuple[str, ...]
    acting_nouns: tuple[str, ...]
    reminding: tuple[str, ...]
    not_verbs: tuple[str, ...]
    epithets: tuple[str, ...]
    title_words: tuple[str, ...]
    opening_marks: tuple[str, ...]
    closing_marks: tuple[str, ...]
    either_marks: tuple[str, ...]
    single_opening_marks: tuple[str, ...]
    single_closing_marks: tuple[str, ...]
    unnamed: tuple[str, ...]
    relations: tuple[str, ...]
    noun_stops: tuple[str, ...]

    @cached_property
    def forms(self) -> dict[str, SpeechForm]:
        """Every folded form of a verb of saying, and what it is."""
        forms: dict[str, SpeechForm] = {}
        for kind in ("say", "say_with_clause", "ask", "act", "convey"):
            for verb in getattr(self, kind):
                forms[fold(verb.active)] = SpeechForm(kind=kind, voice="active", verb=verb.active)
                for voice, form in (("bare", verb.bare), ("passive", verb.passive)):
                    if form:
                        for clitic in (False, True):
                            reading = SpeechForm(
                                kind=kind,
                                voice=voice,
                                verb=verb.active,
                                clitic=clitic,
                                beside_quotation=form in self.beside_quotation,
                            )
                            for spelling in self._list_spellings(form, voice):
                                forms.setdefault(spelling + (self.clitic if clitic else ""), reading)
        for word in self.mind:
            forms.setdefault(fold(word), SpeechForm(kind="mind", voice="active", verb=word))
        for phrase in self.according:
            forms[fold(phrase)] = SpeechForm(kind="according", voice="passive", verb=phrase)
        for word in self.according_clitic:
            forms[fold(word)] = SpeechForm(kind="according", voice="passive", verb=word, clitic=True)
        return forms

    def _list_spellings(self, form: str, voice: str) -> list[str]:
        """Return a form, and a passive also in two words, as it is often misspelt ("di jelaskan")."""
        folded = fold(form)
        if voice != "passive":
            return [folded]
        return [
            folded,
            *(f"{p} {folded.removeprefix(p)}" for p in self.passive_prefixes if folded.startswith(p)),
        ]

    @cached_property
    def passive_set(self) -> frozenset[str]:
        """Folded passive forms, and words like "menurut": a name may follow them, none holds them."""
        return frozenset(form for form, reading in self.forms.items() if reading.voice == "passive")

    @cached_property
    def bare_set(self) -> frozenset[str]:
        """Folded bare forms that are verbs of saying wherever they stand: no name begins with them."""
        return frozenset(
            form
            for form, reading in self.forms.items()
            if reading.voice == "bare" and not reading.beside_quotation
        )

    @cached_property
    def matcher(self) -> PhraseMatcher:
        """Finds the forms of the verbs of saying."""
        return PhraseMatcher(self.forms)

    @cached_property
    def marks(self) -> re.Pattern[str]:
        """Finds double quotation marks."""
        return re.compile(join([*self.opening_marks, *self.closing_marks, *self.either_marks]))

    @cached_property
    def single_marks(self) -> re.Pattern[str]:
        """Finds single quotation marks."""
        return re.compile(join([*self.single_opening_marks, *self.single_closing_marks]))

    @cached_property
    def any_marks(self) -> re.Pattern[str]:
        """Finds quotation marks of both sorts."""
        return re.compile(f"{self.marks.pattern}|{self.single_marks.pattern}")

    @cached_property
    def phrases(self) -> dict[str, re.Pattern[str]]:
        """For each list of words the pattern that matches one of them as a whole, folded text given."""
        return {
            name: re.compile(rf"(?:{join(getattr(self, name))})(?!\w)")
            for name in self.__struct_fields__
            if name not in _NO_PHRASES and "marks" not in name
        }

    @cached_property
    def meanings(self) -> dict[str, tuple[Meaning, ...]]:
        """What each folded form may say, as cues of events do: ``speech.`` with its voice, and its kind."""
        return {
            phrase: (Meaning(role=f"speech.{form.voice}", type=form.kind),)
            for phrase, form in self.forms.items()
        }

    @cached_property
    def senses(self) -> dict[str, Sense]:
        """Each folded form with its meanings and roles."""
        return {form: (form, self.meanings[form], roles) for form, roles in self.roles_of.items()}

    @cached_property
    def roles_of(self) -> dict[str, frozenset[str]]:
        """The roles of each folded form."""
        return {
            phrase: frozenset(
                {f"speech.{form.voice}", "speech.clitic"} if form.clitic else {f"speech.{form.voice}"}
            )
            for phrase, form in self.forms.items()
        }

    @cached_property
    def skipping(self) -> Callable[[tuple[str, ...]], re.Pattern[str]]:
        """Returns what matches any number of phrases of some lists, with blanks and commas around them."""
        return lru_cache(maxsize=None)(self._compile_skipping)

    def _compile_skipping(self, names: tuple[str, ...]) -> re.Pattern[str]:
        phrases = "|".join(f"(?:{self.phrases[name].pattern})" for name in names)
        # Possessive groups lose matches in the first releases of Python 3.11 (3.11.2 in Debian 12).
        return re.compile(rf"[\s,]*(?:(?:{phrases})[\s,]*)*")

    @cached_property
    def pronoun_ends(self) -> frozenset[str]:
        """The last words of the folded pronouns, and of words for several speakers."""
        return _list_ends((*self.pronouns, *self.plurals))

    @cached_property
    def back_openers(self) -> frozenset[str]:
        """What a back reference, or a word before it, begins with, up to a character that no word holds."""
        lists = (self.adverbs, self.connectives, self.back_subjects, self.forward_subjects)
        return frozenset(re.split(r"\W", fold(phrase), maxsplit=1)[0] for words in lists for phrase in words)

    @cached_property
    def adverb_ends(self) -> frozenset[str]:
        """What the folded adverbs end in, back to the last character that no word holds."""
        return _list_ends(self.adverbs)

    @cached_property
    def owned_nouns(self) -> re.Pattern[str]:
        """Matches a noun between "menurut" and the speaker; ``owned`` is the ending "-nya"."""
        return re.compile(rf"(?:{join(self.according_nouns)})(?P<owned>{self.clitic})?(?!\w)")

    @cached_property
    def word_sets(self) -> dict[str, frozenset[str]]:
        """For each list of words their folded set."""
        return {
            name: frozenset(fold(word) for word in getattr(self, name))
            for name in self.__struct_fields__
            if name not in _NO_PHRASES
        }


def _list_ends(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(end for phrase in phrases for end in re.findall(r"\w[\w.'’-]*", fold(phrase))[-1:])

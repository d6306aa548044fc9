"""Who each mention is: names, shortened names, descriptions and pronouns."""

import functools
from collections.abc import Sequence

import attrs

from attrib.extraction.makers import find_maker
from attrib.extraction.mentions.mentions import read_mention
from attrib.extraction.mentions.outlets import ANY_OUTLETS, is_outlet, without_day
from attrib.extraction.mentions.readings import Reading
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.sources.bodies import find_body, find_group
from attrib.extraction.sources.entities import Entity, Register
from attrib.extraction.sources.holders import Holders
from attrib.extraction.sources.names import Names
from attrib.extraction.sources.pronouns import (
    GENDERS,
    GROUP_PRONOUNS,
    Pronoun,
    find_person,
)
from attrib.extraction.sources.publishers import is_publisher
from attrib.extraction.sources.relatives import find_antecedent
from attrib.extraction.sources.speakers import read_speaker
from attrib.extraction.subjects.subjects import REFLEXIVES
from attrib.lexicon.entries import Sort
from attrib.lexicon.tags import Tag
from attrib.model.document import Document
from attrib.model.source import SourceKind, source_key

_NEAR = 4
"""How many drafts back may hold another: time stays linear in the text."""
_EMPLOYED = frozenset((SourceKind.PERSON, SourceKind.CROWD, SourceKind.UNKNOWN))
"""Kinds of those who may work for an outlet."""
_FIRST_PERSONS = frozenset(("i", "me"))
_OWN = frozenset("i me we us".split())
_OWN_WORDS = frozenset(("en.transcript.turn", "en.post.handle"))
_RELATIVES = frozenset("who which that whom".split())
_SITES = frozenset(("site", "website"))
_STAFF = frozenset("correspondent reporter journalist editor".split())


@attrs.define(eq=False)
class Resolution:
    """What a draft's source was resolved to, and why."""

    entity: Entity | None
    reason: str | None = None


class Resolver:
    """Resolves the mentions of one page, from its first to its last."""

    def __init__(self, page: Page, chunks: Chunks, document: Document) -> None:
        self._page = page
        self._chunks = chunks
        self._outlet = document.outlet
        self._title = document.title
        self._register = Register(page.lexicon)
        self._names = Names(page, chunks, self._read)
        self._holders = Holders(page, self._names)
        self._sources: list[Entity] = []
        self._by_range: dict[Range, Resolution] = {}
        self._readings: dict[Range, Reading] = {}
        self._speaking: list[tuple[int, int, Entity]] = []

    def resolve(self, drafts: Sequence[Draft]) -> list[Resolution]:
        """Return who the source of each draft is, in the order of the drafts."""
        found = []
        for index, draft in enumerate(drafts):
            if draft.source is None:
                found.append(Resolution(None))
                continue
            resolution = self._by_range.get(draft.source)
            if resolution is None:
                resolution = self._resolve_first(draft)
                resolution = resolution or self._resolve(draft.source, draft)
                self._by_range[draft.source] = resolution
            if resolution.entity is not None:
                resolution.entity.last_at = draft.anchor
                resolution.entity.last_end = draft.content[-1][1]
                near = drafts[max(0, index - _NEAR) : index]
                resolution.entity.is_quoted = any(
                    other.source != draft.source and other.holds(draft.anchor)
                    for other in near
                )
                self._sources.append(resolution.entity)
                self._note_words(draft, resolution.entity)
            found.append(resolution)
        return found

    def _note_words(self, draft: Draft, entity: Entity) -> None:
        """Note until where somebody speaks in their own words."""
        is_own = draft.rule in _OWN_WORDS or any(
            self._page.quotation_of[first] >= 0 for first, _ in draft.content
        )
        if is_own:
            self._speaking = [each for each in self._speaking if each[1] > draft.anchor]
            self._speaking.append((draft.content[0][0], draft.content[-1][1], entity))

    def _resolve_first(self, draft: Draft) -> Resolution | None:
        """Resolve "I" in somebody's own words to whose they are."""
        assert draft.source is not None
        if self._page.norm(draft.source[0]) not in _FIRST_PERSONS:
            return None
        for first, last, entity in reversed(self._speaking[-_NEAR:]):
            if first <= draft.source[0] < last:
                said = self._page.say(draft.source)
                why = f'"{said}" is {entity.reading.name}, whose words these are'
                return Resolution(entity, why)
        return None

    def _read(self, mention: Range) -> Reading:
        """Return what a mention says; several questions are asked of each."""
        reading = self._readings.get(mention)
        if reading is None:
            reading = self._readings[mention] = read_mention(self._page, mention)
        return reading

    def relays(self, draft: Draft) -> list[tuple[Range, Entity, str]]:
        """Return who passed a draft's content on: its relays, and outlets it was told.

        A generic hearer ("told reporters") passes nothing on, nor does a court.
        """
        found = []
        for mention in draft.relays:
            entity = self._employer(mention) or self._resolve(mention).entity
            if entity is not None:
                found.append((mention, entity, "it passed this on"))
        if draft.addressee is not None and not draft.relays:
            told = self._hearer(draft.addressee)
            entity = self._employer(told)
            if entity is None and is_outlet(self._page, told, self._read(told)):
                entity = self._resolve(told).entity
            if entity is not None:
                found.append((told, entity, "it was told this"))
        return found

    def _hearer(self, addressee: Range) -> Range:
        """Return who was told: of "the Times in an interview" the outlet alone."""
        start, end = addressee
        page = self._page
        if page.lexicon.is_outlet(page.say_plainly(addressee)):
            return addressee  # "the Times of India"
        owner = page.tags.find("$", start + 1, end)
        if owner > 0 and page.lexicon.is_outlet(page.say_plainly((start, owner))):
            is_show = owner + 1 == end or page.quotation_of[owner + 1] >= 0
            if is_show:
                return start, owner  # "Norr TV's “Evening”"
        core = start, min(self._chunks.end_of.get(start, end), end)
        if not is_outlet(self._page, core, self._read(core)):
            core = addressee
        return without_day(self._page, core)

    def _employer(self, mention: Range) -> Entity | None:
        """Return the outlet for which somebody works: "the Post's Ann Lee"."""
        reading = self._read(mention)
        is_staff = reading.kind in _EMPLOYED
        name = reading.affiliation
        if not is_staff or name is None:
            return None
        last = self._page.lexicon.words[name.split()[-1]]
        is_paper = last.is_capital and bool(last.sorts & Sort.OUTLET)  # "the Post"
        if name.lower() not in self._page.lexicon.outlets and not is_paper:
            return None
        knowledge = self._page.lexicon.knowledge
        outlet = Reading(
            name,
            frozenset(name.lower().split()),
            kind=SourceKind.NEWS_OUTLET,
            is_named=True,
            known=knowledge.find(name),
        )
        return self._resolve_name(mention, outlet).entity

    def _resolve(self, mention: Range, draft: Draft | None = None) -> Resolution:
        reading = self._read(mention)
        if reading.pronoun:
            return self._resolve_pronoun(mention, reading.pronoun, reading, draft)
        if reading.parts:
            return self._resolve_joint(mention, reading, reading.parts)
        if self._is_staff(mention, reading):
            assert self._outlet is not None
            return Resolution(
                self._outlet_itself(mention),
                f'"{self._page.say(mention)}" is of {self._outlet.name} itself',
            )
        if reading.head in _STAFF and not reading.is_named:
            employer = self._employer(mention)
            if employer is not None:  # "a Baltic Wire correspondent reports"
                said = self._page.say(mention)
                why = f'"{said}" stands for {employer.reading.name}'
                return Resolution(employer, why)
        if reading.owner is not None:
            return self._resolve_owned(mention, reading, draft)
        has_article = self._page.tags[mention[0]] == Tag.DETERMINER
        if has_article and reading.head in _SITES:  # "the Web site"
            reading = attrs.evolve(reading, is_named=False)
        is_title = has_article and reading.is_definite and not reading.is_person
        is_title = is_title and reading.may_be_person
        if is_title and self._holders.described(reading, mention[0]) is not None:
            # "the Taoiseach" is somebody's office, written as a name
            reading = attrs.evolve(reading, kind=SourceKind.PERSON, is_named=False)
        return self._resolve_read(mention, reading)

    def _resolve_read(self, mention: Range, reading: Reading) -> Resolution:
        if reading.is_named:
            return self._resolve_name(mention, reading)
        return self._resolve_description(mention, reading)

    def _resolve_joint(
        self, mention: Range, reading: Reading, parts: Sequence[Range]
    ) -> Resolution:
        resolutions = [self._resolve(part) for part in parts]
        entities = [each.entity for each in resolutions if each.entity is not None]
        distinct = list(dict.fromkeys(entities))
        if len(distinct) < 2:
            return Resolution(distinct[0] if distinct else None)
        reasons = [each.reason for each in resolutions if each.reason is not None]
        entity = self._register.join(mention, reading, distinct)
        return Resolution(entity, "; ".join(reasons) or None)

    def _resolve_name(self, mention: Range, reading: Reading) -> Resolution:
        said = self._page.say(mention)
        person = None
        if reading.known:
            person = self._names.namesake(reading)
            person = person or self._names.with_given(reading, mention[0])
        reading = reading if person is None else person
        entity = self._register.known(reading)
        entity = entity or next(self._register.namesakes(reading), None)
        if entity is not None:
            before = entity.reading.name
            self._register.learn(entity, reading)
            if reading.name == before:
                return Resolution(entity)
            return Resolution(entity, f'"{said}" is {before}, named before')
        outlet = self._outlet
        if outlet is not None and is_publisher(reading, outlet, self._page.lexicon):
            return Resolution(self._outlet_itself(mention))
        full = None
        if reading.is_person or reading.kind is SourceKind.UNKNOWN:
            full = self._names.in_full(reading) or self._names.fuller(reading)
        if full is None:
            reading = self._holders.with_office(reading)
            return Resolution(self._register.add(mention, reading))
        entity = self._register.known(full) or self._register.named(full)
        full = self._holders.with_office(full)
        entity = entity or self._register.add(mention, full)
        self._register.learn(entity, reading)
        return Resolution(entity, f'"{said}" is {full.name}, named in the text')

    def _resolve_description(self, mention: Range, reading: Reading) -> Resolution:
        if reading.is_definite and reading.head:
            entity, why = self._meant(mention, reading)
            if entity is not None:
                said, name = self._page.say(mention), entity.reading.name
                return Resolution(entity, f'"{said}" stands for {name}, {why}')
        return Resolution(self._register.add(mention, reading))

    def _meant(self, mention: Range, reading: Reading) -> tuple[Entity | None, str]:
        """Return whom a description stands for, and why."""
        called = f'that is called "{reading.head}"'
        entity = self._register.described(reading)
        if entity is not None:
            return entity, f"the last source before it {called}"
        full = self._told_of(mention, reading)
        if full is not None:
            entity = self._register.known(full) or self._register.named(full)
            entity = entity or self._register.add(mention, full)
            return entity, f"the only one in the text {called}"
        if reading.kind is SourceKind.DOCUMENT:
            maker = find_maker(self._page, self._chunks, mention, reading.head)
            made = None if maker is None else self._resolve(maker).entity
            if made is not None and not made.is_unresolved:
                return made, "who made it"
        body = find_body(self._page, self._sources, mention, reading)
        if isinstance(body, tuple):
            return self._resolve(body).entity, "the last such body named before it"
        if body is None and reading.kind is SourceKind.COMPANY:
            body = self._register.of_kind(reading.kind)
        return body, "the last such body that spoke before it"

    def _told_of(self, mention: Range, reading: Reading) -> Reading | None:
        """Return whom the text names although no source: "the mayor", "the paper"."""
        if len(reading.words) > 2 and not reading.is_person:
            return None  # "the press service of the port"
        is_outlet_like = (
            reading.kind is SourceKind.NEWS_OUTLET or reading.head in _SITES
        )
        if is_outlet_like and reading.head not in ANY_OUTLETS:
            return self._names.outlet_before(mention[0])
        is_title = reading.kind is SourceKind.UNKNOWN and reading.name.istitle()
        if reading.is_person or is_title:
            return self._holders.described(reading, mention[0])
        is_body = reading.kind not in (SourceKind.UNKNOWN, SourceKind.DOCUMENT)
        if is_body and len(reading.words) == 1:
            return self._names.with_head(reading.head)
        return None

    def _resolve_owned(
        self, mention: Range, reading: Reading, draft: Draft | None
    ) -> Resolution:
        """Resolve "its notice" to whose it is; "its spokesman" speaks for it."""
        assert reading.owner is not None
        owner = self._read(reading.owner)
        if owner.pronoun not in (*GENDERS, *GROUP_PRONOUNS, "it"):
            return self._resolve_description(mention, reading)
        held = self._resolve_pronoun(reading.owner, owner.pronoun, owner, draft)
        entity = held.entity
        if entity is None or entity.is_unresolved:
            return self._resolve_description(mention, attrs.evolve(reading, owner=None))
        name = entity.reading.name
        said = self._page.say(mention)
        if reading.kind is SourceKind.DOCUMENT or reading.head in ("website", "site"):
            return Resolution(entity, f'"{said}" is of {name}')
        if reading.kind in (SourceKind.PERSON, SourceKind.CROWD):
            reading = attrs.evolve(reading, affiliation=name)
        return self._resolve_read(mention, reading)

    def _resolve_pronoun(
        self, mention: Range, pronoun: str, reading: Reading, draft: Draft | None
    ) -> Resolution:
        if pronoun in _RELATIVES:
            return self._resolve_relative(mention)
        if pronoun in REFLEXIVES:  # "the mayor herself", or "she ... herself"
            before = self._resolve_relative(mention)
            if before.entity is not None:
                return before
            pronoun = REFLEXIVES[pronoun]
        here = Pronoun(
            mention,
            mention[0] if draft is None else min(mention[0], draft.start),
            () if draft is None else draft.content,
        )
        said = self._page.say(mention)
        entity, why = None, "the last source before it"
        if pronoun in GENDERS:
            found = find_person(
                self._page, self._names, self._sources, here, GENDERS[pronoun]
            )
            if found is not None:
                entity, why = found.entity, found.why
                if entity is None and found.name is not None:
                    entity = self._person_named(found.name.place, found.name.reading)
        elif pronoun == "it" or pronoun in GROUP_PRONOUNS:
            group = find_group(
                self._page,
                self._chunks,
                self._sources,
                here,
                is_plural=pronoun in GROUP_PRONOUNS,
            )
            if isinstance(group, tuple):
                entity, why = self._resolve(group).entity, "the subject before it"
            else:
                entity = group
        if entity is None:
            return self._unresolved(mention, reading)
        if pronoun in GENDERS:
            entity.know_person(entity.reading.gender or GENDERS[pronoun])
        return Resolution(entity, f'"{said}" is {entity.reading.name}, {why}')

    def _person_named(self, place: Range, reading: Reading) -> Entity:
        """Return the person who is named somewhere, a source until now or not."""
        resolution = self._resolve_name(place, reading)
        assert resolution.entity is not None
        return resolution.entity

    @functools.cached_property
    def _speaker(self) -> Reading | None:
        return read_speaker(self._title, self._page.lexicon) if self._title else None

    def _unresolved(self, mention: Range, reading: Reading) -> Resolution:
        """Return somebody of whom no more is known than "he" or "we"."""
        is_open = self._page.quotation_of[mention[0]] < 0
        if is_open and reading.pronoun in _OWN and self._speaker is not None:
            spoken = self._resolve_read(mention, self._speaker).entity
            why = "whose words the title says these are"
            said = self._page.say(mention)
            name = self._speaker.name
            return Resolution(spoken, f'"{said}" is {name}, {why}')
        somebody = attrs.evolve(reading, is_anonymous=True)
        entity = self._register.add(mention, somebody)
        entity.is_unresolved = True
        return Resolution(entity)

    def _resolve_relative(self, mention: Range) -> Resolution:
        """Resolve "who" to the noun phrase before it."""
        phrase = find_antecedent(self._page, self._chunks, self._names, mention[0])
        if phrase is None:
            return Resolution(None)
        resolution = self._resolve(phrase)
        if resolution.entity is None:
            return resolution
        name = resolution.entity.reading.name
        return Resolution(resolution.entity, f'"{self._page.say(mention)}" is {name}')

    def _is_staff(self, mention: Range, reading: Reading) -> bool:
        """Say whether a mention is the outlet of the document or one of its staff.

        "this newspaper", "our correspondent", "a Baltic Wire correspondent".
        """
        outlet = self._outlet
        if (
            outlet is None
            or reading.is_plural
            or self._page.quotation_of[mention[0]] >= 0
        ):
            return False
        first = self._page.norm(mention[0])
        if reading.head in _STAFF:
            words = frozenset(source_key(outlet.name).split())
            return first == "our" or words <= reading.words
        return first in ("this", "our") and reading.kind is SourceKind.NEWS_OUTLET

    def _outlet_itself(self, mention: Range) -> Entity:
        assert self._outlet is not None
        reading = Reading(
            self._outlet.name,
            frozenset(source_key(self._outlet.name).split()),
            kind=self._outlet.kind,
            is_named=True,
            known=self._page.lexicon.knowledge.find(self._outlet.name),
        )
        entity = self._register.known(reading) or self._register.named(reading)
        if entity is None or entity.outlet is None:
            entity = self._register.add(mention, reading, outlet=self._outlet)
        return entity

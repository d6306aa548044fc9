"""Cues that are no verbs: according to, citing, the claim that."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrib.extraction.contents.endings import content_limit, trim
from attrib.extraction.contents.passing import find_time_end
from attrib.extraction.contents.preceding import find_left, find_preceding
from attrib.extraction.cues.acceptance import (
    LENGTHS,
    may_sign,
    probability,
    source_kind,
)
from attrib.extraction.cues.colons import (
    find_colons,
    find_signature,
    is_heading,
    quoted_end,
)
from attrib.extraction.cues.nouns import Nouns
from attrib.extraction.cues.stances import noun_stance
from attrib.extraction.mentions.readings import has_sort
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft, Reading
from attrib.extraction.pages.openings import is_quotation_start
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after, with_partner
from attrib.lexicon.entries import Layout, Phrase, Sort
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import CLAUSE_VERBS, Tag
from attrib.lexicon.weights import UNWEIGHED
from attrib.model.attribution import AttributionKind

_NOMINAL = (Layout.NOUN, Layout.ADJECTIVE, Layout.RELATION)
_PARTS_OF_CLAIMS = ("en.noun.", "en.adjective.", "en.relation.noun")
_CONCEDING = frozenset("although though while whereas".split())
_CITED = frozenset("cited citing cites quoted quoting quotes".split())
_RATES = frozenset("se capita annum diem cent mille head day week month year".split())
_THAT = frozenset("that this it".split())
_IDIOMS = frozenset("plan plans schedule need size age".split())
"""What things go according to, and nobody says."""
LEAST_SCORE = 0.45
"""Readings that are less likely than this are dropped."""
LEAST_SIGNED_SCORE = 0.2
"""The same for the source that a headline ends in: few are learnt from."""
LEAST_PREPOSITION_SCORE = 0.3
"""The same for "according to" and its like, where most doubt is about the content."""
LEAST_HEARSAY_SCORE = 0.2
"""The same for "reportedly": somebody has said so, and it is seldom learnt from."""
LEAST_OWNED_SCORE = 0.3
"""The same for "the mayor's claim that": it is in doubt only whether it matters."""
LEAST_PASSED_ON_SCORE = 0.2
"""The same for "the mayor's claim that" in what somebody else says."""
LEAST_INNER_SCORE = 0.85
"""The same for nouns and adjectives in what somebody says: parts of the claim."""


def find_phrases(
    page: Page,
    chunks: Chunks,
    lexicon: Lexicon,
    sentence: Range,
    verbs: Sequence[Draft],
) -> list[Draft]:
    """Return what the phrases of a sentence attribute.

    Args:
        page: The page.
        chunks: Its noun phrases.
        lexicon: The lexicon, for its phrases and weights.
        sentence: The sentence's tokens.
        verbs: What its verbs attribute.
    """
    weights = lexicon.weights.get("phrase", UNWEIGHED)
    best: dict[int, Draft] = {}
    readings = list(propose_phrases(page, chunks, lexicon, sentence))
    signature = find_signature(page, chunks, sentence) if readings else None
    for reading in readings:
        draft = reading.draft
        features = phrase_features(page, sentence, reading)
        draft.score = probability(features, weights)
        is_subject = draft.rule.startswith("en.colon.") and (
            draft.source is None or not may_sign(page, draft.source)
        )  # "Pipeline leaks: who is to blame": what it is about
        least = (
            LEAST_SIGNED_SCORE if draft.anchor == signature else _least(draft, verbs)
        )
        if draft.score >= least and not is_subject:
            known = best.get(draft.anchor)
            if known is None or known.score < draft.score:
                draft.terms = weights.deciding(features)
                draft.stance = noun_stance(page, draft.cue[0])
                best[draft.anchor] = draft
    return list(best.values())


def _least(phrase: Draft, verbs: Sequence[Draft]) -> float:
    """Return the score that a reading must reach."""
    if phrase.rule.startswith("en.preposition."):
        return LEAST_PREPOSITION_SCORE
    if phrase.rule.startswith("en.hearsay."):
        return LEAST_HEARSAY_SCORE
    if not phrase.rule.startswith(_PARTS_OF_CLAIMS):
        return LEAST_SCORE
    is_owned = phrase.source is not None and phrase.rule == "en.noun.that"
    least = LEAST_OWNED_SCORE if is_owned else LEAST_SCORE
    is_inside = any(
        first <= phrase.anchor < last for verb in verbs for first, last in verb.content
    )
    if is_inside and is_owned and phrase.kind is AttributionKind.REPORTING:
        return LEAST_PASSED_ON_SCORE
    return LEAST_INNER_SCORE if is_inside else least


def propose_phrases(
    page: Page,
    chunks: Chunks,
    lexicon: Lexicon,
    sentence: Range,
) -> Iterator[Reading]:
    """Yield every reading of the phrases of a sentence."""
    nouns: Nouns | None = None
    for at, phrase in page.phrases_in(sentence):
        cue = (at, at + len(phrase.words))
        draft: Draft | None = None
        if phrase.layout == Layout.PREPOSITION:
            draft = _read_preposition(page, chunks, cue, phrase, sentence)
        elif phrase.layout == Layout.HEARSAY:
            draft = _read_hearsay(page, cue, phrase, sentence)
        elif phrase.layout in _NOMINAL:
            nouns = nouns or Nouns.of(page, chunks, sentence, lexicon.weights)
            yield from nouns.read(cue, phrase)
        if draft is not None and all(first < last for first, last in draft.content):
            yield Reading(draft, phrase.name)
    for draft in find_colons(page, chunks, sentence):
        yield Reading(draft, "colon")


def phrase_features(page: Page, sentence: Range, reading: Reading) -> list[str]:
    """Return what is seen of a phrase, as names that weights are given to."""
    draft = reading.draft
    rule = draft.rule[3:]
    at = draft.anchor
    words = " ".join(page.norm(k) for k in range(*(reading.words or draft.cue[0])))
    first, last = draft.content[0]
    source = source_kind(page, draft.source)
    length = bisect_left(LENGTHS, last - first)
    begin = draft.cue[0][0]
    before = page.tags[begin - 1] if begin > sentence[0] else "^"
    manner = rule.rpartition(".")[0]
    is_quotation = str(page.quotation_of[first] >= 0)
    name = reading.name
    found = [
        f"r{rule}",
        f"w{words}",
        f"wr{words} {rule}",
        f"s{source}",
        f"sr{source} {manner}",
        f"l{length} {manner}",
        f"o{page.tags[first]} {manner}",
        f"b{before} {manner}",
        f"q{is_quotation} {manner}",
        f"k{draft.kind!s} {source}",
        f"c{name} {rule}",
        f"cs{name} {rule} {source}",
    ]
    if reading.governor:
        found.append(f"g{reading.governor}")
        found.append(f"gc{reading.governor} {name}")
    if reading.link:
        found.append(f"i{reading.link} {name}")
        found.append(f"iw{words} {reading.link}")
    if reading.shape:
        found.append(f"h{reading.shape} {manner}")
        found.append(f"hc{reading.shape} {name} {source}")
        found.append(f"a{page.tags[at - 1] if at > sentence[0] else '^'} {name}")
    if manner == "colon":
        is_capital = page.words[first].is_capital
        is_headline = sentence[0] == 0
        size = 0 if draft.source is None else draft.source[1] - draft.source[0]
        found.append(f"hc{is_headline}{is_capital}{is_quotation} {rule}")
        found.append(f"hs{is_headline}{min(size, 4)}{source} {rule}")
        is_alone = is_heading(page, sentence)
        has_verb = not CLAUSE_VERBS.isdisjoint(page.tags[first:last])
        found.append(f"ha{is_alone}{has_verb} {rule}")
        found.append(f"hw{is_alone}{has_verb}{is_capital}{source} {rule}")
    return found


def _read_preposition(
    page: Page, chunks: Chunks, cue: Range, phrase: Phrase, sentence: Range
) -> Draft | None:
    first, limit = sentence[0], content_limit(page, sentence)
    at = cue[1]
    if page.norm(at) == "reporting" and page.norm(at + 1) in ("by", "from"):
        at += 2  # "according to reporting by Baltic Wire"
    source = chunks.after(at, limit)
    if source is None or _is_no_source(page, cue, source):
        return None
    source = _with_author(page, chunks, source, limit)
    source = _with_place(page, chunks, source, limit)
    bare = with_partner(page, chunks, source, limit)
    source = _with_appositive(page, chunks, bare, limit)
    after = _past_word(page, source[1], limit)
    cues: tuple[Range, ...] = (cue,)
    told = None
    if page.norm(source[0]) == "what":
        teller = _teller(page, chunks, source, limit)
        if teller is None:
            return None  # "according to what is known"
        source, told, after = teller
        cues = (cue, (source[1], source[1] + 1))
    if _opens(page, cue[0], first, after, limit):
        after = _behind_day(page, after, limit)
        behind = _behind_participle(page, after, limit)
        if behind > after and page.tags[after] != Tag.COMMA:
            source = (source[0], behind)  # "a report filed in May"
        after = behind
        if after == limit - 1 and page.norm(after) == ":":
            return _announced(page, cue, source, sentence[1], phrase)
        start = after + 1 if after < limit and page.tags[after] in ",:" else after
        is_verb = start < limit and page.finite[start] == "V"
        if is_verb and page.tags[bare[1] : start][:1] == Tag.COMMA:
            # "according to the mayor, the plan, dating back to May, is old"
            source, start = bare, bare[1] + 1
        end = quoted_end(page, start, limit)
        if end <= start:
            return None
        content: tuple[Range, ...] = (trim(page, (start, end)),)
        place = "first"
    else:
        found = _read_before(page, cue, source, after, sentence)
        if found is None:
            return None
        source, content, place = found
    return Draft(
        anchor=cue[0],
        cue=cues,
        source=source,
        content=content,
        rule=f"en.preposition.{place}",
        kind=phrase.kind,
        addressee=told,
    )


def _read_before(
    page: Page, cue: Range, source: Range, after: int, sentence: Range
) -> tuple[Range, tuple[Range, ...], str] | None:
    """Return source, content and place where a content stands before the cue."""
    first, limit = sentence[0], content_limit(page, sentence)
    left = find_left(page, cue[0], first) or (first, cue[0])
    if left[1] <= left[0]:
        return None
    if page.norm(left[0]) in _THAT and page.tags[left[0] + 1 : left[1]] == Tag.BE:
        left = find_preceding(page, cue[0]) or left  # "That is according to the mayor"
    if after < limit and page.norm(after) == "who":
        comma = page.tags.find(Tag.COMMA, after, limit)
        after = limit if comma < 0 else comma
        source = (source[0], after)  # "according to a guard who saw it"
    mark = page.tags[cue[0] - 1]
    if (
        mark in (Tag.COMMA, Tag.DASH)
        and page.norm(first) not in _CONCEDING
        and after + 2 < limit
        and page.tags[after] == mark
        and page.tags[after + 1] not in "gUW"
    ):
        rest = trim(page, (after + 1, quoted_end(page, after + 1, limit)))
        return source, (left, rest), "inserted"
    return source, (left,), "last"


def _announced(
    page: Page, cue: Range, source: Range, start: int, phrase: Phrase
) -> Draft | None:
    """Read "According to the mayor:" above the quotation that it announces."""
    if start >= len(page) or not is_quotation_start(page, start):
        return None
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=source,
        content=(page.whole_quotation(start),),
        rule="en.preposition.first",
        kind=phrase.kind,
    )


def _with_author(page: Page, chunks: Chunks, source: Range, limit: int) -> Range:
    """Return "a statement put out by the mayor": the mayor says who is the source."""
    head, by = source[1] - 1, source[1]
    if not page.words[head].sorts & Sort.DOCUMENT or by + 1 >= limit:
        return source
    if page.tags[by] in "qd":
        by += 1 + (page.norm(by + 1) == "out")
    is_on = page.norm(by) == "on" and by + 1 < limit
    if is_on and page.words[by + 1].sorts & Sort.DAY:
        by = chunks.end_of.get(by + 1, by)  # "a tweet on Monday by the mayor"
    author = None
    if by > source[1] and page.norm(by) == "by":
        author = chunks.after(by + 1, limit)
    return source if author is None else (source[0], author[1])


def _teller(
    page: Page, chunks: Chunks, source: Range, limit: int
) -> tuple[Range, Range | None, int] | None:
    """Return who told whom in "according to what X told Y", and where it ends."""
    teller = chunks.after(source[0] + 1, limit)
    if teller is None or teller[1] >= limit:
        return None
    cue = page.words[teller[1]].cue
    if cue is None or ("say" not in cue.classes and "tell" not in cue.classes):
        return None
    told = chunks.after(teller[1] + 1, limit)
    return teller, told, teller[1] + 1 if told is None else told[1]


def _opens(page: Page, at: int, first: int, after: int, limit: int) -> bool:
    """Say whether a cue stands before its content: at the head of its clause.

    "That is why, according to the mayor, it closed", "but according to police, he
    fled", "said that, according to the mayor, it closed".
    """
    tags = page.tags
    if all(tag in "Cr," for tag in tags[first:at]):
        return True
    if page.norm(at - 1) == "but" and after < limit and tags[after] != Tag.COMMA:
        return True  # "it rained, but according to police only at night"
    if after >= limit or tags[after] != Tag.COMMA:
        return False
    before = tags[first:at].rstrip(",")
    return before[-1:] in ("=", "U", "C") or tags[at - 1] in ":-"


def _behind_day(page: Page, at: int, limit: int) -> int:
    """Return where "according to reports on Friday, it rained" goes on."""
    end = find_time_end(page, at, limit)
    if end is None:
        return at
    if page.norm(end) == "." and page.tags[end + 1 : end + 2] == Tag.NUMBER:
        end += 2  # "on Oct. 5,"
    if page.tags[end : end + 3] == ",#,":
        end += 2  # "on May 5, 2021,"
    return end if page.tags[end : end + 1] == Tag.COMMA else at


def _behind_participle(page: Page, at: int, limit: int) -> int:
    """Return where "according to a report filed in May, it rained" goes on."""
    start = at
    if page.tags[at : at + 1] == Tag.COMMA and page.norm(at + 2) == "by":
        start = at + 1  # "according to the mayor, quoted by Baltic Wire, it rained"
    if page.tags[at : at + 2] == ",g":
        start = at + 1  # "according to the mayor, speaking on Monday, it rained"
    is_cited = page.tags[at : at + 1] in ("=", "W") and page.norm(at + 1) in _CITED
    if is_cited or page.norm(at) == "who":
        start = at  # "according to two reports that cited the mayor, it rained"
    elif page.tags[start : start + 1] not in ("q", "d", "g"):
        return at
    comma = page.tags.find(Tag.COMMA, start, limit)
    if comma < 0 and page.norm(limit - 1) == ":":
        return limit - 1
    return at if comma < 0 else comma


def _is_no_source(page: Page, cue: Range, source: Range) -> bool:
    """Say whether no source follows: "per student", "according to plan"."""
    at = source[0]
    if source[1] - at == 1 and page.norm(at) in _IDIOMS:
        return True
    if page.norm(cue[1] - 1) == "in" and page.norm(cue[0]) == "as":
        papers = Sort.DOCUMENT | Sort.OUTLET  # "as noted in May" tells nobody
        return not has_sort(page, *source, papers)
    is_bare = page.tags[at] == Tag.NOUN and not page.words[at].sorts
    is_rate = page.norm(at) in _RATES or is_bare
    return is_rate and page.norm(cue[0]) == "per"


def _with_place(page: Page, chunks: Chunks, source: Range, limit: int) -> Range:
    """Return "police in Sarn, Norway" of "according to police in Sarn, Norway, he"."""
    at = source[1]
    if at >= limit or page.tags[at - 1 : at + 1] != Tag.NAME + Tag.COMMA:
        return source
    place = chunks.after(at + 1, limit)
    if place is None or not (place[1] == limit or page.tags[place[1]] == Tag.COMMA):
        return source
    name = page.say_plainly(place)
    is_place = (
        page.lexicon.is_place(name) or name.lower() in page.lexicon.knowledge.countries
    )
    return (source[0], place[1]) if is_place else source


def _past_word(page: Page, at: int, limit: int) -> int:
    """Return where "according to the table below, it rained" goes on: at the comma."""
    is_apart = at + 1 < limit and page.tags[at + 1] == Tag.COMMA
    return at + (is_apart and page.tags[at] in "IrOjS")


def _with_appositive(page: Page, chunks: Chunks, source: Range, limit: int) -> Range:
    """Return a source with its appositive, unless that is the subject behind it.

    In "according to Baltic Wire, the mayor, Ada Lind, said" it is.
    """
    is_pronoun = page.tags[source[0]] in (Tag.OBJECT, Tag.SUBJECT)
    if is_pronoun or page.norm(source[1] + 1) in ("these", "those", "this"):
        return source
    whole = with_appositive_after(page, chunks, source, limit)
    named = chunks.after(whole[1] + 1, limit) if whole != source else None
    if named is None or page.tags[named[1] : named[1] + 1] != Tag.COMMA:
        return whole
    return source if page.tags[named[1] + 1 : named[1] + 2] in ("z", "d") else whole


def _read_hearsay(page: Page, cue: Range, phrase: Phrase, sentence: Range) -> Draft:
    """Read "the lock reportedly failed": somebody who is not named said so."""
    start, limit = sentence[0], content_limit(page, sentence)
    while start < cue[0] and page.tags[start] in "Cr,":
        start += 1
    behind = cue[1] + (page.tags[cue[1] : cue[1] + 1] == Tag.COMMA)
    parts = (trim(page, (start, cue[0])), trim(page, (behind, limit)))
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=None,
        content=tuple(part for part in parts if part[0] < part[1]) or (cue,),
        rule="en.hearsay.adverb",
        kind=phrase.kind,
    )

"""Cues that are no verbs: according to, citing, the claim that."""

from collections.abc import Iterator, Sequence

from attrib.extraction.acceptance import probability, source_kind
from attrib.extraction.chunks import Chunks
from attrib.extraction.complements import find_left, is_quotation_start
from attrib.extraction.drafts import Draft
from attrib.extraction.endings import content_limit, trim
from attrib.extraction.page import Page, Range
from attrib.extraction.subjects import with_appositive_after
from attrib.lexicon.entries import Layout, Phrase, Sort
from attrib.lexicon.lexicon import Lexicon
from attrib.lexicon.tags import Tag

_NO_SOURCES = ("thing", "pronoun", "first", "relative", "none")
LEAST_SCORE = 0.4
"""Readings that are less likely than this are dropped."""


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
        verbs: What its verbs attribute; a relay passes on the content of one.
    """
    weights = lexicon.weights.get("phrase", {})
    drafts = []
    for draft in propose_phrases(page, chunks, lexicon, sentence, verbs):
        draft.score = probability(phrase_features(page, sentence, draft), weights)
        if draft.score >= LEAST_SCORE or draft.relay_of is not None:
            drafts.append(draft)
    return drafts


def propose_phrases(
    page: Page,
    chunks: Chunks,
    lexicon: Lexicon,
    sentence: Range,
    verbs: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield every reading of the phrases of a sentence."""
    for at, phrase in _occurrences(page, lexicon, sentence):
        cue = (at, at + len(phrase.words))
        draft: Draft | None = None
        if phrase.layout is Layout.PREPOSITION:
            draft = _read_preposition(page, chunks, cue, phrase, sentence)
        elif phrase.layout is Layout.RELAY:
            draft = _read_relay(page, chunks, cue, phrase, sentence, verbs)
        elif phrase.layout is Layout.NOUN:
            draft = _read_noun(page, chunks, cue, phrase, sentence)
        elif phrase.layout is Layout.OUTLET:
            _note_relay(page, chunks, cue, sentence, verbs)
        elif phrase.layout is Layout.RELATION:
            draft = _read_relation(page, chunks, cue, phrase, sentence)
        if draft is not None and all(first < last for first, last in draft.content):
            yield draft
    yield from _colons(page, chunks, sentence)


def _colons(page: Page, chunks: Chunks, sentence: Range) -> Iterator[Draft]:
    """Yield SOURCE: CONTENT, of headlines and transcripts, and CONTENT: SOURCE."""
    first, last = sentence
    limit = content_limit(page, sentence)
    at = first
    while (at := page.tags.find(Tag.COLON, at + 1, last)) > 0:
        if page.norm(at) != ":" or page.quotation_of[at] >= 0:
            continue
        left = chunks.before(at, first)
        if page.words[at - 1].sorts & Sort.LABEL:
            continue
        if left is not None and left[0] == first and at + 1 < len(page):
            start = at + 1
            if start < last or is_quotation_start(page, start):
                stop = limit if start < last else start
                end = _end(page, start, stop)
                if end > start:
                    yield _colon_draft(page, at, left, (start, end), "first")
        right = chunks.after(at + 1, limit)
        if right is not None and right[1] == limit and at - first > 2:
            yield _colon_draft(page, at, right, (first, at), "last")


def _colon_draft(
    page: Page, at: int, source: Range, content: Range, place: str
) -> Draft:
    return Draft(
        anchor=at,
        cue=((at, at + 1),),
        source=source,
        content=(trim(page, content),),
        rule=f"en.colon.{place}",
    )


def phrase_features(page: Page, sentence: Range, draft: Draft) -> list[str]:
    """Return what is seen of a phrase, as names that weights are given to."""
    rule = draft.rule[3:]
    words = " ".join(page.norm(at) for at in range(*draft.cue[0]))
    first, last = draft.content[0]
    source = source_kind(page, draft.source)
    length = sum(last - first > step for step in (1, 2, 4, 7, 12, 20, 35))
    cue = draft.cue[0]
    before = page.tags[cue[0] - 1] if cue[0] > sentence[0] else "^"
    manner = rule.rpartition(".")[0]
    is_quotation = page.quotation_of[first] >= 0
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
        f"k{draft.kind.value} {source}",
    ]
    if manner == "colon":
        is_capital = page.words[first].is_capital
        is_headline = sentence[0] == 0
        size = 0 if draft.source is None else draft.source[1] - draft.source[0]
        found.append(f"hc{is_headline}{is_capital}{is_quotation} {rule}")
        found.append(f"hs{is_headline}{min(size, 4)}{source} {rule}")
    return found


def _occurrences(
    page: Page, lexicon: Lexicon, sentence: Range
) -> Iterator[tuple[int, Phrase]]:
    phrases = lexicon.phrases
    words = page.words
    at, last = sentence
    while at < last:
        step = 1
        if words[at].norm in phrases and page.quotation_of[at] < 0:
            for phrase in phrases[words[at].norm]:
                stop = at + len(phrase.words)
                if stop <= last and all(
                    words[at + k].norm == word for k, word in enumerate(phrase.words)
                ):
                    yield at, phrase
                    step = len(phrase.words)
                    break
        at += step


def _read_preposition(
    page: Page, chunks: Chunks, cue: Range, phrase: Phrase, sentence: Range
) -> Draft | None:
    first, limit = sentence[0], content_limit(page, sentence)
    source = chunks.after(cue[1], limit)
    if source is None:
        return None
    source = with_appositive_after(page, source, limit)
    after = source[1]
    opens = cue[0] == first or all(tag in "Cr," for tag in page.tags[first : cue[0]])
    if opens:
        start = after + 1 if after < limit and page.tags[after] in ",:" else after
        end = _end(page, start, limit)
        if end <= start:
            return None
        content: tuple[Range, ...] = (trim(page, (start, end)),)
        place = "first"
    else:
        left = find_left(page, cue[0], first) or (first, cue[0])
        if left[1] <= left[0]:
            return None
        content = (left,)
        place = "last"
        if (
            page.tags[cue[0] - 1] == Tag.COMMA
            and after + 2 < limit
            and page.tags[after] == Tag.COMMA
            and page.tags[after + 1] not in "gUW"
        ):
            content = (left, trim(page, (after + 1, _end(page, after + 1, limit))))
            place = "inserted"
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=source,
        content=content,
        rule=f"en.preposition.{place}",
        kind=phrase.kind,
    )


def _end(page: Page, start: int, limit: int) -> int:
    if start < limit and is_quotation_start(page, start):
        last = page.whole_quotation(start)[1]
        if last >= limit or last - start > 25:
            return last
    return limit


def _read_relay(
    page: Page,
    chunks: Chunks,
    cue: Range,
    phrase: Phrase,
    sentence: Range,
    verbs: Sequence[Draft],
) -> Draft | None:
    """Read "X reported, citing Y": Y's draft shares X's content."""
    limit = content_limit(page, sentence)
    source = chunks.after(cue[1], limit)
    before = [draft for draft in verbs if draft.anchor < cue[0]]
    if source is None or source_kind(page, source) in _NO_SOURCES:
        return None  # "citing bad weather" gives a reason, not a source
    around = [
        draft
        for draft in verbs
        if draft.source is not None and draft.source[0] < cue[0] < draft.source[1]
    ]
    if around:  # "Baltic Wire, citing two officials, reported that"
        outer = around[0]
        assert outer.source is not None
        outer.source = (outer.source[0], cue[0] - 1)
    elif before:
        outer = before[-1]
    elif behind := [draft for draft in verbs if draft.anchor > cue[0]]:
        outer = behind[0]  # "Citing two officials, Baltic Wire reported that"
    else:
        return None
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=with_appositive_after(page, source, limit),
        content=outer.content,
        rule="en.relay.citing",
        kind=phrase.kind,
        relay_of=outer,
    )


def _note_relay(
    page: Page, chunks: Chunks, cue: Range, sentence: Range, verbs: Sequence[Draft]
) -> None:
    """Note in the nearest draft who passed it on: "in an interview with X"."""
    relay = chunks.after(cue[1], content_limit(page, sentence))
    if relay is None or not verbs or source_kind(page, relay) in _NO_SOURCES:
        return
    nearest = min(verbs, key=lambda draft: abs(draft.anchor - cue[0]))
    nearest.relays = (*nearest.relays, relay)


def _read_noun(
    page: Page, chunks: Chunks, cue: Range, phrase: Phrase, sentence: Range
) -> Draft | None:
    """Read "the mayor's claim that ..." and "a claim by the mayor that ..."."""
    limit = content_limit(page, sentence)
    at = cue[1]
    source = _possessor(page, chunks, cue[0])
    if source is None and page.norm(at) in ("by", "from", "of"):
        source = chunks.after(at + 1, limit)
        if source is not None:
            at = source[1]
    if at >= limit or page.tags[at] != Tag.THAT or at + 2 >= limit:
        return None
    if page.tags[at + 1] in "zdMBH":
        return None  # "a report that shocked the city": a relative clause
    return Draft(
        anchor=cue[0],
        cue=(cue,),
        source=source,
        content=(trim(page, (at, limit)),),
        rule="en.noun.that",
        kind=phrase.kind,
    )


def _read_relation(
    page: Page, chunks: Chunks, cue: Range, phrase: Phrase, sentence: Range
) -> Draft | None:
    """Read "supporters of the plan", "her opposition to it", "is critical of it"."""
    limit = content_limit(page, sentence)
    content = chunks.after(cue[1], limit)
    if content is None:
        return None
    head = cue[0]
    source = _possessor(page, chunks, head)
    if source is None and page.tags[head] in "jqr":
        verb = head
        while verb > sentence[0] and page.tags[verb - 1] in "BHrNM":
            verb -= 1
        if verb < head:
            source = chunks.before(verb, sentence[0])
            cue = (verb, cue[1])
    elif source is None and page.words[head].sorts & Sort.PERSON:
        source = chunks.before(head + 1, sentence[0])
    return Draft(
        anchor=head,
        cue=(cue,),
        source=source,
        content=(content,),
        rule="en.relation.noun",
        kind=phrase.kind,
    )


def _possessor(page: Page, chunks: Chunks, at: int) -> Range | None:
    """Return whose claim it is: "the mayor" of "the mayor's claim", or "his"."""
    while at > 0 and page.tags[at - 1] in "jr":
        at -= 1
    if at == 0 or page.tags[at - 1] != "$":
        return None
    if page.norm(at - 1) != "'s":
        return at - 1, at
    start = next(
        (k for k in range(at - 2, max(-1, at - 10), -1) if k in chunks.end_of), None
    )
    return None if start is None else (start, at - 1)

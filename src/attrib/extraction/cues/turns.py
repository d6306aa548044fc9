"""Whole paragraphs with their source at the head or the foot: transcripts, posts."""

import itertools
from collections.abc import Iterator, Sequence

import attrs

from attrib.extraction.cues.acceptance import NO_SOURCES, may_sign, source_kind
from attrib.extraction.cues.verbs import find_groups
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.subjects.descriptions import with_appositive_after
from attrib.extraction.subjects.subjects import find_subject
from attrib.lexicon.entries import Frame, Sort
from attrib.lexicon.tags import Tag

_SCORE = 0.9
"""These layouts are plain where all of their marks are there; none is learnt."""
_LONGEST_LABEL = 14
_SENTENCES_OF_SPEECH = 3
_OPENING = 60
"""Tokens within which a speech speaks of its speaker."""
_SPEAKERS = frozenset("i we our my".split())
_FARTHEST_TURN = 12
"""Paragraphs, at most, between two turns of one conversation."""
_LONGEST_HEADLINE = 25
_LONGEST_OUTLET = 5
_LONGEST_SIGNATURE = 16
_ASKERS = frozenset(("q", "question"))
_BEFORE_POSTED = frozenset("originally first".split())
_ROLES = frozenset((*_ASKERS, "a", "answer"))
_SPOKEN = frozenset("zdMBHDvSO?")
"""Tags that speech has and tables of facts lack: verbs and pronouns."""
_CLOSING = frozenset('.!?…"”’-–—')
_ATTACHED = frozenset("$I,T#")
_LABEL_TAGS = frozenset("npjT#$,.I")


@attrs.frozen
class _Label:
    """Words before a colon at the head of a paragraph.

    Attributes:
        source: Range of the words that name the source.
        colon: The colon, or what stands for it.
        content: Index of the first token behind it.
        is_post: Whether it is a handle: "@harbour:".
        is_guessed: Whether one unknown word is all of it, which may name anything.
    """

    source: Range
    colon: int
    content: int
    is_post: bool = False
    is_guessed: bool = False


def find_turns(page: Page, chunks: Chunks) -> list[Draft]:
    """Return what whole paragraphs attribute to a source named once for them.

    Turns of a conversation ("LIND: ..."), posts ("@harbour: ..."), blocks under a
    heading ("From the harbour master:"), quoted lines ("> ..."), quotations with the
    source's name behind a dash, and headlines that end in one.

    Args:
        page: The page.
        chunks: Its noun phrases.
    """
    if page.first_sentence >= len(page.sentences):
        return []
    start = page.sentences[page.first_sentence][0]
    paragraphs = [
        each
        for each in page.paragraphs
        if each[0] >= start and each[0] not in page.asides
    ]
    drafts = [
        *_conversation(page, _with_turns_parted(page, paragraphs)),
        *_blocks(page, chunks, paragraphs),
        *_signed(page, chunks, paragraphs),
    ]
    drafts.extend(_headline(page, chunks, paragraphs[:1]))
    taken: set[int] = set()
    kept = []
    for draft in drafts:
        if draft.content[0][0] not in taken:
            taken.add(draft.content[0][0])
            kept.append(draft)
    return kept


def _with_turns_parted(page: Page, paragraphs: Sequence[Range]) -> list[Range]:
    """Return the paragraphs, those of several turns cut before each of them.

    "LIND: I came late. BERG: I did, too." is two turns on one line.
    """
    parted: list[Range] = []
    for first, last in paragraphs:
        begins = [first]
        if page.tags.count(":", first, last) > 1:
            begins += _labelled(page, first, last)
        parted += itertools.pairwise([*begins, last])
    return parted


def _labelled(page: Page, first: int, last: int) -> Iterator[int]:
    """Yield where sentences inside a paragraph begin with a label."""
    index = page.sentence_index(first) + 1
    while index < len(page.sentences) and page.sentences[index][0] < last:
        start = page.sentences[index][0]
        colon = page.tags.find(":", start, min(last, start + _LONGEST_LABEL + 1))
        is_free = page.quotation_of[start] < 0
        if colon > 0 and is_free and _read_label(page, (start, last)) is not None:
            yield start
        index += 1


def _conversation(page: Page, paragraphs: Sequence[Range]) -> Iterator[Draft]:
    """Yield the turns of a conversation, and posts, which stand alone."""
    labels = [(k, _read_label(page, each)) for k, each in enumerate(paragraphs)]
    found = [(k, label) for k, label in labels if label is not None]
    turns = [(k, label) for k, label in found if not label.is_post]
    if not _has_second_turn(page, turns):
        turns = [(k, label) for k, label in turns if not label.is_guessed]
    if not any(page.norm(label.source[0]) in _ASKERS for _, label in turns):
        # "A. Bread", "B. Salt": a list
        turns = [each for each in turns if page.norm(each[1].source[0]) not in _ROLES]
    if not _is_conversation(page, paragraphs, turns):
        turns = []
    for place, (k, label) in enumerate(turns):
        last = k
        if place + 1 < len(turns) and turns[place + 1][0] - k <= _FARTHEST_TURN:
            last = turns[place + 1][0] - 1
        content = (label.content, paragraphs[last][1])
        yield _draft(label, content, "en.transcript.turn")
    for k, label in found:
        if label.is_post:
            content = (label.content, paragraphs[k][1])
            yield _draft(label, content, "en.post.handle")


def _has_second_turn(page: Page, turns: Sequence[tuple[int, _Label]]) -> bool:
    """Say whether somebody speaks, another does, and then the first one again."""
    names = [page.say(label.source) for _, label in turns]
    return any(
        first == third != second
        for first, second, third in zip(names, names[1:], names[2:], strict=False)
    )


def _draft(label: _Label, content: Range, rule: str) -> Draft:
    return Draft(
        anchor=label.colon,
        cue=((label.colon, label.colon + 1),),
        source=label.source,
        content=(content,),
        rule=rule,
        score=_SCORE,
    )


def _read_label(page: Page, paragraph: Range) -> _Label | None:
    first, last = paragraph
    start = first
    while start < last and page.norm(start) in ("*", "**", "_", "rt"):
        start += 1
    if start + 2 >= last:
        return None
    if page.norm(start) in _ROLES and page.norm(start + 1) in (":", "."):
        return _Label((start, start + 1), start + 1, start + 2)
    stop = min(last - 1, start + _LONGEST_LABEL)
    behind = page.norms((start + 1, stop))
    if ":" not in behind:
        return None
    colon = start + 1 + behind.index(":")
    end = page.tags.find(Tag.OPEN, start, colon)
    end = colon if end < 0 else end
    if end < colon:  # "Mr Cole (Sarn) (14:32):"
        colon = _past_brackets(page, end, stop)
        if page.norm(colon) != ":" or end == start:
            return None
    content = colon + 1
    while content < last and page.norm(content) in ("*", "**", "_"):
        content += 1
    if content >= last:
        return None
    return _read_name(page, _Label((start, colon), colon, content), end)


def _read_name(page: Page, label: _Label, end: int) -> _Label | None:
    """Return a label with what its words say of a speaker; None if they name nobody.

    Args:
        page: The page.
        label: The label, with all its words for the source.
        end: Where brackets behind the name begin, or the colon.
    """
    start, colon = label.source
    said, name = page.say(label.source), page.say((start, end))
    if "@" in said:
        is_alone = said.startswith("@") and len(said.split()) == 1
        is_post = is_alone or said.endswith(")")
        return attrs.evolve(label, is_post=True) if is_post else None
    is_titled = end < colon and bool(page.words[end + 1].sorts & Sort.TITLE)
    if is_titled and page.tags[end + 2] == Tag.NAME:  # "The Minister (Ms Berg):"
        return attrs.evolve(label, source=(end + 1, page.tags.find(Tag.CLOSE, end)))
    if _is_person(page, start, end, name):
        return label
    is_name = name.isalpha() and name.istitle()
    if is_name and name.lower() not in page.lexicon.classes:
        return attrs.evolve(label, is_guessed=True)
    return None


def _past_brackets(page: Page, at: int, stop: int) -> int:
    """Return the index behind what stands in brackets at a token."""
    while at < stop and page.tags[at] == Tag.OPEN:
        close = page.tags.find(Tag.CLOSE, at, stop)
        if close < 0:
            return at
        at = close + 1
    return at


def _is_person(page: Page, start: int, end: int, name: str) -> bool:
    """Say whether a label names somebody: "MAYOR LIND", "Ada Lind, mayor"."""
    words = page.words[start:end]
    if not (name[0].isupper() and _LABEL_TAGS.issuperset(page.tags[start:end])):
        return False
    if any(word.sorts & (Sort.LABEL | Sort.DAY) for word in words):
        return False
    if page.lexicon.is_place(name):
        return False
    if any(word.cue is not None and word.norm.endswith("ing") for word in words):
        return False  # "Reporting by Ada Lind:"
    people = Sort.PERSON | Sort.TITLE | Sort.GIVEN
    if any(word.sorts & people for word in words):
        return True
    if not _ATTACHED.isdisjoint(page.tags[start:end]):
        return False  # "Aims of the Harbour Board:"
    if name.isupper():
        classes = page.lexicon.classes
        return any(
            tag == Tag.NAME or word.norm not in classes
            for tag, word in zip(page.tags[start:end], words, strict=True)
        )
    return all(tag in "p." for tag in page.tags[start:end])


def _is_conversation(
    page: Page, paragraphs: Sequence[Range], turns: Sequence[tuple[int, _Label]]
) -> bool:
    """Say whether labelled paragraphs are turns, and no list of facts.

    They follow one another, most are sentences, and somebody speaks twice or two speak;
    one turn alone has a title before it, and is in capitals or of several sentences.
    Questions and answers may be of any form: "Q: When?", "A: In May."
    """
    if len(turns) < 2:
        return any(_is_titled(page, label, paragraphs[k][1]) for k, label in turns)
    close = any(
        later - earlier <= _FARTHEST_TURN
        for (earlier, _), (later, _) in itertools.pairwise(turns)
    )
    spoken = sum(
        page.text[page.tokens.ends[paragraphs[k][1] - 1] - 1] in _CLOSING
        and not _SPOKEN.isdisjoint(page.tags[label.content : paragraphs[k][1]])
        for k, label in turns
    )
    roles = {page.norm(label.source[0]) for _, label in turns}
    is_answered = roles <= _ROLES and not roles <= _ASKERS
    return close and (is_answered or spoken * 2 > len(turns))


def _is_titled(page: Page, label: _Label, end: int) -> bool:
    """Say whether a title and a name in capitals stand before a turn: "SEN. LIND".

    Others do before a speech of three sentences, or of two in the first person: "Mayor
    of Sarn Ada Lind: I greet you. ...".
    """
    first, last = label.source
    if not page.words[first].sorts & Sort.TITLE:
        return False
    if page.say(label.source).isupper():
        return True
    count = 1 + page.sentence_index(end - 1) - page.sentence_index(label.content)
    opening = page.norms((label.content, min(len(page), label.content + _OPENING)))
    fewest = _SENTENCES_OF_SPEECH - (not _SPEAKERS.isdisjoint(opening))
    return page.tags[last - 2 : last] == Tag.NAME * 2 and count >= fewest


def _blocks(page: Page, chunks: Chunks, paragraphs: Sequence[Range]) -> Iterator[Draft]:
    """Yield what stands in the paragraphs under a heading that ends in a colon."""
    for k, (first, last) in enumerate(paragraphs[:-1]):
        if page.norm(last - 1) != ":":
            continue
        lines = _quoted_lines(page, paragraphs, k + 1)
        sentence = page.sentence_at(last - 1)
        named = _heading(page, chunks, sentence)
        if named is None:
            continue
        source, cue, is_from = named
        content: tuple[Range, ...] = tuple(lines)
        if not content:
            begin, end = paragraphs[k + 1]
            is_prose = page.tags[end - 1] == Tag.STOP and page.words[begin].is_capital
            is_prose = is_prose or page.tags[begin] in "TSCIUW#"
            is_quoted = page.quotation_of[begin] >= 0
            if not (is_prose or is_quoted) or (is_quoted and not is_from):
                continue
            if is_from and sentence != (first, last):
                continue
            content = ((begin, end),)
        yield Draft(
            anchor=cue[1] - 1,
            cue=(cue,),
            source=source,
            content=content,
            rule="en.block.lines" if lines else "en.block.heading",
            score=_SCORE,
        )


def _quoted_lines(page: Page, paragraphs: Sequence[Range], start: int) -> list[Range]:
    """Return the lines that begin with the mark of quoted mail, without the mark."""
    lines = []
    for first, last in paragraphs[start:]:
        begin = first
        while begin < last and page.norm(begin) == ">":
            begin += 1
        if begin == first:
            break
        if begin < last:
            lines.append((begin, last))
    return lines


def _heading(
    page: Page, chunks: Chunks, sentence: Range
) -> tuple[Range, Range, bool] | None:
    """Return source and cue of "From the mayor:" or "The mayor writes on Monday:"."""
    first, last = sentence
    if page.norm(first) == "from":
        source = chunks.after(first + 1, last - 1)
        if source is not None:
            source = with_appositive_after(page, chunks, source, last - 1)
            if source[1] == last - 1 and source_kind(page, source) not in NO_SOURCES:
                return source, (first, first + 1), True
        return None
    posted = _posted(page, chunks, sentence)
    if posted is not None:
        return posted
    for group in reversed(find_groups(page, sentence)):
        if Frame.QUOTATION not in group.cue.frames or group.is_infinitive:
            continue
        rest = page.tags[group.last : last - 1]
        if group.is_passive or set(rest) - set("ITtnjp#$Or,"):
            return None
        subject = find_subject(page, chunks, group, first)
        if subject is None or "say" not in group.cue.classes:
            return None
        return subject.range, group.range, False
    return None


def _posted(
    page: Page, chunks: Chunks, sentence: Range
) -> tuple[Range, Range, bool] | None:
    """Return source and cue of "Originally posted by the mayor on Monday:"."""
    first, last = sentence
    verb = first + (page.norm(first) in _BEFORE_POSTED)
    if page.norm(verb) not in ("posted", "written") or page.norm(verb + 1) != "by":
        return None
    source = chunks.after(verb + 2, last - 1)
    if source is None or set(page.tags[source[1] : last - 1]) - set("Ip#,:"):
        return None
    hour = page.tags.find("I#", source[0], source[1])
    return (source[0], source[1] if hour < 0 else hour), (first, verb + 2), True


def _signed(page: Page, chunks: Chunks, paragraphs: Sequence[Range]) -> Iterator[Draft]:
    """Yield a quotation with its source behind a dash, there or on the next line."""
    for k, (first, last) in enumerate(paragraphs):
        if page.quotation_of[first] < 0:
            continue
        begin, end = page.whole_quotation(first)
        if end > last:
            continue  # it ends in a later paragraph, where it is met again
        dash, limit = end, last
        if end == last and k + 1 < len(paragraphs):
            dash, limit = paragraphs[k + 1]
        source = _signature(page, chunks, dash, limit)
        if source is not None:
            yield Draft(
                anchor=dash,
                cue=((dash, dash + 1),),
                source=source,
                content=((begin, end),),
                rule="en.direct.signed",
                score=_SCORE,
            )


def _signature(page: Page, chunks: Chunks, dash: int, limit: int) -> Range | None:
    """Return who signs: "- Ada Lind, mayor of Harwick" to the end of the paragraph."""
    if dash + 1 >= limit or limit - dash > _LONGEST_SIGNATURE:
        return None
    if page.tags[dash] != Tag.DASH or not page.words[dash + 1].is_capital:
        return None
    while page.tags[limit - 1] == Tag.STOP and limit - 1 > dash + 1:
        limit -= 1
    source = chunks.after(dash + 1, limit)
    if source is None or "V" in page.finite[dash:limit]:
        return None
    if source_kind(page, source) in NO_SOURCES:
        return None
    if source[1] < limit and page.tags[source[1]] not in ",(I":
        return None
    return dash + 1, limit


def _headline(
    page: Page, chunks: Chunks, paragraphs: Sequence[Range]
) -> Iterator[Draft]:
    """Yield "Port to close - Tass": a headline with its source behind a dash."""
    for first, last in paragraphs:
        if last - first > _LONGEST_HEADLINE or page.tags[last - 1] == Tag.STOP:
            return
        dash = page.tags.rfind(Tag.DASH, first, last)
        if dash - first < 3 or last - dash > _LONGEST_OUTLET + 1:
            return
        starts, ends = page.tokens.starts, page.tokens.ends
        if starts[dash] == ends[dash - 1] or page.quotation_of[dash] >= 0:
            return
        source = chunks.after(dash + 1, last)
        if source != (dash + 1, last) or not may_sign(page, source):
            return
        outlets = page.lexicon.outlets
        is_listed = page.say(source).lower() in outlets
        if is_listed or source_kind(page, source) != "name":
            yield Draft(
                anchor=dash,
                cue=((dash, dash + 1),),
                source=source,
                content=((first, dash),),
                rule="en.headline.dash",
                score=_SCORE,
            )

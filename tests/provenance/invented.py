"""Invented reports and what copy editors do to them, the same on every run."""

import random

_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "in", "or", "u"))
_SMALL = ("the", "of", "and", "to", "a", "in", "was", "for")
_MISREAD = str.maketrans("oliscb", "01l5eh")


def report(seed: int, *, paragraph_count: int = 6) -> list[str]:
    """Return the paragraphs of a report of its own, about 40 words each."""
    draw = random.Random(seed)
    return [_paragraph(draw) for _ in range(paragraph_count)]


def _paragraph(draw: random.Random) -> str:
    words = [
        draw.choice(_SMALL)
        if draw.random() < 0.4
        else "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4)))
        for _ in range(40)
    ]
    return " ".join(words).capitalize() + "."


def joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def shortened(paragraphs: list[str], seed: int) -> list[str]:
    return paragraphs[: max(2, len(paragraphs) // 2)] if seed else paragraphs


def lengthened(paragraphs: list[str], seed: int) -> list[str]:
    return [*paragraphs[:2], *report(seed + 10_000, paragraph_count=1), *paragraphs[2:]]


def reordered(paragraphs: list[str], seed: int) -> list[str]:
    return random.Random(seed).sample(paragraphs, len(paragraphs))


def rewritten(paragraphs: list[str], seed: int) -> list[str]:
    """Drop every other small word and change one long word in 25."""
    draw = random.Random(seed)
    edited = []
    for paragraph in paragraphs:
        words = [w for w in paragraph.split() if w not in _SMALL or draw.random() < 0.5]
        edited.append(" ".join("changed" if draw.random() < 0.04 else w for w in words))
    return edited


def scanned(paragraphs: list[str], seed: int) -> list[str]:
    """Misread one word in ten."""
    draw = random.Random(seed)
    return [
        " ".join(
            w.translate(_MISREAD) if draw.random() < 0.1 else w for w in p.split(" ")
        )
        for p in paragraphs
    ]


def retitled(paragraphs: list[str], seed: int) -> list[str]:
    return [f"GALE PORT (Wire {seed}) - Another headline altogether.", *paragraphs]


EDITS = (shortened, lengthened, reordered, rewritten, scanned, retitled)

"""Rules as data: what each rule finds, and the sentences that prove it."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import attrs

from attrib.errors import LexiconError, UnknownLanguageError

_LANGUAGES = ("en",)
_ID = re.compile(r"[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+")
_LEAST_EXAMPLES = 2
_LEAST_AGAINST = 1


@attrs.frozen
class Rule:
    """One way to find an attribution, with its proof.

    Attributes:
        id: Its id, as attributions name it in `rule`. It is never given to another
            rule.
        description: What it finds, in one sentence.
        examples: Sentences in which it finds an attribution, with the source, the
            cue and the content in marks: `[S:AFP] [C:said] [T:it rained].`
        against: Sentences that look alike, in which it finds none.
    """

    id: str
    description: str
    examples: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    against: tuple[str, ...] = attrs.field(converter=tuple[str, ...])


@functools.cache
def load_rules(lang: str = "en") -> Mapping[str, Rule]:
    """Return the rules of a language by their ids.

    Args:
        lang: BCP 47 code; a region ("en-GB") is left aside.

    Raises:
        UnknownLanguageError: No rules are shipped for this language.
        LexiconError: The rules are wrong; all their faults are listed.

    Example:
        >>> print(load_rules("en")["en.relay.citing"].description)
        A relay names whom it has the content from, with "citing" or its like.
    """
    folder = lang.split("-")[0].lower()
    if folder not in _LANGUAGES:
        raise UnknownLanguageError(
            f"there are no rules for {lang!r:.60}; there are rules for: "
            + ", ".join(_LANGUAGES)
        )
    path = resources.files("attrib.lexicon") / folder / "rules.toml"
    return read_rules(tomllib.loads(path.read_text("utf-8")))


def read_rules(tables: Mapping[str, Any]) -> dict[str, Rule]:
    """Return rules by their ids, in the order in which they are listed.

    Args:
        tables: Rules by id, as in rules.toml.

    Raises:
        LexiconError: An id is not dotted lower-case words, or a rule lacks something,
            has something of another type or something that no rule has; all such
            faults are listed.

    Example:
        >>> found = read_rules({"en.by-hand": {"description": "Found by hand.",
        ...     "examples": ["[T:It] rained.", "[T:It] snowed."], "against": ["No."]}})
        >>> found["en.by-hand"].against
        ('No.',)
    """
    faults = [fault for name, table in tables.items() for fault in _faults(name, table)]
    if faults:
        raise LexiconError("\n".join(faults))
    return {name: Rule(name, **table) for name, table in tables.items()}


def _faults(name: str, table: object) -> Iterator[str]:
    if not _ID.fullmatch(name):
        yield (
            f"rule {name!r}: an id is lower-case words with dots between them, such "
            "as 'en.direct.left'"
        )
    if not isinstance(table, Mapping):
        yield f"rule {name!r}: a rule is a table, not {table!r}"
        return
    wanted = [field.name for field in attrs.fields(Rule)][1:]
    for key in table:
        if key not in wanted:
            yield f"rule {name!r}: a rule has {', '.join(wanted)}, not {key!r}"
    description = table.get("description")
    if not isinstance(description, str) or not description.endswith("."):
        yield (
            f"rule {name!r}: description is a sentence with a full stop, "
            f"not {description!r}"
        )
    for key, least in (("examples", _LEAST_EXAMPLES), ("against", _LEAST_AGAINST)):
        yield from _sentence_faults(name, key, table.get(key), least)


def _sentence_faults(
    name: str, key: str, sentences: object, least: int
) -> Iterator[str]:
    if not isinstance(sentences, list):
        yield f"rule {name!r}: {key} is a list of sentences, not {sentences!r}"
        return
    for sentence in sentences:
        if not isinstance(sentence, str) or not sentence.strip():
            yield f"rule {name!r}: {key} are sentences, not {sentence!r}"
    distinct = {str(sentence) for sentence in sentences}
    if len(distinct) < least:
        yield (
            f"rule {name!r}: at least {least} different {key} prove a rule, "
            f"not {len(distinct)}"
        )

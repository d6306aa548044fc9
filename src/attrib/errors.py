"""The errors attrib raises; each is also the fitting builtin, and each pickles.

Prose is never an error. What a programmer or a file got wrong is one at once: the
message says what was found, what was wanted and where.
"""


class AttribError(Exception):
    """Base of every error that attrib raises on purpose."""


class SpanError(AttribError, ValueError):
    """A span is not a stretch of its text: reversed, empty, negative or outside."""


class DocumentError(AttribError, ValueError):
    """A document was given something it cannot hold, such as a date that is none."""


class ModelError(AttribError, ValueError):
    """Values do not fit together: a parent that does not exist, a cycle, a chain
    without links.
    """


class DuplicateIdError(ModelError):
    """One id stands for two different documents or reports; each needs its own."""


class AssemblyError(AttribError, ValueError):
    """Triples do not fit the text they are of; the faults of all are listed."""


class FormatError(AttribError, ValueError):
    """A file or a JSON text is not in the form that was asked for."""


class LexiconError(AttribError, ValueError):
    """A lexicon's data are wrong; all faults found in it are listed together."""


class LedgerError(AttribError, ValueError):
    """A ledger's file cannot be opened, read or written: it is no ledger, damaged, of a
    newer attrib, held by another process, or closed.
    """


class TruthError(AttribError, ValueError):
    """Truth cannot be discovered so: no such method, no triple, or no such prior."""


class UnsupportedLevelError(AttribError, ValueError):
    """Duplicates are found at no such level."""


class ConflictError(AttribError, ValueError):
    """A record has the id of another one, and says something else."""


class UngradableError(AttribError, TypeError):
    """A value is neither a chain nor a cluster nor a trace, or there is no ledger."""


class UnsupportedTypeError(AttribError, TypeError):
    """A value is of a type that this function does not take."""


class UnknownLanguageError(AttribError, LookupError):
    """No lexicon is shipped for this language."""


class UnknownSourceError(AttribError, LookupError):
    """No source of this name is there; the message names those that are near it."""


class UnknownObjectError(AttribError, LookupError):
    """Nothing was asserted of the object whose value is wanted."""


class MissingExtraError(AttribError, ImportError):
    """A feature needs an optional dependency; the message names the extra."""


def missing_extra(package: str, extra: str) -> MissingExtraError:
    """Return the error for a feature whose optional dependency is not installed.

    Args:
        package: The distribution that could not be imported, such as `networkx`.
        extra: The extra of attrib that brings it, such as `graph`.

    Example:
        >>> str(missing_extra("networkx", "graph"))
        'networkx is not installed; install it with: pip install "attrib[graph]"'
    """
    return MissingExtraError(
        f'{package} is not installed; install it with: pip install "attrib[{extra}]"'
    )


def caret(text: str, position: int, *, width: int = 60) -> str:
    """Return the line of text around a position, and a caret under it.

    Args:
        text: What was being read.
        position: Code point at which reading failed; clipped to the text.
        width: Longest part of the line that is shown, in code points.

    Example:
        >>> print(caret("half_life = soon", 12))
        half_life = soon
                    ^
    """
    position = min(max(position, 0), len(text))
    start = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    line = text[start : len(text) if stop < 0 else stop]
    column = position - start
    first = max(0, column - width // 2)
    return f"{line[first : first + width]}\n{' ' * (column - first)}^"

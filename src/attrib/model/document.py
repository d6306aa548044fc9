"""Documents: a text, and what is known about it from outside the text."""

import datetime as dt
import hashlib
import re

import attrs

from attrib.errors import DocumentError, ModelError
from attrib.model.days import read_day, read_moment
from attrib.model.source import Source, SourceKind


def _outlet(value: "str | Source | None") -> Source | None:
    if value is None or isinstance(value, Source):
        return value
    if not isinstance(value, str):
        raise DocumentError(f"outlet is a name or a Source, not {value!r:.60}")
    return Source(value, SourceKind.NEWS_OUTLET) if value.strip() else None


def _moment(value: "str | dt.date | None") -> dt.date | None:
    """Read `published`; a datetime stays one (it is a date, too)."""
    if value is None:
        return None
    try:
        return read_moment(value)
    except ModelError:
        if isinstance(value, str):
            _check_day(value)
    raise DocumentError(
        f"published is a date, a datetime or an ISO 8601 string such as "
        f"'2023-11-28', not {value!r:.60}"
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _check_day(value: str) -> None:
    """Raise if a string begins with the form of a day, but there is no such day."""
    form = _DAY.match(value)
    if form is None:
        return
    try:
        dt.date.fromisoformat(form[0])
    except ValueError:
        raise DocumentError(
            f"published is a day that does not exist: {value!r:.60}"
        ) from None


def _lang(value: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DocumentError(
            f"lang is a BCP 47 code such as 'en', the default, not {value!r:.60}"
        )
    return value


def _text(value: str) -> str:
    if not isinstance(value, str):
        raise DocumentError(_refuse_text(value))
    return value


def _refuse_text(value: object) -> str:
    """Return what to say of a text that is none."""
    refused = f"the text of a document is a str, not {type(value).__name__}"
    if isinstance(value, bytes | bytearray):
        return f"{refused}; decode bytes first"
    if hasattr(value, "__fspath__"):
        return f"{refused}; read the file first, as UTF-8"
    return refused


def _optional_text(name: str, value: str | None) -> str | None:
    if value is not None and not isinstance(value, str):
        raise DocumentError(f"{name} is a str or None, not {value!r:.60}")
    return value


def _url(value: str | None) -> str | None:
    return _optional_text("url", value)


def _title(value: str | None) -> str | None:
    return _optional_text("title", value)


def _id(value: str | None) -> str:
    """Return an id, or nothing where the text's hash is to stand in."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise DocumentError(f"a document's id is a str, not {value!r:.60}")
    return value


@attrs.frozen
class Document:
    """A text, and what is known about it from outside.

    Attributes:
        text: The text as it was found; every span counts its code points.
        id: What tells it from other documents; by default a hash of the text, so
            equal texts have equal ids. Give one (a path, a URL) where a text may
            come more than once.
        outlet: Who published it: a name or a `Source`. `attrib.name_source` gives the
            one of an outlet under any of its names.
        published: When: a date, a datetime or an ISO 8601 string, as `read_moment`
            reads it. Dates in the text are read relative to it.
        lang: Language of the text, as a BCP 47 code such as "en" or "en-GB"; "en_GB"
            is taken, too. Only English can be parsed so far.
        url: Where it was found.
        title: Its headline, if that is not part of the text. Where it names a speaker
            ("Address by Mayor Ada Lind"), "I" and "we" are theirs.

    Raises:
        DocumentError: The text is no string, or `id`, `outlet`, `published`, `lang`,
            `url` or `title` cannot be read.

    Example:
        >>> document = Document("It rained.", outlet="Baltic Wire",
        ...                     published="2023-11-28")
        >>> document.outlet.name, document.published
        ('Baltic Wire', datetime.date(2023, 11, 28))
        >>> Document("").id == Document("").id
        True
    """

    text: str = attrs.field(converter=_text)
    id: str = attrs.field(default=None, converter=_id)
    outlet: Source | None = attrs.field(default=None, converter=_outlet, kw_only=True)
    published: dt.date | None = attrs.field(
        default=None, converter=_moment, kw_only=True
    )
    lang: str = attrs.field(default="en", converter=_lang, kw_only=True)
    url: str | None = attrs.field(default=None, converter=_url, kw_only=True)
    title: str | None = attrs.field(default=None, converter=_title, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "id", digest.hexdigest()[:16])

    @property
    def day(self) -> dt.date | None:
        """The day of publication, or None."""
        return None if self.published is None else read_day(self.published)

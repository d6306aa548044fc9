"""Pages: paragraphs and lists, as plain text, Markdown or HTML."""

import abc
import html
from collections.abc import Iterator

import attrs

from attrib.export.markup import escape_markdown


@attrs.frozen
class Section:
    """A paragraph, and the list under it.

    Attributes:
        title: The paragraph.
        items: What is listed under it, if anything is.
    """

    title: str
    items: tuple[str, ...] = ()


@attrs.frozen
class Summary(abc.ABC):
    """What a person reads of a report, a trace or a pile.

    `str()` gives plain text, `to_markdown()` and `to_html()` the same words marked up.
    Every sentence comes from a field. `attrib.summarize` returns one.

    Example:
        >>> from attrib.model.document import Document
        >>> from attrib.model.report import Report
        >>> from attrib.summary.summarizing import summarize
        >>> summary = summarize(Report(Document("It rained.", outlet="Baltic Wire")))
        >>> isinstance(summary, Summary), summary.to_markdown().startswith("Baltic")
        (True, True)
    """

    @abc.abstractmethod
    def sections(self) -> Iterator[Section]:
        """Yield the summary in words, made safe to print but not marked up."""

    def __str__(self) -> str:
        """Return the summary as plain text."""
        blocks = []
        for section in self.sections():
            lines = [section.title] if section.title else []
            lines += [f"- {item}" for item in section.items]
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    def to_markdown(self) -> str:
        """Return the summary as Markdown, with a line end at the end."""
        blocks = []
        for section in self.sections():
            title = escape_markdown(section.title)
            lines = [f"**{title}**\n"] if section.items else [f"{title}\n"]
            lines += [f"- {escape_markdown(item)}" for item in section.items]
            blocks.append("\n".join(lines).rstrip())
        return "\n\n".join(blocks) + "\n"

    def to_html(self) -> str:
        """Return the summary as a fragment of HTML that needs nothing else."""
        lines = ['<section class="attrib-summary">']
        for section in self.sections():
            title = html.escape(section.title)
            if not section.items:
                lines.append(f"<p>{title}</p>")
                continue
            lines.append(f"<p><strong>{title}</strong></p>")
            items = [f"<li>{html.escape(item)}</li>" for item in section.items]
            lines += ["<ul>", *items, "</ul>"]
        return "\n".join([*lines, "</section>"]) + "\n"

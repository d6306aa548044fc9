"""The command line: `attrib chains FILE...` or `python -m attrib chains FILE...`."""

import argparse
import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import NoReturn

import attrs

from attrib import __version__
from attrib.errors import AttribError
from attrib.export.json import iterate_json
from attrib.export.markup import chains_to_markdown, escape_markdown
from attrib.export.terminal import choose_printer, lay_out
from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.model.report import DiagnosticCode, Report
from attrib.summary import summarize
from attrib.text.decoding import Decoded, decode

_FAILED = 2
_INTERRUPTED = 130
_WIDTHS = (48, 88)
"""Narrowest and widest lines, in characters."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, without the usage."""
        _complain(f"{message} (see: {self.prog} --help)")
        raise SystemExit(_FAILED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: Without the program's name; by default those of the process.

    Returns:
        0, or 2 when an input could not be read, or 130 when interrupted.

    Raises:
        SystemExit: The arguments are wrong (2), or ask for help or version (0).
    """
    options = _build_parser().parse_args(arguments)
    failures: list[str] = []
    try:
        _WRITERS[options.format](_read_reports(options, failures))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        # A broken pipe is no failure: whoever reads has seen enough. What is still
        # buffered must go nowhere, or Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            _complain(f"cannot write: {error.strerror or error}")
            return _FAILED
    return _FAILED if failures else 0


def _build_parser() -> _Parser:
    parser = _Parser(
        prog="attrib",
        description="Who says so, and how did it reach us: chains of attribution.",
    )
    parser.add_argument("--version", action="version", version=f"attrib {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chains = commands.add_parser(
        "chains",
        help="show who says what in texts, and by way of whom",
        description="Show who says what in each text, by way of whom, and why.",
        epilog="Texts are read as UTF-8, or as UTF-16 with its byte order mark. Spans "
        "count code points after that mark, line ends as they stand in the file. "
        "Bytes that are not UTF-8 become U+DC00 + byte, and each place is remarked on.",
    )
    chains.add_argument("files", nargs="+", metavar="FILE", help="a text; - for stdin")
    chains.add_argument("--outlet", metavar="NAME", help="who published the texts")
    chains.add_argument(
        "--published",
        metavar="DATE",
        type=_published,
        help="when, as in 2023-11-28; days in the text are dated from it",
    )
    chains.add_argument(
        "--format",
        choices=tuple(_WRITERS),
        default="text",
        help="what to write (default: %(default)s)",
    )
    return parser


def _published(value: str) -> str:
    try:
        Document("", published=value)
    except AttribError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return value


def _read_reports(
    options: argparse.Namespace, failures: list[str]
) -> Iterator[tuple[str, Report]]:
    """Yield the name and report of each input that can be read, one at a time."""
    for path in options.files:
        try:
            decoded = decode(_read(path))
        except OSError as error:
            _complain(f"{path}: {error.strerror or error}")
            failures.append(path)
            continue
        document = Document(
            decoded.text,
            id=path,
            outlet=options.outlet,
            published=options.published,
        )
        name = "standard input" if path == "-" else path
        if decoded.has_mark:
            name += f" ({decoded.encoding}; its byte order mark is not counted)"
        yield name, _with_remarks(parse(document), decoded)


def _with_remarks(report: Report, decoded: Decoded) -> Report:
    """Return the report with what decoding says of bytes that are no characters.

    Of these a parser sees only lone surrogates, so its own remarks on them go.
    """
    text = report.document.text
    kept = [
        remark
        for remark in report.diagnostics
        if remark.code is not DiagnosticCode.UNREADABLE_CHARACTER
        or remark.span is None
        or not "\ud800" <= text[remark.span.start] <= "\udfff"
    ]
    return attrs.evolve(report, diagnostics=(*decoded.diagnostics, *kept))


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def _write_text(reports: Iterator[tuple[str, Report]]) -> None:
    # A terminal that cannot show an arrow gets a question mark, not an error.
    _set_output(errors="replace")
    narrow, wide = _WIDTHS
    width = wide
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size((wide, 24)).columns
        width = max(narrow, min(wide, columns))
    print_line = choose_printer(sys.stdout)
    is_first = True
    for name, report in reports:
        if not is_first:
            print_line(())
        is_first = False
        for line in lay_out(report, name=name, width=width):
            print_line(line)
        sys.stdout.flush()


def _write_json(reports: Iterator[tuple[str, Report]]) -> None:
    _set_output(encoding="utf-8", errors="surrogatepass")
    for piece in iterate_json((report for _, report in reports), indent=2):
        sys.stdout.write(piece)
    sys.stdout.write("\n")


def _write_markdown(reports: Iterator[tuple[str, Report]]) -> None:
    _set_output(encoding="utf-8", errors="replace")
    is_first = True
    for name, report in reports:
        sys.stdout.write("" if is_first else "\n")
        is_first = False
        sys.stdout.write(f"# {escape_markdown(name)}\n\n")
        sys.stdout.write(summarize(report).to_markdown())
        sys.stdout.write(f"\n## Chains\n\n{chains_to_markdown(report)}")
        sys.stdout.flush()


_WRITERS = {"text": _write_text, "json": _write_json, "markdown": _write_markdown}


def _set_output(*, errors: str, encoding: str | None = None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _complain(message: str) -> None:
    print(f"attrib: {message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

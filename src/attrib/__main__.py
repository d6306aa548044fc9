"""The command line: `attrib chains FILE...` and `attrib trace CLAIM FILE...`.

`python -m attrib` is the same.
"""

import argparse
import errno
import io
import os
import re
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import NoReturn

import attrs

from attrib import __version__
from attrib.errors import AttribError
from attrib.explanation import lay_out_reasons
from attrib.export.brief import lay_out_briefly
from attrib.export.json import iterate_json
from attrib.export.markup import chains_to_markdown, escape_markdown
from attrib.export.terminal import choose_printer, lay_out
from attrib.extraction.pipeline import parse
from attrib.model.document import Document
from attrib.model.report import DiagnosticCode, Report
from attrib.provenance.tracing import trace
from attrib.summary.pages import Summary
from attrib.summary.summarizing import summarize
from attrib.text.decoding import Decoded, decode

_FAILED = 2
_INTERRUPTED = 130
_WIDTHS = (48, 88)
"""Narrowest and widest lines unless a width is given, in characters."""
_LEAST_WIDTH = 40
_GREATEST_WIDTH = 9999
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
"""What is meant for a day in the name of a file, be there such a day or not."""


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
    given = sys.argv[1:] if arguments is None else list(arguments)
    failures: list[str] = []
    try:
        options = _read_options(given)
        if sys.stdout is None:
            _complain("cannot write: standard output is closed")
            return _FAILED
        reports = _read_reports(options, failures)
        if options.command == _TRACE:
            _write_trace(reports, options)
        elif options.format == "text":
            _write_text(reports, layout=options.layout, width=options.width)
        else:
            _WRITERS[options.format](reports)
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


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _build_parser()
    first = arguments[0] if arguments else ""
    looks_like_file = first == "-" or re.search(r"^[^-].*[./]", first)
    if first not in _COMMANDS and (looks_like_file or os.path.isfile(first)):
        parser.error(
            f"{first!r} is no command; did you mean: "
            f"attrib {_CHAINS} {shlex.join(arguments)}"
        )
    options, unknown = parser.parse_known_args(arguments)
    complain = options.parser.error
    if unknown:
        complain(f"unrecognized arguments: {shlex.join(unknown)}")
    if options.command == _TRACE:
        if os.path.isfile(options.claim):
            complain(
                f"{options.claim!r} is a file and stands where the claim is wanted; "
                f"did you mean: attrib {_TRACE} 'it rained' {shlex.join(arguments[1:])}"
            )
        # One file is one report, however often it is named.
        files: dict[str, str] = {}
        for path in options.files:
            files.setdefault(os.path.realpath(path), path)
        options.files = list(files.values())
        return options
    is_laid_out = options.layout != "full" or options.width is not None
    if options.format != "text" and is_laid_out:
        complain(f"--brief, --why and --width are for text, not for {options.format}")
    return options


def _build_parser() -> _Parser:
    parser = _Parser(
        prog="attrib",
        description="Who says so, and how did it reach us: chains of attribution.",
    )
    parser.add_argument("--version", action="version", version=f"attrib {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_chains(commands)
    _add_trace(commands)
    return parser


def _add_chains(commands: "argparse._SubParsersAction[_Parser]") -> None:
    chains = commands.add_parser(
        _CHAINS,
        help="show who says what in texts, and by way of whom",
        description="Show who says what in each text, by way of whom, and why.",
        epilog="Texts are read as UTF-8, or as UTF-16 with its byte order mark. Spans "
        "count code points after that mark, line ends as they stand in the file. "
        "Bytes that are not UTF-8 become U+DC00 + byte, and each place is remarked on. "
        "Strip markup such as HTML first.",
    )
    _add_files(chains)
    chains.set_defaults(parser=chains, outlet_from_name=False)
    chains.add_argument(
        "--format",
        choices=("text", *_WRITERS),
        default="text",
        help="what to write (default: %(default)s)",
    )
    layouts = chains.add_mutually_exclusive_group()
    layouts.add_argument(
        "--brief",
        dest="layout",
        action="store_const",
        const="brief",
        default="full",
        help="one line for each chain, without the text and the reasons",
    )
    layouts.add_argument(
        "--why",
        dest="layout",
        action="store_const",
        const="why",
        help="each chain in words, with the rules and the learnt terms that decided",
    )
    _add_width(chains)


def _add_trace(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser(
        _TRACE,
        help="show who is behind one claim in many texts",
        description="Show which texts say so, by way of whom, who disputes it, who "
        "only repeats it, and how many independent origins there are.",
    )
    command.add_argument(
        "claim", metavar="CLAIM", type=_claim, help="the claim, in words"
    )
    _add_files(command)
    command.set_defaults(parser=command)
    command.add_argument(
        "--outlet-from-name",
        action="store_true",
        help="read outlet and day from the names of files: Baltic_Wire_2024-03-04.txt "
        "is by Baltic Wire, of that day; the day may be left out",
    )
    command.add_argument(
        "--format",
        choices=("text", *_TRACE_WRITERS),
        default="text",
        help="what to write (default: %(default)s)",
    )
    _add_width(command)


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a text; - for stdin")
    command.add_argument("--outlet", metavar="NAME", help="who published the texts")
    command.add_argument(
        "--published",
        metavar="DATE",
        type=_published,
        help="when, as in 2023-11-28; days in the text are dated from it",
    )


def _add_width(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--width",
        metavar="N",
        type=_width,
        help=f"longest line (default: that of the terminal, up to {_WIDTHS[1]})",
    )


def _claim(value: str) -> str:
    if not any(map(str.isalnum, value)):
        raise argparse.ArgumentTypeError(
            f"a claim is in words, and {value!r} holds none"
        )
    return value


def _width(value: str) -> int:
    is_short = value.isdecimal() and len(value) <= len(str(_GREATEST_WIDTH))
    if not is_short or not _LEAST_WIDTH <= int(value) <= _GREATEST_WIDTH:
        raise argparse.ArgumentTypeError(
            f"a width is a number of characters from {_LEAST_WIDTH} to "
            f"{_GREATEST_WIDTH}, not {value[:40]!r}"
        )
    return int(value)


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
            name = "standard input" if path == "-" else path or "''"
            _complain(f"{name}: {error.strerror or error}")
            failures.append(path)
            continue
        outlet, published = options.outlet, options.published
        if options.outlet_from_name:
            named, day = _read_name(path)
            outlet, published = outlet or named, published or day
        document = Document(decoded.text, id=path, outlet=outlet, published=published)
        name = "standard input" if path == "-" else path
        if decoded.has_mark:
            name += f" ({decoded.encoding}; its byte order mark is not counted)"
        yield name, _with_remarks(parse(document), decoded)


def _read_name(path: str) -> tuple[str | None, str | None]:
    """Return the outlet and the day that the name of a file tells.

    What is meant for a day and is none is complained of, and names no outlet.

    Example:
        >>> _read_name("pier/Baltic_Wire_2024-03-04.txt")
        ('Baltic Wire', '2024-03-04')
        >>> _read_name("Baltic_Wire.txt"), _read_name("-")
        (('Baltic Wire', None), (None, None))
    """
    stem = os.path.basename(path).partition(".")[0].replace("_", " ").strip()
    name, _, day = stem.rpartition(" ")
    try:
        Document("", published=day)
    except AttribError:
        if _DAY.fullmatch(day):
            _complain(f"{path}: its name ends in {day}, no day such as 2024-03-04")
        else:
            name = stem
        day = ""
    return name.strip("- ") or None, day or None


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
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        return sys.stdin.buffer.read()
    if not path:
        raise OSError(errno.ENOENT, "no file has an empty name")
    with open(path, "rb") as file:
        return file.read()


def _write_trace(
    reports: Iterator[tuple[str, Report]], options: argparse.Namespace
) -> None:
    """Write the summary of a trace once all reports are read."""
    summary = summarize(trace([report for _, report in reports], of=options.claim))
    _set_output(encoding="utf-8", errors="replace")
    if options.format == "text":
        for line in _wrap(str(summary), options.width or _columns()):
            sys.stdout.write(f"{line}\n")
    else:
        sys.stdout.write(_TRACE_WRITERS[options.format](summary))


def _wrap(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, long ones broken and those of lists set in."""
    for line in text.split("\n"):
        indent = "  " if line.startswith("- ") else ""
        yield from textwrap.wrap(
            line, width, subsequent_indent=indent, break_on_hyphens=False
        ) or [""]


def _columns() -> int:
    narrow, wide = _WIDTHS
    return max(narrow, min(wide, shutil.get_terminal_size((wide, 24)).columns))


def _write_text(
    reports: Iterator[tuple[str, Report]], *, layout: str, width: int | None
) -> None:
    # A terminal that cannot show an arrow gets a question mark, not an error.
    _set_output(errors="replace")
    width = width or _columns()
    write = _LAYOUTS[layout]
    print_line = choose_printer(sys.stdout)
    is_first = True
    for name, report in reports:
        if not is_first:
            print_line(())
        is_first = False
        for line in write(report, name=name, width=width):
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


_CHAINS = "chains"
_TRACE = "trace"
_COMMANDS = (_CHAINS, _TRACE)
_LAYOUTS = {"full": lay_out, "brief": lay_out_briefly, "why": lay_out_reasons}
_WRITERS = {"json": _write_json, "markdown": _write_markdown}
_TRACE_WRITERS = {"markdown": Summary.to_markdown, "html": Summary.to_html}


def _set_output(*, errors: str, encoding: str | None = None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _complain(message: str) -> None:
    # What a name of a file holds must not drive the terminal.
    escaped = "".join(
        [
            each if each.isprintable() else each.encode("unicode_escape").decode()
            for each in message
        ]
    )
    if sys.stderr is not None:
        print(f"attrib: {escaped}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

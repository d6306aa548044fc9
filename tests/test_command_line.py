"""The command line: what it writes, and how it fails."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import attrib
from attrib import __main__ as command_line
from attrib.export.json import from_json, to_json
from attrib.model.document import Document
from attrib.model.report import Diagnostic, Report
from attrib.model.span import Span
from attrib.summary.summarizing import summarize

SAMPLE: Report = from_json(
    (Path(__file__).parent / "golden" / "report-v1.json").read_text("utf-8")
)
SHORT = "It rained.\n"

Run = Callable[..., tuple[int, str, str]]


def parse_by_hand(document: Document) -> Report:
    """Stand in for the parser, so that these tests are about the command line."""
    if document.text != SAMPLE.document.text:
        return Report(document)
    return attrs.evolve(SAMPLE, document=document)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes],
        tmp_path: Path) -> Run:  # fmt: skip
    """Return what runs the command line in a folder with two texts."""
    monkeypatch.setattr(command_line, "parse", parse_by_hand)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("harbour.txt").write_bytes(SAMPLE.document.text.encode())
    Path("rain.txt").write_bytes(SHORT.encode())

    def run_it(*arguments: str) -> tuple[int, str, str]:
        try:
            code = command_line.main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run_it


def run_process(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "attrib", *arguments], capture_output=True, cwd=cwd
    )


@pytest.fixture
def in_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes import what this one does, wherever they start."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))


def test_text_shows_the_chains_and_every_word(run: Run) -> None:
    code, out, err = run("chains", "harbour.txt", "--outlet", "Baltic Wire")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[:2] == [
        "harbour.txt",
        "published by Baltic Wire · 6 chains · 4 sources · 89 words",
    ]
    assert (
        '  1  Baltic Wire ← coast guard ← port master: "the harbour would reopen on '
        'Thursday"'
    ) in lines
    assert "    port master [1] ┃ the harbour would reopen on Thursday." in lines


def test_texts_are_shown_one_after_another(run: Run) -> None:
    _, out, _ = run("chains", "rain.txt", "harbour.txt")
    assert "(│)\n\nharbour.txt\n" in out


def test_lines_are_as_wide_as_a_narrow_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setenv("COLUMNS", "60")
    run("chains", "rain.txt")
    assert shown.getvalue().splitlines()[2] == "─" * 60


def test_a_pipe_is_as_wide_as_columns_says(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns, width in (("60", 60), ("7", 48), ("200", 88), ("wide", 88)):
        monkeypatch.setenv("COLUMNS", columns)
        assert run("chains", "rain.txt")[1].splitlines()[2] == "─" * width


def test_a_width_that_is_given_counts(run: Run) -> None:
    for width in (40, 120):
        _, out, _ = run("chains", "rain.txt", "--width", str(width))
        assert out.splitlines()[2] == "─" * width


def test_brief_is_one_line_for_each_chain(run: Run) -> None:
    code, out, _ = run(
        "chains", "harbour.txt", "rain.txt", "--brief", "--outlet", "Baltic Wire"
    )
    assert code == 0
    assert out.splitlines()[:3] == [
        "harbour.txt",
        "published by Baltic Wire · 6 chains · 4 sources · 89 words",
        '  1   ← coast guard ← port master: "the harbour would reopen on Thursday"',
    ]
    assert out.endswith(
        "\n\nrain.txt\npublished by Baltic Wire · no chains · no sources · 2 words\n"
    )


def test_why_tells_each_chain_in_words_with_its_rules(run: Run) -> None:
    code, out, _ = run("chains", "harbour.txt", "--why", "--outlet", "Baltic Wire")
    assert code == 0
    assert '  1  Baltic Wire has this from coast guard: "The coast guard said"' in out
    assert '     words  "the port master had told"' in out


def test_brief_and_why_exclude_each_other(run: Run) -> None:
    code, _, err = run("chains", "rain.txt", "--brief", "--why")
    assert code == 2
    assert "not allowed with argument" in err


def test_outlet_and_day_reach_the_document(run: Run) -> None:
    _, out, _ = run(
        "chains", "rain.txt", "--outlet=Baltic Wire", "--published", "2023-11-28",
        "--format", "json",
    )  # fmt: skip
    (report,) = from_json(out)
    assert report.document == Document(
        SHORT, "rain.txt", outlet="Baltic Wire", published="2023-11-28"
    )


def test_json_is_that_of_the_reports(run: Run) -> None:
    code, out, _ = run("chains", "rain.txt", "harbour.txt", "--format", "json")
    assert code == 0
    rain = Report(Document(SHORT, "rain.txt"))
    harbour = parse_by_hand(Document(SAMPLE.document.text, "harbour.txt"))
    assert out == to_json((rain, harbour), indent=2) + "\n"


def test_markdown_is_summary_and_chains(run: Run) -> None:
    code, out, _ = run("chains", "harbour.txt", "rain.txt", "--format", "markdown")
    harbour = parse_by_hand(Document(SAMPLE.document.text, "harbour.txt"))
    assert code == 0
    assert out.startswith(f"# harbour.txt\n\n{summarize(harbour).to_markdown()}\n")
    assert '\n1. coast guard ← port master: "the harbour would reopen' in out
    assert "\n\n# rain.txt\n\nThe text attributes nothing to anybody.\n" in out


def test_a_hyphen_reads_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.")))
    code, out, _ = run("chains", "-")
    assert code == 0
    assert out.startswith("standard input\nno chains · no sources · 2 words\n")


def test_an_empty_file_is_no_error(run: Run) -> None:
    Path("empty.txt").touch()
    code, out, err = run("chains", "empty.txt")
    assert (code, err) == (0, "")
    assert out.endswith("Nothing is attributed to anybody.\n")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"attrib {attrib.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chains", "none.txt"], "none.txt: No such file or directory"),
        (["chains", "."], ".: Is a directory"),
        (
            ["trace", " ", "rain.txt"],
            "argument CLAIM: a claim is in words, and ' ' holds none "
            "(see: attrib trace --help)",
        ),
        (
            ["trace", "rain.txt", "harbour.txt"],
            "'rain.txt' is a file and stands where the claim is wanted; did you mean: "
            "attrib trace 'it rained' rain.txt harbour.txt (see: attrib trace --help)",
        ),
        (
            ["chains", "rain.txt", "--published", "soon"],
            "argument --published: published is a date, a datetime or an ISO 8601 "
            "string such as '2023-11-28', not 'soon' (see: attrib chains --help)",
        ),
        (
            ["chains", "rain.txt", "--published", "2024-02-30"],
            "argument --published: published is a day that does not exist: "
            "'2024-02-30' (see: attrib chains --help)",
        ),
        (["chains", ""], "'': no file has an empty name"),
        (["chains", "a\x1b[1m\nb"], "a\\x1b[1m\\nb: No such file or directory"),
        (
            ["rain.txt", "--brief"],
            "'rain.txt' is no command; did you mean: attrib chains rain.txt --brief "
            "(see: attrib --help)",
        ),
        (
            ["none.txt"],
            "'none.txt' is no command; did you mean: attrib chains none.txt "
            "(see: attrib --help)",
        ),
        (
            ["chains", "rain.txt", "--brief", "--format", "json"],
            "--brief, --why and --width are for text, not for json "
            "(see: attrib chains --help)",
        ),
        (
            ["chains", "rain.txt", "--bogus", "-x y"],
            "unrecognized arguments: --bogus '-x y' (see: attrib chains --help)",
        ),
        (
            ["trace", "it rained", "rain.txt", "--brief"],
            "unrecognized arguments: --brief (see: attrib trace --help)",
        ),
        (
            ["--bogus", "chains", "rain.txt"],
            "unrecognized arguments: --bogus (see: attrib chains --help)",
        ),
        (
            ["chains", "rain.txt", "--width", "39"],
            "argument --width: a width is a number of characters from 40 to 9999, not "
            "'39' (see: attrib chains --help)",
        ),
        (
            ["chains", "rain.txt", "--width", "9" * 5000],
            "argument --width: a width is a number of characters from 40 to 9999, not "
            f"'{'9' * 40}' (see: attrib chains --help)",
        ),
        (
            [],
            "the following arguments are required: COMMAND (see: attrib --help)",
        ),
        (
            ["chains"],
            "the following arguments are required: FILE (see: attrib chains --help)",
        ),
    ],
    ids=[
        "missing",
        "folder",
        "empty claim",
        "file for claim",
        "date",
        "no such day",
        "empty name",
        "control characters",
        "file for command",
        "missing file for command",
        "brief json",
        "no option of chains",
        "no option of trace",
        "no option before the command",
        "narrow",
        "endless",
        "no command",
        "no file",
    ],
)
def test_an_error_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err) == (2, "", f"attrib: {message}\n")


@pytest.mark.parametrize(
    "arguments",
    [["chains", "rain.txt", "--format", "xml"], ["links", "rain.txt"]],
    ids=["format", "command"],
)
def test_a_wrong_choice_is_one_line(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("attrib: argument ")
    assert "invalid choice" in err
    assert err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_an_error(run: Run) -> None:
    Path("rain.txt").chmod(0)
    assert run("chains", "rain.txt") == (
        2,
        "",
        "attrib: rain.txt: Permission denied\n",
    )


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_one_bad_file_does_not_stop_the_others(run: Run, form: str) -> None:
    code, out, err = run("chains", "none.txt", "rain.txt", "--format", form)
    assert (code, err) == (2, "attrib: none.txt: No such file or directory\n")
    assert "rain.txt" in out


def test_bytes_that_are_not_utf_8_are_kept_and_remarked_on(run: Run) -> None:
    Path("old.txt").write_bytes(b"Caf\xe9 Lind said \x93no\x94.")
    code, out, _ = run("chains", "old.txt", "--format", "json")
    (report,) = from_json(out)
    assert code == 0
    assert report.document.text.encode("utf-8", "surrogateescape") == (
        b"Caf\xe9 Lind said \x93no\x94."
    )
    assert [remark.span.of(report.document.text) for remark in report.diagnostics] == [
        "\udce9",
        "\udc93",
        "\udc94",
    ]


def test_the_parser_does_not_remark_on_the_same_bytes_again(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(document: Document) -> Report:
        remarks = [
            Diagnostic("unreadable-character", "a lone surrogate", Span(0, 1)),
            Diagnostic("unreadable-character", "a replacement character", Span(1, 2)),
        ]
        return Report(document, (), remarks)

    monkeypatch.setattr(command_line, "parse", parse)
    Path("old.txt").write_bytes("\udce9\ufffd".encode("utf-8", "surrogateescape"))
    _, out, _ = run("chains", "old.txt", "--format", "json")
    (report,) = from_json(out)
    assert [remark.message for remark in report.diagnostics] == [
        "byte 0xE9 is not UTF-8 (in Windows-1252 it would be 'é')",
        "a replacement character",
    ]


def test_utf_16_is_read_and_its_mark_mentioned(run: Run) -> None:
    Path("wide.txt").write_bytes(SHORT.encode("utf-16"))
    _, out, _ = run("chains", "wide.txt")
    assert out.splitlines()[0].endswith("its byte order mark is not counted)")
    _, out, _ = run("chains", "wide.txt", "--format", "json")
    assert from_json(out)[0].document.text == SHORT


def test_what_a_terminal_cannot_show_becomes_a_question_mark(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    code, _, err = run("chains", "harbour.txt")
    assert (code, err) == (0, "")
    assert b"coast guard ? port master" in raw.getvalue()


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        ("stdin", "standard input: it is closed"),
        ("stdout", "cannot write: standard output is closed"),
    ],
)
def test_a_closed_stream_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, stream: str, message: str
) -> None:
    monkeypatch.setattr(sys, stream, None)
    code, _, err = run("chains", "-", "--format", "markdown")
    assert (code, err) == (2, f"attrib: {message}\n")


def test_nobody_is_told_where_standard_error_is_closed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run("chains", "none.txt", "--format", "markdown")[:2] == (2, "")


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(document: Document) -> Report:
        raise KeyboardInterrupt(document.id)

    monkeypatch.setattr(command_line, "parse", interrupt)
    assert run("chains", "rain.txt") == (130, "", "")


@pytest.mark.usefixtures("in_path")
def test_the_module_runs(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text(SHORT)
    done = run_process("chains", "rain.txt", "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["type"] == "reports"


@pytest.mark.usefixtures("in_path")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("It rained. \n\n" * 20_000)
    with subprocess.Popen(
        [sys.executable, "-m", "attrib", "chains", "long.txt", "long.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"long.txt\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.usefixtures("in_path")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text(SHORT)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "attrib", "chains", "rain.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
        )
    assert done.returncode == 2
    assert done.stderr == b"attrib: cannot write: No space left on device\n"


@pytest.mark.usefixtures("in_path")
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_control_c_ends_with_130(tmp_path: Path) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("SIGINT is ignored here, as by processes in the background")
    with subprocess.Popen(
        [sys.executable, "-m", "attrib", "chains", "first.txt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stderr is not None
        # The complaint says that it runs; then it waits for standard input.
        assert process.stderr.readline().startswith(b"attrib: first.txt: ")
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""


QUAY = (
    ("Baltic_Wire_2024-03-04.txt", "The quay of Gale is shut, Ada Lind said.\n"),
    ("Daily_Post.txt", "The quay of Gale is shut, the Baltic Wire reported.\n"),
)


@pytest.fixture
def trace_quay(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what traces a claim through two files, read by the parser itself."""
    monkeypatch.setattr(command_line, "parse", attrib.parse)
    for name, text in QUAY:
        Path(name).write_text(text, encoding="utf-8")

    def trace_it(*options: str) -> tuple[int, str, str]:
        files = [name for name, _ in QUAY]
        return run("trace", "the quay of Gale is shut", *files, *options)

    return trace_it


def test_a_claim_is_traced_through_files(trace_quay: Run) -> None:
    code, out, err = trace_quay("--outlet-from-name", "--width", "60")
    assert (code, err) == (0, "")
    assert out.startswith(
        '2 reports say "the quay of Gale is shut", from 1 independent\n'
        "origin. The first of those with a date was Baltic Wire, 4\nMarch 2024.\n"
    )
    assert "Daily Post, by way of Baltic Wire: " in out
    assert max(map(len, out.splitlines())) <= 60


def test_files_have_no_outlet_unless_their_names_are_to_be_read(
    trace_quay: Run,
) -> None:
    _, out, _ = trace_quay()
    assert "- Baltic_Wire_2024-03-04.txt: " in out


@pytest.mark.parametrize("day", ["2024-13-40", "2023-02-29", "2024-3-4"])
def test_an_impossible_day_in_a_name_is_told_and_names_no_outlet(
    trace_quay: Run, day: str
) -> None:
    name = f"Gale_Radio_{day}.txt"
    Path(name).write_text(QUAY[0][1], encoding="utf-8")
    code, out, err = trace_quay(name, "--outlet-from-name")
    told = f"its name ends in {day}, no day such as 2024-03-04"
    assert (code, err) == (0, f"attrib: {name}: {told}\n")
    assert "Gale Radio" in out
    assert f"Gale Radio {day}" not in out


@pytest.mark.parametrize(
    ("form", "start"),
    [("markdown", r"2 reports say"), ("html", '<section class="attrib-summary">')],
)
def test_a_trace_is_written_as_markup(trace_quay: Run, form: str, start: str) -> None:
    _, out, _ = trace_quay("--format", form)
    assert out.startswith(start)


def test_a_file_that_is_named_twice_is_one_report(run: Run) -> None:
    code, out, _ = run("trace", "it rained", "rain.txt", "rain.txt", "./rain.txt")
    assert code == 0
    assert out.startswith('1 report says "it rained"')


def test_a_file_that_is_missing_from_a_trace_is_told(run: Run) -> None:
    code, out, err = run("trace", "it rained", "rain.txt", "nowhere.txt")
    assert code == 2
    assert err == "attrib: nowhere.txt: No such file or directory\n"
    assert out.startswith('1 report says "it rained"')

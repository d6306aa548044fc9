"""Holds the project to its own rules: floors, sizes, docstrings, documents."""

import ast
import enum
import graphlib
import importlib
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import attrib

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "src" / "attrib"
PATHS = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted(
    [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")],
)

FLOORS = {
    "errors": 0,
    "model": 1,
    "text": 2,
    "lexicon": 2,
    "export": 2,
    "credibility": 2,
    "extraction": 3,
    "provenance": 3,
    "summary": 4,
    "explanation": 4,
    "integrations": 4,
    "": 5,  # the face
    "__main__": 6,
}
BELOW = {
    room: {other for other, height in FLOORS.items() if height < floor}
    for room, floor in FLOORS.items()
} | {
    "strategies": {"errors", "model", "lexicon", "record_strategies"},
    "record_strategies": {"errors", "model"},
    "newsrooms": {"errors", "model"},
}
"""The rooms each room may import from; it always may from itself."""

STEPS = {
    "pages": 0,
    "mentions": 1,
    "circumstances": 1,
    "sources": 2,
    "subjects": 2,
    "contents": 2,
    "cues": 3,
    "relays": 4,
    "": 5,  # finding, resolving, nesting and the pipeline
}
"""The folders of `extraction`, which is a staircase of its own."""

LONGEST_MODULE = 500
LONGEST_FUNCTION = 60
CORE = {"attr", "attrs", "cattrs", "regex", "typing_extensions"}
"""What `import attrib` may bring in: the core dependencies and what cattrs needs."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name_of(path: Path) -> str:
    """Return a module's dotted name below `attrib`; the face's is empty."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts).removesuffix("__init__").rstrip(".")


def room_of(module: str) -> str:
    return module.split(".")[0]


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name} imports relatively"
            yield node.module or ""
            # `from attrib.model import span` imports a module, too.
            for alias in node.names:
                module = f"{node.module}.{alias.name}"
                if (PROJECT / "src" / f"{module.replace('.', '/')}.py").exists():
                    yield module


def inner_imports(path: Path) -> set[str]:
    """Return the modules of attrib that a file imports, named below `attrib`."""
    return {
        module.removeprefix("attrib").removeprefix(".")
        for module in imports(path)
        if module.split(".")[0] == "attrib"
    }


def definitions(path: Path) -> Iterator[tuple[str, Definition]]:
    """Yield each function, class and method with its dotted name."""

    def walk(node: ast.AST, prefix: str) -> Iterator[tuple[str, Definition]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Definition):
                yield f"{prefix}{child.name}", child
                yield from walk(child, f"{prefix}{child.name}.")
            else:
                yield from walk(child, prefix)

    return walk(ast.parse(path.read_text(encoding="utf-8")), "")


def line_count(definition: Definition) -> int:
    """Return how many lines it has without its docstring."""
    lines = (definition.end_lineno or 0) - definition.lineno + 1
    first = definition.body[0]
    if ast.get_docstring(definition) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def is_public(name: str, definitions: dict[str, Definition]) -> bool:
    """Say whether a name is part of what others may call: no underscore, no local."""
    outer, _, own = name.rpartition(".")
    if own.startswith("_"):
        return False
    if not outer:
        return True
    return isinstance(definitions[outer], ast.ClassDef) and is_public(
        outer, definitions
    )


modules = pytest.mark.parametrize("path", PATHS, ids=lambda path: name_of(path) or "_")


@modules
def test_a_module_imports_only_from_lower_floors_or_beside_it(path: Path) -> None:
    room = room_of(name_of(path))
    assert room in BELOW, f"{room} stands on no floor; give it one in FLOORS"
    rooms = {room_of(module) for module in inner_imports(path)}
    assert rooms <= BELOW[room] | {room}


def folder_of(module: str) -> str:
    """Return in which folder of its room a module stands; the room's own is empty."""
    return ".".join(module.split(".")[1:-1])


@pytest.mark.parametrize(
    "path",
    [path for path in PATHS if name_of(path).startswith("extraction.")],
    ids=name_of,
)
def test_a_module_of_extraction_imports_from_lower_steps_or_beside_it(
    path: Path,
) -> None:
    own = name_of(path) if path.name != "__init__.py" else f"{name_of(path)}.folder"
    folder = folder_of(own)
    assert folder in STEPS, f"{folder} stands on no step; give it one in STEPS"
    folders = {
        folder_of(module)
        for module in inner_imports(path)
        if room_of(module) == "extraction"
    }
    assert {other for other in folders if STEPS[other] >= STEPS[folder]} <= {folder}


def test_extraction_and_provenance_do_not_know_each_other() -> None:
    assert "extraction" not in BELOW["provenance"]
    assert "provenance" not in BELOW["extraction"]


@modules
def test_nothing_inside_imports_the_face(path: Path) -> None:
    if name_of(path) != "__main__":
        assert "" not in inner_imports(path)


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {name_of(path): inner_imports(path) for path in PATHS}
    order = list(graphlib.TopologicalSorter(graph).static_order())
    assert set(graph) <= set(order)


@modules
def test_attrs_is_imported_by_its_own_name(path: Path) -> None:
    assert "attr" not in {module.split(".")[0] for module in imports(path)}


@modules
def test_a_module_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@modules
def test_a_function_fits_on_a_screen(path: Path) -> None:
    too_long = {
        name: line_count(definition)
        for name, definition in definitions(path)
        if not isinstance(definition, ast.ClassDef)
        and line_count(definition) > LONGEST_FUNCTION
    }
    assert too_long == {}


@modules
def test_every_module_and_public_definition_has_a_docstring(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(module)
    found = dict(definitions(path))
    without = [
        name
        for name, definition in found.items()
        if is_public(name, found) and not ast.get_docstring(definition)
    ]
    assert without == []


@pytest.mark.parametrize(
    "path",
    [path for path in PATHS if path.name == "__init__.py" and path.parent != PACKAGE],
    ids=name_of,
)
def test_a_folder_holds_one_docstring_and_nothing_else(path: Path) -> None:
    (only,) = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)


def test_the_face_names_all_it_exports_in_order() -> None:
    assert attrib.__all__ == sorted(attrib.__all__)
    assert len(set(attrib.__all__)) == len(attrib.__all__)
    face = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.name: node.module
        for node in ast.walk(face)
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
        for alias in node.names
    }
    # What a type checker sees is what is loaded.
    assert imported == attrib._HOMES
    assert set(imported) == set(attrib.__all__)


def test_a_misspelt_name_is_asked_about() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Docment'") as caught:
        attrib.Docment  # noqa: B018 - it is looked up
    assert (caught.value.name, caught.value.obj) == ("Docment", attrib)


def test_the_face_loads_a_name_when_it_is_asked_for() -> None:
    code = "import attrib, sys; print('attrib.extraction.pipeline' in sys.modules)"
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
    assert set(attrib.__all__) <= set(dir(attrib))
    with pytest.raises(AttributeError, match="nothing_such"):
        attrib.nothing_such  # noqa: B018


@pytest.mark.parametrize("name", attrib.__all__)
def test_everything_on_the_face_has_a_docstring(name: str) -> None:
    assert (getattr(attrib, name).__doc__ or "").strip()


@pytest.mark.parametrize("name", attrib.__all__)
def test_everything_on_the_face_shows_an_example(name: str) -> None:
    value = getattr(attrib, name)
    if not (isinstance(value, type) and issubclass(value, enum.Enum | Exception)):
        assert ">>> " in (value.__doc__ or "")


def test_everything_on_the_face_stands_in_the_reference_once() -> None:
    pages = (PROJECT / "docs" / "reference").glob("*.md")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    described = re.findall(r"^\.\. auto\w+:: (\w+)$", text, re.MULTILINE)
    assert sorted(described) == attrib.__all__


def test_importing_attrib_brings_in_the_core_dependencies_only() -> None:
    script = (
        "import sys; before = set(sys.modules); import attrib; "
        "loaded = [getattr(attrib, name) for name in attrib.__all__]; "
        "print(*{name.split('.')[0] for name in set(sys.modules) - before})"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(run.stdout.split()) - sys.stdlib_module_names - {"__mp_main__"}
    assert "attrib" in imported
    assert imported - {"attrib"} <= CORE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_a_page_names_nothing_of_attrib_that_is_not_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    fences = re.findall(r"^```(?:python|pycon)?\n(.*?)^```", text, re.M | re.S)
    inline = re.findall(r"`(attrib\.[^`\n]*)`", text)
    names = itertools.chain.from_iterable(
        re.findall(r"(?<![\w./-])attrib((?:\.[A-Za-z_]\w*)+)", code)
        for code in [*fences, *inline]
    )
    assert [name for name in dict.fromkeys(names) if not exists(name)] == []


def exists(dotted: str) -> bool:
    """Say whether a name such as `.model.span.Span` can be reached from attrib."""
    value: object = attrib
    module = "attrib"
    for name in dotted.split(".")[1:]:
        module = f"{module}.{name}"
        if not hasattr(value, name):
            try:
                value = importlib.import_module(module)
            except ModuleNotFoundError:
                return False
        else:
            value = getattr(value, name)
    return True

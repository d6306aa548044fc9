"""Builds the wheel and looks inside: what users install is what stands in src."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.build import build_wheel

import attrib

PROJECT = Path(__file__).parent.parent
SOURCE = PROJECT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        name = build_wheel(str(folder))
    with zipfile.ZipFile(folder / name) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    packed = {name for name in files(wheel) if ".dist-info/" not in name}
    assert packed == {name for name in files(SOURCE) if name.startswith("attrib/")}
    assert "attrib/py.typed" in packed


def test_the_wheel_carries_the_license(wheel: Path) -> None:
    (license_file,) = wheel.glob("*.dist-info/licenses/LICENSE")
    assert license_file.read_text() == (PROJECT / "LICENSE").read_text()


def test_every_module_of_the_wheel_imports(wheel: Path) -> None:
    modules = sorted(
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in files(wheel)
        if name.endswith(".py")
    )
    script = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: print(importlib.import_module(name).__file__)"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", script, *modules],
        cwd=wheel,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    imported = [Path(line) for line in run.stdout.splitlines()]
    assert len(imported) == len(modules)
    assert all(path.is_relative_to(wheel) for path in imported)


def test_the_version_is_the_same_everywhere(settings: dict[str, Any]) -> None:
    assert attrib.__version__ == settings["project"]["version"]


def test_the_entry_points_name_modules_that_are_there(settings: dict[str, Any]) -> None:
    project = settings["project"]
    groups = [project.get("scripts", {}), *project.get("entry-points", {}).values()]
    for name, target in [pair for group in groups for pair in group.items()]:
        entry = importlib.metadata.EntryPoint(name, target, "any")
        assert callable(entry.load()), target


def test_every_extra_is_named_where_its_absence_is_an_error(
    settings: dict[str, Any],
) -> None:
    extras = set(settings["project"]["optional-dependencies"])
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    asked_for = set(re.findall(r'missing_extra\(\s*"[\w-]+",\s*"([\w-]+)"', code))
    examples = {"graph"}  # in the docstring of `missing_extra` itself
    assert asked_for - examples <= extras


def test_the_changelog_says_what_is_unreleased_first() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?([^\]\n]+)\]?", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    released = headings[1:]
    assert all(re.match(r"\d+\.\d+\.\d+", heading) for heading in released)
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

"""What holds for every file of the repository, whoever wrote it."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RUN = 20  # so many Han characters in a row are a copied sentence, no longer a name
NAME = 8  # from this length on a name is left out of the search
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")

# Put together here, so that this file does not hold what it looks for.
HOSTS = [
    "py" + "pi.org",
    "python" + "hosted",
    "npm" + "js.",
    "debian" + ".org",
    "conda" + ".io",
    "crates" + ".io",
]
MACHINE = re.compile(r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me"]) + ")/")


@pytest.fixture(scope="module")
def texts(repository: Path) -> dict[str, str]:
    """Every text file that is committed, or would be, by its path."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repository, capture_output=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = listed.stdout.decode().rstrip("\0").split("\0")
    return dict(_texts(repository, names))


def _texts(repository: Path, names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        path = repository / name
        data = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in data:
            yield name, data.decode("utf-8", errors="replace")


def test_no_file_names_a_package_host(texts: dict[str, str]) -> None:
    found = [(name, host) for name, text in texts.items() for host in HOSTS if host in text]
    assert found == []


def test_no_file_names_a_path_of_a_machine(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if MACHINE.search(text)] == []


def _windows(text: str, names: list[str]) -> set[str]:
    """Cut every run of Han characters, whatever stands between them, but a long name."""
    for name in names:
        text = text.replace(name, "|")
    runs = "".join(character for character in text if character == "|" or HAN.match(character))
    return {
        run[start : start + RUN] for run in runs.split("|") for start in range(len(run) - RUN + 1)
    }


def _long_names(shared: Path) -> list[str]:
    """Give the names that an article and the codebook must share, such as a treaty's."""
    inventory = json.loads((shared / "facts" / "inventory.json").read_text(encoding="utf-8"))
    kinds = ("actors", "concepts", "events", "stance_targets")
    entries = [entry for kind in kinds for entry in inventory[kind]]
    names = {name for entry in entries for name in [entry["zh"], *entry.get("aliases", [])]}
    return sorted((name for name in names if len(name) >= NAME), key=len, reverse=True)


def test_no_file_copies_the_articles(texts: dict[str, str], shared: Path) -> None:
    names = _long_names(shared)
    articles = [path.read_text(encoding="utf-8") for path in (shared / "articles").glob("*.txt")]
    theirs = set[str]().union(*(_windows(article, names) for article in articles))
    copied = {
        name: found for name, text in texts.items() if (found := _windows(text, names) & theirs)
    }
    assert theirs
    assert copied == {}


def test_the_search_for_copies_sees_through_line_ends_but_not_through_names() -> None:
    sentence = "我们自己写下的这一句话只是为了在这里数一数字数"
    assert _windows("，\n".join(sentence), []) == _windows(sentence, []) != set()
    assert _windows(sentence, ["只是为了"]) == set()


@pytest.fixture(scope="module")
def settings(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


def _packages(repository: Path) -> set[str]:
    """Name what lies directly under workbench: packages, and the module that starts it."""
    found = (repository / "workbench").iterdir()
    return {path.stem for path in found if (path / "__init__.py").is_file()} | {"__main__"}


def _contracts(settings: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in settings["tool"]["importlinter"]["contracts"]}


def test_every_package_has_its_layer(settings: dict[str, Any], repository: Path) -> None:
    (layers,) = (each for each in _contracts(settings).values() if each["type"] == "layers")
    assert layers["exhaustive"] is True
    placed = {name for layer in layers["layers"] for name in layer.split(" | ")}
    assert placed == _packages(repository)


@pytest.mark.parametrize(
    ("contract", "owner"),
    [
        ("Qt only in ui", "ui"),
        ("SQL only in store", "store"),
        ("Dictionaries of Chinese only in language", "language"),
    ],
)
def test_every_package_but_the_owner_is_held(
    settings: dict[str, Any], repository: Path, contract: str, owner: str
) -> None:
    held = {
        name.removeprefix("workbench.") for name in _contracts(settings)[contract]["source_modules"]
    }
    assert held == _packages(repository) - {owner}


def _names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", each) for each in requirements)
    return {re.sub(r"[-_.]+", "-", each[0]).lower() for each in found if each}


def _locked(repository: Path, name: str) -> dict[str, str]:
    """Map each locked requirement to the lines that follow it."""
    text = (repository / "packaging" / name).read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)
    return {block.split("\n")[0]: block for block in blocks if block}


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.txt", []),
        ("requirements-dev.txt", ["dev"]),
        ("requirements-build.txt", ["build"]),
    ],
)
def test_the_lock_pins_every_dependency_by_hash(
    settings: dict[str, Any], repository: Path, lock: str, groups: list[str]
) -> None:
    locked = _locked(repository, lock)
    wanted = [each for group in groups for each in settings["dependency-groups"][group]]
    if "build" not in groups:
        wanted += settings["project"]["dependencies"]
    assert _names(wanted) <= _names(list(locked))
    assert [name for name, block in locked.items() if "--hash=sha256:" not in block] == []
    assert [name for name in locked if "==" not in name] == []


def test_the_locks_agree(repository: Path) -> None:
    ours = set(_locked(repository, "requirements.txt").items())
    assert ours <= set(_locked(repository, "requirements-dev.txt").items())


def test_every_dependency_is_accounted_for(settings: dict[str, Any], repository: Path) -> None:
    """CONTRIBUTING.md has a row for each: its licence, and why we have it."""
    table = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = _names(re.findall(r"(?m)^\| ([A-Za-z0-9._-]+)", table))
    groups = settings["dependency-groups"]
    assert _names(settings["project"]["dependencies"] + groups["dev"] + groups["build"]) <= rows


@pytest.mark.parametrize(
    "name",
    ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/decisions.md"],
)
def test_what_a_page_links_to_is_there(name: str, repository: Path) -> None:
    page = repository / name
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    ours = [target for target in targets if "://" not in target]
    assert [target for target in ours if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "docs/decisions.md"])
def test_the_code_that_a_page_names_is_there(name: str, repository: Path) -> None:
    """Modules and packages by their paths, classes by their names."""
    named = re.findall(r"`([\w./]+)`", (repository / name).read_text("utf-8"))
    package = repository / "workbench"
    modules = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}
    source = "\n".join((package / module).read_text("utf-8") for module in sorted(modules))
    paths = [each for each in named if "/" in each or each.endswith(".py")]
    gone = [path for path in paths if not _is_there(path, modules, repository)]
    words = [each for each in named if re.fullmatch(r"([A-Z][a-z0-9]+)+", each)]
    lost = [word for word in words if not re.search(rf"\bclass {word}\b", source)]
    assert (gone, lost) == ([], [])


def _is_there(path: str, modules: set[str], repository: Path) -> bool:
    """Tell whether there is such a path in the package, or a module of that name, or a file."""
    places = (repository / path, repository / "workbench" / path)
    return any(f"/{module}".endswith(f"/{path}") for module in modules) or any(
        place.exists() for place in places
    )

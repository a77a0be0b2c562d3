"""REFI-QDA projects of ours: valid after the schema, and the same when they come back."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from hypothesis import given, settings

from tests.exchange.project.projects import leavings, plain_found, plain_leaving
from workbench.exchange.project.formats import read_project, write_project
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ProjectFormat

etree: Any = import_module("lxml.etree")  # without types


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "refi_qda" / "Project.xsd"))


def written(leaving: Leaving) -> bytes:
    target = BytesIO()
    write_project(target, ProjectFormat.QDPX, leaving)
    return target.getvalue()


def document(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        return package.read("project.qde")


def assert_valid(data: bytes) -> None:
    """Assert that a package is after the standard, to the letter."""
    qde = document(data)
    assert schema().validate(etree.fromstring(qde)), schema().error_log
    assert b"\r" not in qde
    assert not qde.startswith(b"\xef\xbb\xbf")


@settings(max_examples=60)
@given(leavings())
def test_all_of_it_comes_back(tmp_path: Path, leaving: Leaving) -> None:
    data = written(leaving)
    assert_valid(data)
    assert written(leaving) == data
    path = tmp_path / "x.qdpx"
    path.write_bytes(data)
    found = read_project(path)
    assert found.remarks == ()
    assert plain_found(found) == plain_leaving(leaving)

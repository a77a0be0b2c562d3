"""REFI-QDA projects of ours: valid after the schema, and the same when they come back."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from tests.exchange.project.projects import CODERS, leavings, plain_found, plain_leaving
from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable, Words
from workbench.domain.coded import Bibliography, CodedArticle
from workbench.exchange.project.formats import read_project, write_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import Remark

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


SPAN = Layer("mark", Words("标记"), Scope.SPAN, (Variable("n", Kind.INTEGER, Words("数")),))
BOOK = Codebook(Words("手册"), (), (SPAN,))


def _small() -> Leaving:
    text = "昨夜小雨，今晨放晴。"
    rows = [(1, "n1", 7, "mark", 2, 4, "小雨", "sure", "", "", "")]
    about = Bibliography("a1", "题", *[""] * 11)
    coded = CodedArticle(about, text, {}, rows, {1: [("n", (3,))]})
    return Leaving("小", BOOK, CODERS, lambda: [coded], lambda _: [])


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ('startPosition="2"', 'startPosition="3"', Remark.QUOTE_DIFFERS),
        ('startPosition="2"', 'startPosition="x"', Remark.OUTSIDE_TEXT),
        ("[mark]", "[gone]", Remark.LAYER_MISSING),
        ("[n]: 3", "[n]: drei", Remark.VALUE_UNFIT),
        ("internal://", "internal://other/none", Remark.TEXT_MISSING),
    ],
)
def test_what_was_changed_by_hand_is_told(
    tmp_path: Path, old: str, new: str, remark: Remark
) -> None:
    path = tmp_path / "x.qdpx"
    with ZipFile(BytesIO(written(_small()))) as package, ZipFile(path, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".qde"):
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            changed.writestr(name, data)
    found = read_project(path)
    assert [each.remark for each in found.remarks] == [remark]
    assert len(found.annotations) == (remark is Remark.VALUE_UNFIT)

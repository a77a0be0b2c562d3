"""WebAnno TSV: ours back whole, the examples of its description, what is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given

from tests.exchange.project.cas.coded_articles import (
    ARTICLE,
    BOOK,
    CODERS,
    articles,
    expected,
    words,
)
from tests.exchange.project.cas.test_packages import HANDED, OTHER, leaving, written
from tests.fuzz.damage import damaged, damaged_inside
from workbench.domain.coded import CodedArticle
from workbench.domain.errors import Refusal
from workbench.exchange.project.cas.model import Document, Ref, Structure
from workbench.exchange.project.cas.out import Documents, segmented
from workbench.exchange.project.cas.tsv import write_tsv
from workbench.exchange.project.cas.tsv_read import read_tsv
from workbench.exchange.project.formats import project_format, read_project, write_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import ForeignProject
from workbench.files.errors import FileDamaged, FileMisencoded


def document(article: CodedArticle) -> Document:
    return Documents(BOOK, CODERS).document(article, 1, segmented(article.text, words))


def project(path: Path, *given: CodedArticle) -> ForeignProject:
    return read_project(written(path, ProjectFormat.TSV, *given))


def test_a_project_comes_back(tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", ProjectFormat.TSV, HANDED, OTHER)
    assert project_format(path) is ProjectFormat.TSV
    found = read_project(path)
    wanted = expected(HANDED) | expected(HANDED, 2)
    assert {each.key: each for each in found.annotations} == wanted
    assert found.codebook == BOOK
    assert [each.title for each in found.articles] == ["题目，一", OTHER.bibliography.title]
    assert found.coders == ("甲", "=乙")
    assert len(found.statuses) == 1
    assert found.remarks == ()


@given(articles())
def test_any_article_comes_back(article: CodedArticle) -> None:
    import io
    import tempfile

    target = io.BytesIO()
    write_project(target, ProjectFormat.TSV, leaving(article))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        path.write_bytes(target.getvalue())
        found = read_project(path, ProjectFormat.TSV)
    assert {each.key: each for each in found.annotations} == expected(article)
    assert [each.text for each in found.articles] == [article.text]


_EXAMPLE = """#FORMAT=WebAnno TSV 3.3
#T_SP=my.Entity|value
#T_SP=my.Frame|FE|ROLE_my.Frame:Roles_my.FrameRolesLink|my.Entity
#T_SP=my.Bare|
#T_CH=my.CorefLink|referenceType|referenceRelation
#T_RL=my.Relation|kind|BT_my.Entity


#Sentence.id=s1
#Text=I like 😊\\t.
1-1\t0-1\tI\tPER\t_\t_\t_\t_\tpr[1]\tcoref->1-1\t_\t_\t
1-2\t2-6\tlike\t_\tact\\_1\ta;*\t1-1;1-3[4]\t_\t_\t_\t_\t_\t
1-3\t7-9\t😊\tX[4]|Y[5]\t_\t_\t_\t*\t*[1]\t*->1-2\tlikes\t1-1[0_4]\t
1-3.1\t7-9\t😊\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-4\t10-11\t.\tX[4]\t_\t_\t_\t_\t_\t_\t_\t_\t

#Text=One
#Text=two
2-1\t12-15\tOne\t*\t_\t_\t_\t_\t_\t_\t_\t_\t
2-2\t16-19\ttwo\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
"""


def by_type(found: Document, name: str) -> list[Structure]:
    return [each for each in found.structures if each.type == name]


def test_the_parts_of_the_format_are_read() -> None:
    found = read_tsv(_EXAMPLE.encode(), "a")
    assert found.text == "I like 😊\t.\nOne\ntwo"
    one, x, y, bare = by_type(found, "my.Entity")
    assert (one.features, x.features, y.features, bare.features) == (
        {"value": "PER"},
        {"value": "X"},
        {"value": "Y"},
        {},
    )
    assert (x.begin, x.end, found.text[bare.begin : bare.end]) == (7, 10, "One")
    (frame,) = by_type(found, "my.Frame")
    assert frame.features == {"FE": "act_1", "Roles": (Ref(one.id), Ref(x.id))}
    assert len(by_type(found, "my.Bare")) == 1
    first, second = by_type(found, "my.CorefLink")
    assert first.features["next"] == Ref(second.id)
    (relation,) = by_type(found, "my.Relation")
    assert relation.features == {
        "kind": "likes",
        "Governor": Ref(one.id),
        "Dependent": Ref(x.id),
    }


def test_a_document_of_another_tool_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "新闻.tsv"
    path.write_text(_EXAMPLE.replace("\n", "\r\n"), encoding="utf-8-sig")
    assert project_format(path) is ProjectFormat.TSV
    found = read_project(path)
    layers = {each.key for each in found.codebook.layers}
    assert layers == {"entity", "coreflink", "frame", "bare", "relation"}
    assert len(found.annotations) == 9
    assert found.remarks == ()
    assert found.articles[0].title == "新闻"


def test_lines_are_those_that_inception_reads() -> None:
    article = ARTICLE._replace(text="甲😀乙方。\n末段")
    annotations = [
        (1, "u1", 1, "actor", 1, 4, "😀乙方", "sure", "", "", ""),
        (2, "u2", 1, "actor", 4, 5, "。", "sure", "", "", ""),
    ]
    values = {1: [("actor", ("TOWN",))], 2: [("actor", ("FIRM",))]}
    given_ = article._replace(annotations=annotations, values=values)
    spans = segmented(given_.text, lambda text: segmented(text, words).tokens)
    made = Documents(BOOK, CODERS).document(given_, 1, spans)
    lines = write_tsv(made).decode().split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    assert lines[1].startswith("#T_SP=webanno.custom.Actor|actor|pizhu_certainty|")
    assert lines[2:5] == ["", "", "#Text=甲😀乙方。"]
    assert [line for line in lines if line.startswith("#Text=")] == [
        "#Text=甲😀乙方。",
        "#Text=末段",
    ]
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert rows[0][1].startswith("0-")
    again = read_tsv(write_tsv(made), "a")
    assert again.text == given_.text


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    one = written(tmp_path / "a.zip", ProjectFormat.TSV, HANDED, OTHER)
    two = written(tmp_path / "b.zip", ProjectFormat.TSV, HANDED, OTHER)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1-1\t0-1", "1-1\t5-1"),
        ("2-1\t12-15", "2-1\t2-15"),
        ("\tlikes\t1-1[0_4]\t", "\tlikes\t9-9\t"),
        ("1-1;1-3[4]", "1-1;1-3[77]"),
        ("I\tPER\t_\t_\t_\t_", "I\tPER"),
        ("TSV 3.3", "TSV 2.0"),
        ("0-1\tI", "0-99999999999\tI"),
    ],
)
def test_broken_lines_are_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in _EXAMPLE
    path = tmp_path / "a.tsv"
    path.write_text(_EXAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(FileDamaged, match=r"a\.tsv"):
        read_project(path, ProjectFormat.TSV)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(_EXAMPLE.replace("I like", "喜欢").encode("gb18030"))
    with pytest.raises(FileMisencoded, match=r"a\.tsv"):
        read_project(path)


@pytest.mark.parametrize(
    "told", ["[", "[]", '{"a": 3}', '{"NAME": [["x", "", 3]]}', '{"NAME": [1]}']
)
def test_a_broken_index_is_refused_or_ignored(tmp_path: Path, told: str) -> None:
    path = written(tmp_path / "a.zip", ProjectFormat.TSV, ARTICLE)
    with ZipFile(path) as package:
        members = {name: package.read(name).decode() for name in package.namelist()}
    name = next(each for each in members if each.endswith(".tsv")).removesuffix(".tsv")
    members["documents.json"] = told.replace("NAME", name)
    with ZipFile(path, "w") as package:
        for each, text in members.items():
            package.writestr(each, text)
    if told == '{"a": 3}':
        assert read_project(path).annotations
        return
    with pytest.raises(FileDamaged, match=r"a\.zip"):
        read_project(path)


@pytest.mark.parametrize("harm", [damaged, damaged_inside])
def test_damage_is_refused_or_told_and_nothing_else(
    tmp_path: Path, harm: Callable[[bytes, int], bytes]
) -> None:
    path = written(tmp_path / "a.zip", ProjectFormat.TSV, HANDED)
    data = path.read_bytes()
    for number in range(100):
        path.write_bytes(harm(data, number))
        try:
            found = read_project(path, ProjectFormat.TSV)
        except Refusal:
            continue
        texts = {each.key: each.text for each in found.articles}
        for each in found.annotations:
            if each.span is not None:
                assert texts[each.article][each.span.start : each.span.end] == each.quote

"""Projects as zips of documents, and single documents, of ours and of other tools."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import cassis
import pytest

from tests.exchange.project.cas.coded_articles import ARTICLE, BOOK, CODERS, expected, words
from tests.fuzz.damage import damaged, damaged_inside
from workbench.domain.annotation import Coder
from workbench.domain.codebook import Kind
from workbench.domain.coded import CodedArticle
from workbench.domain.errors import Refusal
from workbench.exchange.project.cas import package
from workbench.exchange.project.cas.as_json import write_json
from workbench.exchange.project.cas.out import Documents, segmented
from workbench.exchange.project.cas.xmi import write_types, write_xmi
from workbench.exchange.project.formats import project_format, read_project, write_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import Remark
from workbench.files.errors import FileDamaged, FileDeclaresEntities

OTHER = ARTICLE._replace(
    bibliography=ARTICLE.bibliography._replace(uid="a2", title='第/二:篇 "?*"'),
    text="别的文章。",
    annotations=(),
    values={},
    statuses={},
)
BOTH = [ProjectFormat.XMI, ProjectFormat.CAS_JSON]
#: All that a project has, by both coders.
HANDED = ARTICLE._replace(
    annotations=[
        *ARTICLE.annotations,
        (90, "m1", 2, "actor", 0, 2, ARTICLE.text[:2], "sure", "", "", ""),
    ]
)


def leaving(*articles: CodedArticle) -> Leaving:
    coders = {id_: Coder(id_, f"u{id_}", name) for id_, name in CODERS.items()}
    return Leaving("a", BOOK, coders, lambda: articles, lambda _: (), words=words)


def written(path: Path, kind: ProjectFormat, *articles: CodedArticle) -> Path:
    with path.open("wb") as target:
        write_project(target, kind, leaving(*articles))
    return path


@pytest.mark.parametrize("kind", BOTH)
def test_a_project_comes_back(tmp_path: Path, kind: ProjectFormat) -> None:
    path = written(tmp_path / "a.zip", kind, HANDED, OTHER)
    assert project_format(path) is kind
    found = read_project(path)
    assert found.codebook == BOOK
    wanted = expected(HANDED) | expected(HANDED, 2)
    assert {each.key: each for each in found.annotations} == wanted
    assert [each.key for each in found.articles] == ["a1", "a2"]
    assert found.articles[1].title == '第/二:篇 "?*"'
    assert found.remarks == ()


@pytest.mark.parametrize("kind", BOTH)
def test_names_fit_every_file_system_and_bytes_are_the_same(
    tmp_path: Path, kind: ProjectFormat
) -> None:
    one = written(tmp_path / "a.zip", kind, HANDED, OTHER)
    two = written(tmp_path / "b.zip", kind, HANDED, OTHER)
    assert one.read_bytes() == two.read_bytes()
    ending = "xmi" if kind is ProjectFormat.XMI else "json"
    names = [
        "codebook.json",
        *(["TypeSystem.xml"] if kind is ProjectFormat.XMI else []),
        f"00001_题目，一_1_甲.{ending}",
        f"00001_题目，一_2_=乙.{ending}",
        f"00002_第_二_篇.{ending}",
    ]
    assert ZipFile(one).namelist() == names


def document(article: CodedArticle = ARTICLE) -> Any:
    made = Documents(BOOK, CODERS)
    return made.document(article, 1, segmented(article.text, words))


def test_a_document_by_itself_tells_its_layers(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_bytes(write_xmi(document()))
    (tmp_path / "a.json").write_bytes(write_json(document()))
    for name, kind in (("a.xmi", ProjectFormat.XMI), ("a.json", ProjectFormat.CAS_JSON)):
        assert project_format(tmp_path / name) is kind
        found = read_project(tmp_path / name)
        assert {each.key: each for each in found.annotations} == expected(ARTICLE)
        assert found.codebook.layer("stance").variable("holder").code_list == "actors"


_TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>my.NamedEntity</name><supertypeName>uima.tcas.Annotation</supertypeName>
<features>
<featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>score</name><rangeTypeName>uima.cas.Float</rangeTypeName></featureDescription>
<featureDescription><name>n</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
<featureDescription><name>tags</name><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription>
<featureDescription><name>head</name><rangeTypeName>my.NamedEntity</rangeTypeName></featureDescription>
<featureDescription><name>roles</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
<featureDescription><name>note</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>my.Link</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>role</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>target</name><rangeTypeName>my.NamedEntity</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS</name>
<supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>PosValue</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>"""


def tagged() -> Any:
    """Return a document as a tagger makes it."""
    loader: Any = cassis
    types = loader.load_typesystem(io.BytesIO(_TYPES.encode()))
    cas = loader.Cas(typesystem=types)
    cas.sofa_string = "😀镇长在修桥。"
    entity, link = types.get_type("my.NamedEntity"), types.get_type("my.Link")
    pos = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS")
    strings, array = types.get_type("uima.cas.StringArray"), types.get_type("uima.cas.FSArray")
    one = entity(begin=1, end=3, value="PER", score=0.5, n=3, sure=True, note="长" * 80)
    two = entity(begin=4, end=6, value="ACT", head=one)
    two.tags = strings(elements=["桥", "修"])
    two.roles = array(elements=[link(role="who", target=one)])
    cas.add_all([one, two, pos(begin=1, end=3, PosValue="NN")])
    return cas


@pytest.mark.parametrize("kind", ["xmi", "json"])
def test_a_taggers_document_is_layers_of_its_types(tmp_path: Path, kind: str) -> None:
    cas = tagged()
    path = tmp_path / f"新闻.{kind}"
    path.write_text(cas.to_xmi() if kind == "xmi" else cas.to_json(), encoding="utf-8")
    (tmp_path / "TypeSystem.xml").write_text(cas.typesystem.to_xml(), encoding="utf-8")
    found = read_project(path)
    (layer,) = found.codebook.layers
    assert layer.key == "namedentity"
    kinds = {each.key: (each.kind, each.several) for each in layer.variables}
    assert kinds == {
        "value": (Kind.CATEGORY, False),
        "score": (Kind.REAL, False),
        "n": (Kind.INTEGER, False),
        "sure": (Kind.BOOLEAN, False),
        "note": (Kind.TEXT, False),
        "head": (Kind.LINK, False),
        "tags": (Kind.CATEGORY, True),
        "roles": (Kind.LINK, True),
    }
    one, two = found.annotations
    assert (one.quote, one.values["value"], one.values["score"]) == ("镇长", ("PER",), (0.5,))
    assert (two.quote, two.values["tags"]) == ("修桥", ("桥", "修"))
    assert two.values["head"] == two.values["roles"] == (one.key,)
    assert {each.remark: each.count for each in found.remarks} == {Remark.NOT_READ: 1}
    assert [each.title for each in found.articles] == ["新闻"]


def test_without_its_types_a_document_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.xmi"
    path.write_text(tagged().to_xmi(), encoding="utf-8")
    found = read_project(path)
    assert [each.quote for each in found.annotations] == ["镇长", "修桥"]
    assert found.annotations[0].values["value"] == ("PER",)


def test_what_a_tagger_adds_to_ours_comes_besides(tmp_path: Path) -> None:
    told = json.loads(write_json(document()))
    told["%TYPES"]["my.Place"] = {"%NAME": "my.Place", "%SUPER_TYPE": "uima.tcas.Annotation"}
    added = {"%ID": 9_000, "%TYPE": "my.Place", "@sofa": 1, "begin": 0, "end": 1}
    told["%FEATURE_STRUCTURES"].append(added)
    (tmp_path / "a.json").write_text(json.dumps(told), encoding="utf-8")
    found = read_project(tmp_path / "a.json")
    assert found.codebook.layers[-1].key == "place"
    assert found.annotations[-1].quote == ARTICLE.text[0]


_XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:x="http:///x.ecore">{}<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="一二"/>'
    "</xmi:XMI>"
)


@pytest.mark.parametrize(
    "text",
    [
        _XMI.replace("cas:Sofa", "cas:Other").format(""),
        _XMI.format('<x:A xmi:id="no"/>'),
        _XMI.format('<x:A xmi:id="3" begin="a" end="2"/>'),
        _XMI.format('<y:A xmlns:y="elsewhere" xmi:id="3"/>'),
        _XMI.format("<x:A"),
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/><!-- uima -->',
    ],
)
def test_broken_xmi_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xmi"
    path.write_text(text, encoding="utf-8")
    assert project_format(path) is ProjectFormat.XMI
    with pytest.raises(FileDamaged, match=r"a\.xmi"):
        read_project(path)


def test_xml_with_definitions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xmi"
    path.write_text('<!DOCTYPE x [<!ENTITY a "b">]>' + _XMI.format(""), encoding="utf-8")
    with pytest.raises(FileDeclaresEntities):
        read_project(path)


@pytest.mark.parametrize(
    "text",
    [
        '{"%TYPES": ',
        '{"%TYPES": {}}',
        '{"%TYPES": [], "%FEATURE_STRUCTURES": []}',
        '{"%TYPES": {"a": 3}, "%FEATURE_STRUCTURES": []}',
        '{"%FEATURE_STRUCTURES": [3]}',
        '{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa"}]}',
        '{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": 3}]}',
        '{"%TYPES": ' + "[" * 100_000,
    ],
)
def test_broken_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert project_format(path) is ProjectFormat.CAS_JSON
    with pytest.raises(FileDamaged, match=r"a\.json"):
        read_project(path)


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("harm", [damaged, damaged_inside])
def test_damage_is_refused_or_told_and_nothing_else(
    tmp_path: Path, kind: ProjectFormat, harm: Callable[[bytes, int], bytes]
) -> None:
    path = written(tmp_path / "a.zip", kind, HANDED)
    data = path.read_bytes()
    for number in range(60):
        path.write_bytes(harm(data, number))
        try:
            found = read_project(path, kind)
        except Refusal:
            continue
        texts = {each.key: each.text for each in found.articles}
        for each in found.annotations:
            if each.span is not None:
                assert texts[each.article][each.span.start : each.span.end] == each.quote


def test_other_zips_and_files_are_none_of_these(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as made:
        made.writestr("a.json", "[]")
        made.writestr("codebook.json", '{"%TYPES": {}}')
    assert project_format(path) is None
    for kind in BOTH:
        with pytest.raises(FileDamaged):
            read_project(path, kind)
    path.write_bytes(b"PK\x03\x04 and nothing more")
    assert project_format(path) is None
    (tmp_path / "b.json").write_text('{"a": 1}', encoding="utf-8")
    assert project_format(tmp_path / "b.json") is None
    monkeypatch.setattr(package, "MEGABYTES", 0)
    with pytest.raises(Refusal, match="MB"):
        read_project(path, ProjectFormat.XMI)


def test_types_that_are_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text("<other/>", encoding="utf-8")
    (tmp_path / "a.xmi").write_bytes(write_xmi(document()))
    with pytest.raises(FileDamaged, match=r"TypeSystem\.xml"):
        read_project(tmp_path / "a.xmi")
    (tmp_path / "TypeSystem.xml").write_bytes(write_types(document().types))
    assert len(read_project(tmp_path / "a.xmi").annotations) == len(expected(ARTICLE))


def test_words_are_cut_by_their_signs_where_nobody_cuts_them(tmp_path: Path) -> None:
    given = replace(leaving(ARTICLE), words=None)
    with (tmp_path / "a.zip").open("wb") as target:
        write_project(target, ProjectFormat.XMI, given)
    assert {e.key for e in read_project(tmp_path / "a.zip").annotations} == set(expected(ARTICLE))


def test_json_that_goes_by_ids_is_read_too(tmp_path: Path) -> None:
    told = json.loads(write_json(document()))
    listed = told["%FEATURE_STRUCTURES"]
    told["%FEATURE_STRUCTURES"] = {str(each.pop("%ID")): each for each in listed}
    (tmp_path / "a.json").write_text(json.dumps(told), encoding="utf-8")
    found = read_project(tmp_path / "a.json")
    assert {each.key: each for each in found.annotations} == expected(ARTICLE)

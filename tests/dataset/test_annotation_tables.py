from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.world import CODEBOOK, TEXT
from tests.dataset.reading import raw_table, table, values
from tests.dataset.world import TIME, annotation, coded, write
from workbench.dataset.annotation_tables import Places
from workbench.dataset.columns import COMMON as FIXED
from workbench.dataset.columns import names_of
from workbench.domain.article import Status
from workbench.domain.codebook import UnknownCategory, UnknownVariable, Want
from workbench.domain.text import Segments
from workbench.domain.values import Missing

COMMON = names_of(FIXED)


def test_every_table_begins_with_the_same_columns(tmp_path: Path) -> None:
    write(tmp_path / "out", coded(annotation("n1", "actor"), annotation("n2", "stance")))
    rows = table(tmp_path / "out" / "annotations.csv")
    for name, row in zip(("actor", "stance"), rows, strict=True):
        (own,) = table(tmp_path / "out" / f"{name}.csv")
        assert [own[column] for column in COMMON] == [row[column] for column in COMMON]


def test_the_common_columns(tmp_path: Path) -> None:
    start = TEXT.index("乙方")
    row = annotation(
        *("n1", "actor", {"actor": ("TOWN",)}),
        coder=2,
        start=start,
        end=start + 3,
        quote=TEXT[start : start + 3],
        certainty="unsure",
        memo="- 备注\n第二行",
        modified="2026-01-03T00:00:00.000Z",
    )
    write(tmp_path / "out", coded(row, statuses={2: Status.IN_DOUBT}))
    (read,) = table(tmp_path / "out" / "actor.csv")
    assert [read[column] for column in COMMON] == [
        *("n1", "a1", "=乙", "actor", str(start), str(start + 3), "1", "2", "乙方𠮷"),
        *("unsure", "1", "in_doubt", "- 备注\n第二行", TIME, "2026-01-03T00:00:00.000Z"),
    ]
    (raw,) = raw_table(tmp_path / "out" / "actor.csv")
    assert raw["memo"] == "'- 备注\n第二行"
    assert raw["coder"] == "'=乙"


def test_article_scope_has_no_place(tmp_path: Path) -> None:
    write(tmp_path / "out", coded(annotation("n1", "article", {"score": (-2,)})))
    (read,) = table(tmp_path / "out" / "article.csv")
    places = ("start", "end", "paragraph", "sentence", "quote")
    assert [read[column] for column in places] == [""] * 5
    assert read["score"] == "-2"
    assert read["article_status"] == "not_started"


def test_categories_have_keys_labels_and_scores(tmp_path: Path) -> None:
    coding = {"holder": ("MAYOR",), "position": ("n1",)}
    write(tmp_path / "out", coded(annotation("n1", "stance", coding)))
    (read,) = table(tmp_path / "out" / "stance.csv")
    assert (read["holder"], read["holder_label"]) == ("MAYOR", "镇长")
    assert (read["position"], read["position_label"]) == ("n1", "反对")
    assert read["position_score"] == "-1"
    assert read["complete"] == "1"


@pytest.mark.parametrize(
    ("more", "complete"),
    [
        ({}, "1"),
        ({"sources": ("FIRM",)}, "0"),
        ({"sources": ("TOWN", "FIRM")}, "0"),
        ({"sources": ("TOWN",)}, "1"),
        ({"sources": ("FIRM",), "reason": ("记",)}, "1"),
    ],
)
def test_what_some_categories_call_for_counts(
    tmp_path: Path, more: dict[str, tuple[str, ...]], complete: str
) -> None:
    stance, *others = CODEBOOK.layers
    wanting = replace(stance, wants=(Want("sources", ("FIRM",), ("reason", "share")),))
    book = replace(CODEBOOK, layers=(wanting, *others))
    full = annotation("n1", "stance", {"holder": ("MAYOR",), "position": ("n1",), **more})
    write(tmp_path / "out", coded(full), codebook=book)
    assert [row["complete"] for row in table(tmp_path / "out" / "stance.csv")] == [complete]


def test_labels_in_english(tmp_path: Path) -> None:
    coding = {"holder": ("MAYOR",), "position": (Missing.UNDECIDABLE,)}
    write(tmp_path / "out", coded(annotation("n1", "stance", coding)), language="en")
    (read,) = table(tmp_path / "out" / "stance.csv")
    assert (read["holder_label"], read["position_label"]) == ("the mayor", "undecidable")


def test_values_of_every_kind(tmp_path: Path) -> None:
    coding = {
        "sources": ("FIRM", "TOWN"),
        "share": (76.2,),
        "rank": (-3,),
        "sure": (False,),
        "when": ("2025-08/2025-09",),
        "reason": ('=1, "x"\n甲',),
        "because": ("n2", "n3"),
        "after": ("n2",),
    }
    write(tmp_path / "out", coded(annotation("n1", "stance", coding)))
    (read,) = table(tmp_path / "out" / "stance.csv")
    assert {name: read[name] for name in (*coding, "sources_label", "complete")} == {
        "sources": "FIRM;TOWN",
        "sources_label": "商会;小镇",
        "share": "76.2",
        "rank": "-3",
        "sure": "0",
        "when": "2025-08/2025-09",
        "reason": '=1, "x"\n甲',
        "because": "n2;n3",
        "after": "n2",
        "complete": "0",
    }
    (row,) = table(tmp_path / "out" / "annotations.csv")
    several = {"sources", "because"}
    assert values(row) == {k: list(v) if k in several else v[0] for k, v in coding.items()}


def test_missing_values_are_numbers_and_what_is_not_coded_is_empty(tmp_path: Path) -> None:
    coding = {
        "holder": (Missing.NOT_APPLICABLE,),
        "position": (Missing.UNDECIDABLE,),
        "sources": (Missing.UNDECIDABLE,),
        "reason": (Missing.NOT_APPLICABLE,),
    }
    write(tmp_path / "out", coded(annotation("n1", "stance", coding)))
    (read,) = raw_table(tmp_path / "out" / "stance.csv")
    assert [read[name] for name in ("holder", "position", "sources", "reason")] == [
        *("-97", "-98", "-98", "-97"),
    ]
    assert (read["holder_label"], read["position_label"]) == ("不适用", "无法判断")
    assert read["position_score"] == ""
    assert read["share"] == read["when"] == ""
    # What is missing for a reason is coded.
    assert read["complete"] == "1"
    (row,) = table(tmp_path / "out" / "annotations.csv")
    assert values(row)["position"] == -98


def test_several_values_have_a_row_each_in_the_long_table(tmp_path: Path) -> None:
    rows = (
        annotation("n1", "stance", {"sources": ("FIRM", "TOWN"), "because": ("n2",)}),
        annotation("n2", "stance", {"sources": (Missing.UNDECIDABLE,)}),
        annotation("n3", "stance"),
    )
    write(tmp_path / "out", coded(*rows))
    long = table(tmp_path / "out" / "stance_sources_long.csv")
    assert [tuple(row.values()) for row in long] == [
        ("n1", "1", "FIRM", "商会", "2", "", "FIRM"),
        ("n1", "2", "TOWN", "小镇", "1", "", "TOWN"),
        ("n2", "1", "-98", "无法判断", "", "", ""),
    ]
    (link,) = table(tmp_path / "out" / "stance_because_long.csv")
    assert tuple(link.values()) == ("n1", "1", "n2")


def test_texts_that_come_again_are_written_again(tmp_path: Path) -> None:
    rows = [annotation(f"n{n}", "stance", {"reason": (f"理由{n % 2}",)}) for n in range(4)]
    write(tmp_path / "out", coded(*rows))
    read = [row["reason"] for row in table(tmp_path / "out" / "stance.csv")]
    assert read == ["理由0", "理由1", "理由0", "理由1"]


def test_a_project_from_elsewhere_cannot_bring_formulas(tmp_path: Path) -> None:
    bad = '=HYPERLINK("x","y")'
    row = annotation(bad, "stance", {"sources": ("FIRM",)}, certainty=bad, created=bad)
    write(tmp_path / "out", coded(row, uid=bad))
    for name in ("annotations", "stance", "stance_sources_long", "articles", "article_coding"):
        for read in raw_table(tmp_path / "out" / f"{name}.csv"):
            assert [cell for cell in read.values() if cell.startswith("=")] == []
            assert bad in [cell.removeprefix("'") for cell in read.values()]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [({"holder": ("NOBODY",)}, UnknownCategory), ({"nothing": (1,)}, UnknownVariable)],
)
def test_values_that_the_codebook_lacks_are_refused(
    tmp_path: Path, values: dict[str, tuple[str, ...]], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        write(tmp_path / "out", coded(annotation("n1", "stance", values)))
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.sampled_from("甲 。！”\nab.\u3000"), max_size=40), st.data())
def test_places_are_those_of_the_segments(text: str, data: st.DataObject) -> None:
    segments, places = Segments(text), Places(text)
    start = data.draw(st.integers(0, len(text)))
    number = sum(each <= start for each in places.sentences)
    told = segments.paragraph_number(start), segments.sentence_number(start)
    assert places.numbers[number] == told

"""Taguette's codebook: the table that its versions write, and the one that they read."""

from __future__ import annotations

import csv
import io

import pytest

from tests.exchange.codebook.codebooks import SMALL, read, tree
from workbench.domain.codebook_uses import Uses
from workbench.exchange.codebook.formats import write_codebook
from workbench.exchange.codebook.model import Format, Writing


def written(language: str = "zh", uses: Uses | None = None) -> list[list[str]]:
    data = write_codebook(SMALL, Format.TAGUETTE, Writing(language, uses))
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))


def test_tags_are_written_below_a_tag_for_each_list() -> None:
    rows = written(uses=Uses({("places", "PORT"): 7}, {}))
    assert rows[0] == ["tag", "parent", "description", "number of highlights"]
    assert [row[:2] + row[3:] for row in rows[1:]] == [
        ["地点", "", "0"],
        ["海", "地点", "0"],
        ["港口", "海", "7"],
        ["语调", "", "0"],
        ["'=好", "语调", "0"],
    ]
    told = rows[3][2]
    assert told == "船停靠的地方。\n纳入规则：写明停靠\n排除规则：只写航线\n示例：船在港口过夜。"


def test_tags_are_written_in_english() -> None:
    rows = written("en")
    assert [row[0] for row in rows[1:]] == ["Places", "sea", "port", "Tones", "'@good"]
    assert rows[3][2].startswith("Where ships lie.\nInclude: 写明停靠")


def test_a_tag_stands_once_only() -> None:
    twice = read("一级,二级\n海洋,其他\n天空,其他\n").codebook
    data = write_codebook(twice, Format.TAGUETTE).decode()
    names = [row[0] for row in csv.reader(io.StringIO(data))][1:]
    assert names == ["海洋", "其他", "天空", "其他 (2)"]


@pytest.mark.parametrize(
    "text",
    [
        "tag,parent,description,number of highlights\r\n海洋,,水,3\r\n渔业,海洋,捕鱼,0\r\n",
        "tag,description,number of highlights\r\n海洋,水,3\r\n渔业,捕鱼,0\r\n",
        "path,parent,description\n海洋,,水\n渔业,海洋,捕鱼\n",
        "name,description,number of highlights\n海洋,水,1\n渔业,捕鱼,1\n",
    ],
)
def test_tables_of_every_version_are_read(text: str) -> None:
    found = read(text, "codebook.csv")
    assert (found.format, found.notes) == (Format.TAGUETTE, ())
    above = "海洋" if "parent" in text else None
    assert tree(found) == [("海洋", "海洋", None), ("渔业", "渔业", above)]
    assert found.codebook.code_lists[0].categories[1].guide.definition.zh == "捕鱼"


def test_what_we_write_comes_back_as_one_list() -> None:
    data = write_codebook(SMALL, Format.TAGUETTE)
    found = read(data, "codebook.csv")
    assert found.format is Format.TAGUETTE
    told = {label: parent for _, label, parent in tree(found)}
    assert told == {"地点": None, "海": "地点", "港口": "海", "语调": None, "=好": "语调"}


@pytest.mark.parametrize(
    "text", ["tag,path,description\n甲,乙,丙\n", "name,definition\n甲,乙\n", "tag,colour\n甲,\n"]
)
def test_other_tables_are_not_taken_for_taguettes(text: str) -> None:
    assert read(text).format is Format.CSV

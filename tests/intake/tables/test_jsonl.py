from __future__ import annotations

import io

import pytest

from workbench.files.tables.model import Table
from workbench.intake.errors import (
    FileHoldsNul,
    FileHoldsSurrogate,
    RowUnreadable,
    TableEmpty,
    TableTooWide,
)
from workbench.intake.tables.opening import open_table


def table(*lines: str, encoding: str = "utf-8") -> Table:
    data = "\n".join(lines).encode(encoding)
    return open_table(lambda: io.BytesIO(data), "t.jsonl")


def test_each_line_is_a_row_and_nested_values_are_text() -> None:
    found = table(
        '{"title": "甲", "text": "文", "tags": ["一", "二"], "n": 3, "ok": true, "no": null}',
        "",
        '{"text": "第二", "title": "乙", "about": {"a": "一"}}',
    )
    assert found.columns == ("title", "text", "tags", "n", "ok", "no", "about")
    assert [(row.number, row.cells) for row in found.rows()] == [
        (1, ("甲", "文", '["一", "二"]', "3", "true", "", "")),
        (3, ("乙", "第二", "", "", "", "", '{"a": "一"}')),
    ]


def test_a_bad_line_does_not_stop_the_others() -> None:
    deep = "[" * 100_000
    found = list(
        table(
            '{"text": "文"}',
            "{bad",
            "[1, 2]",
            '{"text": "\\u0000"}',
            '{"text": "\\ud800"}',
            '{"text": ' + deep,
            '{"text": ' + "9" * 9_000 + "}",
            '{"text": "末"}',
        ).rows()
    )
    kinds = [type(row.refusal) for row in found]
    unreadable, good = RowUnreadable, type(None)
    assert kinds[:5] == [good, unreadable, unreadable, FileHoldsNul, FileHoldsSurrogate]
    assert kinds[5:] == [unreadable, unreadable, good]
    assert "t.jsonl#2" in str(found[1].refusal)


def test_gb18030_and_unusual_keys() -> None:
    found = table('{"标题": "甲", "\\ud800": "x", "": "y"}', encoding="gb18030")
    assert found.columns == ("标题", "?", "C")


def test_nothing_and_too_much() -> None:
    with pytest.raises(TableEmpty):
        table("", "[]")
    with pytest.raises(TableTooWide):
        table(
            *(f'{{"k{n}": 1}}\n' for n in range(10)),
            "{" + ",".join(f'"{n}": 1' for n in range(17_000)) + "}",
        )

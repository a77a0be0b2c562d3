from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.world import LONGER, article, dump
from tests.domain.strategies import article_text
from workbench.app.commands import ImportArticles, MarkSpan
from workbench.app.correcting import cleaned_anew, likely_place, look_ahead, retyped
from workbench.app.importing import import_paths
from workbench.app.session import Session
from workbench.domain.errors import TextHoldsNul
from workbench.domain.text import Span


def test_looking_ahead_writes_nothing(session: Session) -> None:
    (where,) = session.run(ImportArticles((article(LONGER),)))
    kept = session.run(MarkSpan(where, "actor", 0, 2))
    lost = session.run(MarkSpan(where, "actor", 24, 30))
    before = dump(session, journal=True)
    found = look_ahead(session, where, LONGER[:20])
    assert [each.id for each in found.stay] == [kept]
    assert [each.id for each in found.unplaced] == [lost]
    assert dump(session, journal=True) == before
    with pytest.raises(TextHoldsNul):
        look_ahead(session, where, "甲\0")


def test_cleaning_anew_gives_what_the_original_gives_today(session: Session) -> None:
    data = f"首页 > 新闻\n{LONGER}\n责任编辑：某人\n".encode()
    (where,) = session.run(ImportArticles((article("旧的清理结果", original=data),)))
    command = cleaned_anew(session, where)
    session.run(command)
    assert session.text(where) == command.text
    assert "责任编辑" not in command.text
    assert "镇长称赞议员" in command.text


def test_cleaning_a_row_anew_keeps_to_its_text(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("标题,正文,日期\n船,江上的船很慢。<br>人在岸边等。,2024-03-01\n", "utf-8")
    (where,) = import_paths(session, [path]).ids
    text, came = session.text(where), session.original(where)
    command = cleaned_anew(session, where)
    assert (command.text, command.came) == (text, came)
    assert text == "船\n江上的船很慢。\n人在岸边等。"


def rewritten(text: str) -> str:
    """Return a text as a widget gives it back."""
    return text.replace("\u00a0", " ").replace("\u2028", "\n")


@given(text=article_text | st.text("甲\u00a0\u2028乙"), put=st.text("丙丁"), data=st.data())
def test_only_what_was_typed_is_taken_from_a_widget(
    text: str, put: str, data: st.DataObject
) -> None:
    text = text.replace("\u2029", "")
    shown = rewritten(text)
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, len(text)))
    result = retyped(text, shown, shown[:at] + put + shown[end:])
    assert rewritten(result) == shown[:at] + put + shown[end:]
    if at == end:
        assert sorted(result) == sorted(text + put)
    assert retyped(text, shown, shown) == text


def test_the_likeliest_place_is_where_most_of_the_quote_is() -> None:
    far = "天气晴朗。" * 2_000
    assert likely_place(far + LONGER, "他说邻镇尚未表态") == Span(
        len(far) + LONGER.index("邻镇"), len(far) + LONGER.index("。", 24)
    )
    assert likely_place(LONGER, "xyz") is None
    assert likely_place("", "xyz") is None

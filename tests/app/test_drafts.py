"""What a person does to the cuts of one article."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.app.drafts import Comparison, Draft, comparison_in, differing, draft_of, text_in
from workbench.app.importing import Changes, FileRead, import_files, look
from workbench.app.locations import resources_folder
from workbench.app.session import Session
from workbench.domain.article import Edit, NewArticle
from workbench.intake.choices import Recalled
from workbench.intake.edits import apply

SOURCE = "页眉\n正文第一句。第二句。\n版权所有"
HEAD, TAIL = Edit(0, 3, "", "site_head"), Edit(13, 18, "", "site_tail")


@pytest.fixture
def examples() -> list[Path]:
    """Give the example articles."""
    return sorted((resources_folder() / "examples").glob("*.txt"))


def draft(found: Recalled | None = None) -> Draft:
    edits = (HEAD, TAIL)
    base = NewArticle("题", apply(SOURCE, edits), (), b"", "", "a.txt", edits, extracted=SOURCE)
    return Draft(base, found or Recalled())


def text(changes: Changes | None) -> str:
    assert changes is not None
    return draft().comparison(changes).text


def test_a_cut_is_taken_back_and_made_again() -> None:
    one = draft()
    back = one.toggled(Changes(), 1)
    assert back is not None
    assert text(back) == "页眉\n正文第一句。第二句。"
    assert one.comparison(back).back == ((0, 3),)
    assert one.toggled(back, 0) == Changes()
    assert one.toggled(Changes(), 5) is None


def test_words_are_cut_and_taken_back() -> None:
    one = draft()
    cut = one.cut(Changes(), *_span("第二句。"))
    assert text(cut) == "正文第一句。"
    assert cut is not None
    assert one.toggled(cut, SOURCE.index("二句")) == Changes()
    assert one.cut(cut, *_span("第二句。")) is None
    assert one.cut(Changes(), 7, 7) is None


def test_a_part_of_a_cut_is_taken_back() -> None:
    one = draft()
    part = one.restored(Changes(), *_span("版权"))
    assert text(part) == "正文第一句。第二句。版权"
    assert one.restored(Changes(), *_span("第二句")) is None
    cut = one.cut(Changes(), *_span("第一句。第二句。"))
    assert cut is not None
    assert text(one.restored(cut, *_span("第二句。"))) == "正文第二句。"


def test_an_article_is_never_cut_away_whole() -> None:
    one = draft()
    assert one.cut(Changes(), 0, len(SOURCE)) is None
    back = one.toggled(Changes(), 15)
    assert back is not None
    cut = one.cut(back, *_span("正文第一句。第二句。"))
    assert cut is not None
    assert text(cut) == "版权所有"
    assert one.toggled(cut, 16) is None  # cutting it again would leave nothing


def test_white_space_alone_can_be_cut() -> None:
    source = "甲 乙"
    one = Draft(NewArticle("题", source, (), b"", "", "a.txt", (), extracted=source))
    cut = one.cut(Changes(), 1, 2)
    assert cut is not None
    assert one.comparison(cut).text == "甲乙"


def test_what_memory_kept_can_be_cut_again() -> None:
    span = _span("版权所有")
    edits = (HEAD,)
    base = NewArticle("题", apply(SOURCE, edits), (), b"", "", "a.txt", edits, extracted=SOURCE)
    one = Draft(base, Recalled(restored=(span,)))
    assert one.comparison(Changes()).kept_before == (span,)
    cut = one.toggled(Changes(), span[0])
    assert cut is not None
    assert one.comparison(cut).kept_before == ()
    assert one.comparison(cut).text == "正文第一句。第二句。"


def test_places_of_the_text_are_found_in_the_source() -> None:
    shown = draft().comparison(Changes())
    assert shown.source_span(0, 2) == (3, 5)
    assert shown.edit_at(2) == HEAD
    assert shown.edit_at(3) is None
    assert Comparison("文", "文", ()).edit_at(0) is None


def test_counts_follow_the_cuts(examples: list[Path]) -> None:
    (file,) = look(examples[:1])
    one = draft_of(file)
    assert one.counted(file) == file
    cut = one.cut(Changes(), 0, 40)
    assert cut is not None
    counted = one.counted(file.recut(cut.restored, cut.cut))
    assert counted.kept < file.kept
    assert counted.cut > file.cut


def test_an_article_of_the_project_beside_its_source(
    session: Session, examples: list[Path]
) -> None:
    (id_,) = import_files(session, look(examples[:1])).ids
    shown = comparison_in(session, id_)
    assert shown.text == text_in(session, id_) == session.text(id_)
    assert apply(shown.source, shown.edits) == shown.text


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("甲句。乙句。", "甲句。", ["乙句。"]),
        ("甲 句。乙句。丙句。", "甲句。 乙句。", ["丙句。"]),
        ("甲 句。乙句。", "甲句。 乙句。", [" "]),
        ("甲句。乙句。", "甲句。 乙句。", []),
        ("甲句。\n\n乙句。", "甲句。\n乙句。", ["\n\n"]),
        ("Ein GROß Wort", "ein Gross  Wort", ["E", "ROß "]),
        ("甲句。", "甲句。", []),
        ("甲句。乙", "甲句。乙句。", []),
        ("", "甲", []),
    ],
)
def test_sentences_that_only_one_has(one: str, other: str, found: list[str]) -> None:
    assert [one[start:end] for start, end in differing(one, other)] == found


def _span(words: str) -> tuple[int, int]:
    start = SOURCE.index(words)
    return start, start + len(words)


# --- memory ------------------------------------------------------------------

PAGE = "{title}\n来源：某某日报 2026-01-0{n}\n{body}\n本报微信公众号欢迎关注{n}\n"


def page(folder: Path, n: int) -> Path:
    path = folder / f"{n}.txt"
    body = "\n".join(f"第{n}篇的第{line}段，写海上的风和山里的路，足够长。" for line in range(5))
    path.write_text(PAGE.format(title=f"第{n}个题目", n=n, body=body), "utf-8")
    return path


def decided(file: FileRead, words: str) -> FileRead:
    one = draft_of(file)
    start = one.source.index(words)
    changes = one.cut(file.changes, start, one.source.index("\n", start))
    assert changes is not None
    return file.recut(changes.restored, changes.cut)


def test_the_next_article_of_a_site_is_cut_as_the_one_before(
    session: Session, tmp_path: Path
) -> None:
    (first,) = look([page(tmp_path, 1)], session)
    first = first.corrected(source="某某日报")
    assert "公众号" in draft_of(first).article(first.changes).text
    import_files(session, [decided(first, "本报微信公众号")])
    (other,) = look([page(tmp_path, 2)], session)
    assert draft_of(other).base.source == "某某日报"
    shown = draft_of(other).comparison(other.changes)
    assert "公众号" not in shown.text
    assert [edit.reason for edit in shown.edits].count("remembered") >= 1
    # It is no secret, and can be taken back: then that is remembered.
    back = draft_of(other).toggled(other.changes, shown.source.index("本报微信"))
    assert back is not None
    import_files(session, [other.recut(back.restored, back.cut)])
    (third,) = look([page(tmp_path, 3)], session)
    assert "公众号" in draft_of(third).article(third.changes).text
    session.undo()
    (third,) = look([page(tmp_path, 3)], session)
    assert "公众号" not in draft_of(third).article(third.changes).text

"""What is decided in one file of a site reaches the others of the import at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import assert_sound
from workbench.app.drafts import draft_of
from workbench.app.errors import Cancelled
from workbench.app.importing import FileRead, import_files, look
from workbench.app.jobs import NoProgress
from workbench.app.session import Session
from workbench.app.spreading import Said, follow, said_in

STANDING = "本报欢迎读者来稿，稿酬从优。"
TALES = (
    "海上的风吹了一整天，渔船都没有出港。",
    "山里的路在雨后难走，信使迟了两天。",
    "桥修好了，两岸的人都来看。",
)


def page(number: int, outlet: str = "南港通讯") -> str:
    """Return a page of an outlet, with a line that stands on each of its pages."""
    head = f"第{number}篇新文章\n2025-08-0{number + 1} 来源：{outlet}\n"
    return f"{head}{TALES[number] * 4}\n{STANDING}\n{TALES[number][::-1] * 3}\n"


@pytest.fixture
def files(session: Session, tmp_path: Path) -> list[FileRead]:
    """Give two pages of one outlet, one of another, and a file that is none."""
    for number, outlet in enumerate(("南港通讯", "南港通讯", "北港日报")):
        (tmp_path / f"{number}.txt").write_text(page(number, outlet), "utf-8")
    (tmp_path / "3.txt").write_bytes(b"")
    return look([tmp_path / f"{number}.txt" for number in range(4)], session)


def without_standing(files: list[FileRead], place: int) -> Said:
    """Cut the standing line of a file, and return what that says."""
    draft = draft_of(files[place])
    start = draft.source.index(STANDING)
    changes = draft.cut(files[place].changes, start, start + len(STANDING))
    assert changes is not None
    files[place] = files[place].recut(changes.restored, changes.cut)
    return said_in(place, files[place], draft.base)


def followed(session: Session, files: list[FileRead], *said: Said) -> list[int]:
    """Bring what was said to the files, and return those that change."""
    found = follow(session, files, said, NoProgress())
    for each in found:
        files[each.place] = each.put_into(files[each.place])
    return [each.place for each in found]


def test_a_cut_reaches_the_other_files_of_the_site(session: Session, files: list[FileRead]) -> None:
    kept = files[1].kept
    said = without_standing(files, 0)
    assert [choice.site for choice in said.choices] == ["南港通讯"]
    assert followed(session, files, said) == [1]
    assert files[1].follows == files[0].title
    assert files[1].kept < kept
    assert [file.follows for file in files] == ["", files[0].title, "", ""]
    assert STANDING not in draft_of(files[1]).article(files[1].changes).text
    assert followed(session, files, said) == []
    report = import_files(session, files)
    texts = [session.text(id_) for id_ in report.ids]
    assert [STANDING in text for text in texts] == [False, False, True]
    assert_sound(session)


def test_what_is_taken_back_is_taken_back_everywhere(
    session: Session, files: list[FileRead]
) -> None:
    before = list(files)
    said = without_standing(files, 0)
    followed(session, files, said)
    assert files[1] != before[1]
    assert followed(session, files) == [1]
    assert files[1] == before[1]


def test_the_latest_to_speak_counts(session: Session, files: list[FileRead]) -> None:
    said = without_standing(files, 0)
    followed(session, files, said)
    draft = draft_of(files[1])
    start = draft.source.index(STANDING)
    changes = draft.toggled(files[1].changes, start)
    assert changes is not None
    files[1] = files[1].recut(changes.restored, changes.cut)
    other = said_in(1, files[1], draft.base)
    followed(session, files, said, other)
    # Each keeps what was decided in itself.
    assert STANDING not in draft_of(files[0]).article(files[0].changes).text
    assert STANDING in draft_of(files[1]).article(files[1].changes).text


def test_an_outlet_that_was_corrected_is_the_site(session: Session, files: list[FileRead]) -> None:
    files[2] = files[2].corrected(source="南港通讯")
    said = without_standing(files, 0)
    assert followed(session, files, said) == [1, 2]


def test_it_can_be_given_up_and_spares_what_is_gone(
    session: Session, files: list[FileRead]
) -> None:
    class Tired(NoProgress):
        cancelled = True

    said = without_standing(files, 0)
    with pytest.raises(Cancelled):
        follow(session, files, [said], Tired())
    files[1].source.path.unlink()
    assert followed(session, files, said) == []

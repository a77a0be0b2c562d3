"""The same article again, also in another rendering; and other articles that seem like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.world import article, dump
from tests.intake.renderings import (
    GRAIN,
    HARBOUR,
    STANDING,
    full_width,
    half_width,
    in_junk,
    with_headline,
    without_paragraph,
    wrapped,
)
from workbench.app.commands import ImportArticles
from workbench.app.duplicates import LIKE_FROM, SAME_FROM, Likeness
from workbench.app.importing import Decision, FileRead, import_files, look
from workbench.app.session import Session
from workbench.store import fingerprints

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def bring_in(session: Session, *paths: Path) -> list[int]:
    return import_files(session, look(paths, session)).ids


def seen(session: Session, path: Path) -> FileRead:
    (file,) = look([path], session)
    return file


RENDERINGS = {
    "other junk": in_junk(HARBOUR),
    "hard wraps": wrapped(HARBOUR),
    "half width": half_width(HARBOUR),
    "full width": full_width(HARBOUR),
    "another headline": with_headline(HARBOUR, "值班室里的陌生人：一场渔业谈判的附件"),
    "no headline": HARBOUR[HARBOUR.index("\n") + 1 :],
    "all of it": in_junk(wrapped(with_headline(HARBOUR, "谈判回来了"))),
    "spaces between the paragraphs": HARBOUR.replace("\n", "\n\n　　"),
}


@pytest.mark.parametrize("text", RENDERINGS.values(), ids=RENDERINGS)
def test_another_rendering_is_left_out_unless_one_says_otherwise(
    session: Session, write: Write, text: str
) -> None:
    (id_,) = bring_in(session, write("a.txt", HARBOUR))
    file = seen(session, write("b.txt", text))
    (like,) = file.likeness
    assert (like.article, like.file, like.exact) == (id_, None, False)
    assert SAME_FROM <= like.share <= 1.0
    assert file.changes.decision is Decision.SKIP
    assert import_files(session, [file.decided(Decision.IMPORT)]).ids


@pytest.mark.parametrize("number", range(1, 7))
def test_an_editors_cut_of_a_paragraph_is_told(session: Session, write: Write, number: int) -> None:
    (id_,) = bring_in(session, write("a.txt", HARBOUR))
    file = seen(session, write("b.txt", without_paragraph(HARBOUR, number)))
    (like,) = file.likeness
    assert (like.article, like.exact) == (id_, False)
    assert 0.75 < like.share < SAME_FROM + 0.05


def test_a_text_with_much_more_or_less_is_told_and_comes(session: Session, write: Write) -> None:
    paragraphs = HARBOUR.split("\n")
    bring_in(session, write("a.txt", "\n".join(paragraphs[:5])))
    file = seen(session, write("b.txt", HARBOUR))
    assert LIKE_FROM <= file.likeness[0].share < SAME_FROM
    assert file.changes.decision is Decision.IMPORT
    assert len(import_files(session, [file]).ids) == 1


def test_articles_of_one_outlet_on_one_subject_are_not_alike(
    session: Session, write: Write
) -> None:
    bring_in(session, write("a.txt", f"{HARBOUR}\n{STANDING}"))
    file = seen(session, write("b.txt", f"{GRAIN}\n{STANDING}"))
    assert file.likeness == ()
    follow_up = [
        "渔港谈判第二轮开幕",
        "两个沿海国家的渔业部门今天在同一座港口城市恢复会谈，渔民在码头等消息。",
        "与上一轮不同，代表团里多了保险公司的人。他们关心的不是界线，而是谁来赔被割断的网。",
        "北岸渔业协会的新算法显示，燃油已经回落，真正昂贵的是空等的日子。",
        "斡旋的小国提议把捕捞季错开两周，让两岸的船不在同一天出港，双方都说要回去研究。",
        "退役军官协会没有出席，却在会场外散发了地图，上面把救援通道画成了一支箭。",
        "会谈定于下周继续，议题是冬季风暴的预警由谁先发。",
    ]
    text = "\n".join([*follow_up, STANDING])
    assert seen(session, write("c.txt", text)).likeness == ()


def test_files_of_one_import_are_compared_with_each_other(session: Session, write: Write) -> None:
    paths = [write("a.txt", HARBOUR), write("b.txt", GRAIN), write("c.txt", wrapped(HARBOUR))]
    files = look([*paths, paths[1]], session)
    assert [[like.file for like in each.likeness] for each in files] == [[], [], [0], [1]]
    assert [like.exact for each in files for like in each.likeness] == [False, True]
    assert files[2].likeness[0].title == files[0].title
    assert [each.comes for each in files] == [True, True, False, False]
    assert len(import_files(session, files).ids) == 2


def test_only_the_same_text_is_wholly_alike(session: Session, write: Write, tmp_path: Path) -> None:
    spaced = write("a.txt", HARBOUR.replace("，", "， ", 1))
    plain = write("b.txt", HARBOUR)
    other = tmp_path / "c.txt"
    other.write_bytes(HARBOUR.encode("gb18030"))
    files = look([spaced, plain, other], session)
    told = [[(like.file, like.per_cent) for like in each.likeness] for each in files]
    assert told == [[], [(0, 99)], [(1, 100), (0, 99)]]
    bring_in(session, plain)
    assert [seen(session, path).likeness[0].per_cent for path in (plain, other, spaced)] == [
        100,
        100,
        99,
    ]


@pytest.mark.parametrize(("share", "per_cent"), [(0.8, 80), (0.974, 97), (0.999, 99), (1.0, 99)])
def test_a_likeness_is_never_rounded_up(share: float, per_cent: int) -> None:
    assert Likeness("", share, exact=False).per_cent == per_cent


def test_a_twin_comes_where_the_first_was_refused(session: Session, write: Write) -> None:
    first, second = write("a.txt", HARBOUR), write("b.txt", wrapped(HARBOUR))
    files = look([first, second], session)
    first.write_text("别的文章。\n" * 9, encoding="utf-8")
    report = import_files(session, files)
    assert [each.fate.value for each in report.outcomes] == ["refused", "imported"]


def test_a_rendering_is_linked(session: Session, write: Write) -> None:
    (id_,) = bring_in(session, write("a.txt", HARBOUR))
    before = [each.id for each in session.articles()]
    paths = [
        write("b.txt", wrapped(HARBOUR)),
        write("c.txt", GRAIN),
        write("d.txt", in_junk(GRAIN)),
    ]
    files = [each.decided(Decision.LINK) for each in look(paths, session)]
    report = import_files(session, files)
    assert [each.fate.value for each in report.outcomes] == ["linked", "imported", "linked"]
    rendering, grain, other = (session.article(each) for each in report.ids)
    assert (rendering.same_as, grain.same_as, other.same_as) == (id_, None, grain.id)
    session.undo()
    assert [each.id for each in session.articles()] == before


def test_a_link_to_what_was_left_out_leads_on_to_what_is_there(
    session: Session, write: Write
) -> None:
    (id_,) = bring_in(session, write("a.txt", HARBOUR))
    copy, twin = write("b.txt", wrapped(HARBOUR)), write("c.txt", wrapped(HARBOUR))
    skipped, linked = look([copy, twin], session)
    # As if only the file before it were known.
    (like,) = look([copy, twin])[1].likeness
    assert like.file == 0
    files = [skipped, replace(linked, likeness=(like,)).decided(Decision.LINK)]
    report = import_files(session, files)
    assert session.article(report.ids[0]).same_as == id_


def test_a_link_to_what_is_gone_is_no_link(session: Session, write: Write) -> None:
    bring_in(session, write("a.txt", HARBOUR))
    file = seen(session, write("b.txt", wrapped(HARBOUR))).decided(Decision.LINK)
    session.undo()
    (id_,) = import_files(session, [file]).ids
    assert session.article(id_).same_as is None


def kept(session: Session) -> list[bytes | None]:
    with session.database.reading() as connection:
        return [each for _, each in fingerprints.fingerprints(connection)]


def test_what_has_no_fingerprint_gets_one_and_keeps_it(session: Session, write: Write) -> None:
    session.run(ImportArticles((article(HARBOUR, "题目"),)))
    before = len(session.articles())
    assert None in kept(session)
    journal = dump(session, journal=True)
    path = write("b.txt", wrapped(HARBOUR))
    assert look([path], session)[0].likeness[0].title == "题目"
    assert None in kept(session)
    look([path], session, in_turn=lambda work: work())
    assert None not in kept(session)
    assert len(kept(session)) == before
    assert {**dump(session, journal=True), "fingerprint": []} == {**journal, "fingerprint": []}
    look([path], session, in_turn=lambda _: pytest.fail("nothing was missing"))


def test_a_fingerprint_of_another_make_is_made_anew(session: Session, write: Write) -> None:
    (id_,) = bring_in(session, write("a.txt", HARBOUR))
    with session.database.writing() as connection:
        fingerprints.keep_fingerprints(connection, {id_: b"\x00old"})
    file = seen(session, write("b.txt", wrapped(HARBOUR)))
    assert file.likeness[0].article == id_


def test_texts_without_words_are_like_nothing(session: Session, write: Write) -> None:
    files = look([write("a.txt", "—— ……\n！！\n"), write("b.txt", "？？\n——\n")], session)
    assert [each.likeness for each in files] == [(), ()]

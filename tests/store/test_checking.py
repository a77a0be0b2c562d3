from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.files.sql import raw_change
from tests.store.world import CODEBOOK, TEXT, TIME, World, open_again, unwatched
from workbench.domain.codebook_file import write_codebook
from workbench.domain.values import Missing
from workbench.store import tables as t
from workbench.store.checking import Problem, problems


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project at rest with a value of every kind, on two articles."""
    world = World(tmp_path_factory.mktemp("whole") / "a.workbench")
    article, other = world.add_article(), world.add_article(TEXT + "尾")
    world.mark(other)
    second = world.mark(
        article,
        {
            "state": ("A",),
            "states": ("A", "B"),
            "side": ("against",),
            "count": (3,),
            "share": (0.5,),
            "sure": (True,),
            "day": ("2025-08",),
            "words": ("词", ""),
        },
    )
    world.mark(article, {"reasons": (second,), "side": (Missing.UNDECIDABLE,)})
    world.mark(article, {"genre": ("评论",)}, layer="article", span=None, quote="")
    world.mark(other, layer="plain")
    with world.gate() as gate:
        gate.insert(t.rejection, [rejected(world, article)])
        gate.insert(t.codebook_version, [frozen(world)])
        gate.insert(t.memo, [memo(world, article)])
    world.project.add_time(world.one, {(article, "2026-11-27"): 60})
    world.project.close()
    return world.path


@pytest.fixture
def coded(whole: Path, tmp_path: Path) -> Path:
    """Give a copy of it, to be spoilt."""
    path = tmp_path / "a.workbench"
    shutil.copy(whole, path)
    return path


def memo(world: World, article: int) -> dict[str, object]:
    """Return the row of a memo on the article."""
    named = {"coder_id": world.one, "article_id": article}
    return {"uid": world.ids.new("m"), "text": "存疑", **named}


def rejected(world: World, article: int) -> dict[str, object]:
    """Return the row of a suggestion of the fourth and fifth character that was rejected."""
    category = world.stored.keys.categories["states", "B"]
    place = {"start": 3, "end": 5, "quote": TEXT[3:5]}
    return {"article_id": article, "coder_id": world.one, "category_id": category, **place}


def frozen(world: World) -> dict[str, object]:
    """Return the row of a version of the codebook."""
    named = {"uid": world.ids.new("b"), "name": "v1", "created": TIME, "coder_id": world.one}
    return {**named, "document": write_codebook(CODEBOOK)}


def found(path: Path, *statements: str) -> list[Problem]:
    """Change a project behind the program's back and check it."""
    raw_change(path, *statements)
    with open_again(path, read_only=True) as project, project.database.reading() as connection:
        return list(problems(connection, unwatched))


_VALUE = (
    "UPDATE annotation_value SET {} WHERE variable_id ="
    " (SELECT id FROM variable WHERE key = '{}') AND missing IS NULL"
)
_LINK = "UPDATE annotation_value SET link_id = {} WHERE link_id IS NOT NULL"
_TWICE = (
    "INSERT INTO annotation (id, uid, article_id, coder_id, layer_id)"
    " SELECT 9999, 'n2', article_id, coder_id, layer_id FROM annotation WHERE start IS NULL"
)
_STATUS = (
    "INSERT INTO article_status (id, article_id, coder_id)"
    " SELECT 9998, article_id, coder_id FROM annotation LIMIT 1"
)
_NEWER_VERSION = (
    "UPDATE codebook_version SET document ="
    " replace(document, '\"format_version\": 1', '\"format_version\": 9')"
)
_RULE = "INSERT INTO pattern (category_id, ordinal, text) SELECT id, 9, '(' FROM category LIMIT 1"
_CATEGORY = "category_id = (SELECT id FROM category WHERE key = '{}')"


def test_a_sound_project_has_no_problems(coded: Path) -> None:
    assert found(coded) == []


def test_every_article_is_told_of(coded: Path) -> None:
    told: list[tuple[int, int]] = []
    with open_again(coded) as project, project.database.reading() as connection:
        for _ in problems(connection, lambda done, total: told.append((done, total))):
            pass
    assert told == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("statement", "kind", "detail"),
    [
        ("UPDATE annotation SET quote = '丙' WHERE start = 0", "quote", "0–4 “丙”"),
        ('UPDATE annotation SET start = 1, "end" = 5 WHERE start = 0', "quote", "1–5"),
        ("UPDATE annotation SET start = 4 WHERE start = 0", "quote", "4–4"),
        ("UPDATE annotation SET start = -4 WHERE start = 0", "quote", "-4–4"),
        ('UPDATE annotation SET "end" = 9999 WHERE start = 0', "quote", "0–9999"),
        ('UPDATE annotation SET "end" = NULL WHERE start = 0', "quote", "0–None"),
        ("UPDATE annotation SET start = 'eins' WHERE start = 0", "quote", "eins–4"),
        (
            "UPDATE annotation SET quote = 'x' WHERE start IS NULL",
            "quote",
            "its layer marks whole articles",
        ),
        (
            "UPDATE annotation SET start = NULL, \"end\" = NULL, quote = '' WHERE start = 0",
            "quote",
            "its layer marks stretches of text",
        ),
        (
            f"UPDATE annotation SET start = 0, \"end\" = 1, quote = '{TEXT[0]}' WHERE quote = ''",
            "quote",
            "its layer marks whole articles",
        ),
        (
            _TWICE,
            "value",
            "the coder has another one",
        ),
        ("UPDATE text_version SET text = text || '！'", "integrity", "not the text that"),
        ("UPDATE text_version SET text = replace(text, '甲', '丙')", "integrity", "not the text"),
        ("UPDATE text_version SET edits = '[]'", "integrity", "not the text that"),
        ("UPDATE article SET length = length + 1", "integrity", "not the text that"),
        ("DELETE FROM text_version", "integrity", "its text is missing"),
        ("DELETE FROM text_version", "orphan", "→ text_version"),
        ("UPDATE original SET bytes = x'00'", "integrity", "not the bytes that"),
        ("UPDATE original SET bytes = 'text'", "integrity", "not the bytes that"),
        ("UPDATE annotation SET coder_id = 999999", "orphan", "→ coder"),
        ("UPDATE annotation SET article_id = 999999", "orphan", "→ article"),
        ("UPDATE annotation SET layer_id = 999999", "orphan", "→ layer"),
        ("UPDATE annotation SET layer_id = 999999", "value", "not one of its layer"),
        ("UPDATE annotation_value SET annotation_id = id", "value", "not one of its layer"),
        (
            "UPDATE annotation_value SET variable_id = 999999 WHERE number = 3",
            "value",
            "not one of its layer",
        ),
        (
            "UPDATE variable SET several = 0 WHERE key = 'words'",
            "value",
            "every.words takes one value",
        ),
        ("UPDATE annotation_value SET missing = -99 WHERE missing = -98", "value", "-99"),
        (_VALUE.format("missing = -98", "day"), "value", "every.day holds no value of its kind"),
        (_VALUE.format("number = NULL", "count"), "value", "every.count holds no value"),
        (_VALUE.format("number = 1", "day"), "value", "every.day holds no value of its kind"),
        (_VALUE.format("text = NULL, number = 1", "day"), "value", "every.day holds no value"),
        (_VALUE.format("number = 0.5", "count"), "value", "every.count holds no integer: 0.5"),
        (_VALUE.format("number = 'drei'", "count"), "value", "holds no integer: drei"),
        (_VALUE.format("number = -97", "count"), "value", "-97.0, which means a missing value"),
        (_VALUE.format("number = -99", "share"), "value", "-99.0, which means a missing value"),
        (_VALUE.format("number = 2", "sure"), "value", "every.sure holds no boolean: 2.0"),
        (_VALUE.format("number = 9e999", "share"), "value", "every.share holds no real: inf"),
        (_VALUE.format("text = '2025-13'", "day"), "value", "every.day holds no date: 2025-13"),
        (
            _VALUE.format(_CATEGORY.format("for"), "state"),
            "value",
            "every.state holds a category of another list",
        ),
        (_VALUE.format("category_id = 999999", "state"), "value", "a category of another list"),
        (
            _LINK.format("(SELECT min(id) FROM annotation)"),
            "value",
            "every.reasons leads to another article",
        ),
        (
            _LINK.format("999999"),
            "value",
            "every.reasons leads to another article",
        ),
        ("UPDATE annotation SET certainty = 'hm'", "value", "the unknown certainty “hm”"),
        (_STATUS, "value", "the unknown status “”"),
        ("UPDATE layer SET key = x'ff' WHERE key = 'every'", "integrity", "key of another type"),
        ("UPDATE category SET key = x'ff' WHERE key = 'for'", "integrity", "key of another type"),
        (
            "UPDATE layer SET complete = replace(hex(zeroblob(50000)), '00', '[')",
            "codebook",
            "RecursionError",
        ),
        ("UPDATE coder SET created = x'ff'", "integrity", "created of another type"),
        ("UPDATE article SET ordinal = 'eins'", "integrity", "ordinal of another type"),
        ("UPDATE category SET score = 'viel'", "integrity", "score of another type"),
        ("UPDATE operation SET facts = '{'", "integrity", "facts cannot be read"),
        (
            "UPDATE change SET after = '[]' WHERE verb = 'insert'",
            "integrity",
            "after cannot be read",
        ),
        ("UPDATE change SET verb = 'update'", "integrity", "no change that can be taken back"),
        ("UPDATE change SET table_name = 'x'", "integrity", "no change that can be taken back"),
        ("UPDATE variable SET kind = 'poem'", "codebook", "poem"),
        ("UPDATE layer SET complete = '[[\"nothing\"]]'", "codebook", "nothing"),
        ("UPDATE category SET parent_id = id WHERE key = 'A'", "codebook", "A"),
        (_RULE, "codebook", "is no regular expression"),
        ("UPDATE rejection SET quote = '丙'", "quote", "3–5 “丙”"),
        ('UPDATE rejection SET "end" = 3', "quote", "3–3"),
        ("UPDATE layer SET wants = '[1]'", "codebook", "TypeError"),
        ("UPDATE memo SET article_id = 999999", "orphan", "article"),
        ("UPDATE memo SET about = '旧'", "value", "more than one thing"),
        ("UPDATE memo SET text = x'ff'", "integrity", "text of another type"),
        ("UPDATE work_time SET seconds = -1", "value", "2026-11-27: -1"),
        ("UPDATE work_time SET day = 'gestern...'", "value", "gestern"),
        ("UPDATE work_time SET seconds = 'lang'", "integrity", "seconds of another type"),
        ("UPDATE codebook_version SET document = '{'", "codebook", "v1"),
        (_NEWER_VERSION, "codebook", "format 9"),
    ],
)
def test_each_problem_is_found(coded: Path, statement: str, kind: str, detail: str) -> None:
    told = found(coded, statement)
    assert any(each.kind == kind and detail in each.detail for each in told), told


def test_only_what_is_wrong_is_named(coded: Path) -> None:
    (problem,) = found(coded, _VALUE.format("number = 2", "sure"))
    with closing(sqlite3.connect(coded)) as raw:
        uids = raw.execute(
            "SELECT uid FROM annotation JOIN annotation_value ON annotation.id = annotation_id"
            " WHERE number = 2"
        ).fetchall()
    assert uids == [(problem.where,)]


def test_a_probability_that_is_none_is_found(coded: Path) -> None:
    (problem,) = found(
        coded,
        "UPDATE variable SET key = 'probability' WHERE key = 'share'",
        "UPDATE variable SET key = 'question' WHERE key = 'words'",
        _VALUE.format("number = 5", "probability"),
    )
    assert problem.detail == "every.probability holds 5.0, which is no probability"


def test_a_damaged_index_is_found(coded: Path) -> None:
    # An index that lacks a row: what integrity_check is for.
    with closing(sqlite3.connect(coded)) as raw:
        sql = "SELECT rootpage, sql FROM sqlite_master WHERE name = 'ix_annotation_layer_id'"
        page, _ = raw.execute(sql).fetchone()
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(coded.read_bytes())
    count = (page - 1) * size + 3
    data[count : count + 2] = (int.from_bytes(data[count : count + 2], "big") - 1).to_bytes(
        2, "big"
    )
    coded.write_bytes(data)
    told = found(coded)
    assert {each.kind for each in told} == {"integrity"}
    assert all(each.where == "file" for each in told)
    assert any("ix_annotation_layer_id" in each.detail for each in told)

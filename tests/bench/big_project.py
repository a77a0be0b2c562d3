"""Make a big project in seconds: articles, annotations of four layers, three values each.

The rows go in by set-based SQL behind the gate's back: they are to be read, not undone.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.app.projects import new_project
from workbench.store.articles import text_key

_SENTENCE = (
    "第{}句说，甲国与乙国的合作继续深化，双方在安全与经济两方面都有所期待，联合声明没有提到第三方。"
    "“这不是结盟”，发言人说，A-2 计划的经费约为 3.5 亿元，由两国平均分担，细节有待明年的会谈商定。"
)
_TIME = "2026-01-01T00:00:00.000Z"

#: Layer, then its three variables with the column that holds the value.
_LAYERS = {
    "stance": (("holder", "actors"), ("position", "positions"), ("toward", "actors")),
    "concept": (("concept", "concepts"), ("agent", "actors"), ("use", "concept_uses")),
    "claim": (("kind", "claim_kinds"), ("claimant", "actors"), ("proposition", None)),
    "event": (("event", "events"), ("type", "event_types"), ("date", None)),
}
_OTHER = {
    "proposition": "'某事会发生，' || x.id",
    "date": "'2025-' || printf('%02d', x.id % 12 + 1)",
}


def make_big_project(path: Path, articles: int, per_article: int) -> Path:
    """Make a project at `path` with `articles` × `per_article` annotations of one coder."""
    new_project(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA cache_size=-200000")
        db.execute("BEGIN")
        base = int(db.execute("SELECT max(last_id) FROM operation").fetchone()[0])
        first_article = base + 1
        _add_coder(db, base + 1)
        _add_articles(db, first_article, articles)
        first = base + 1 + articles
        _add_annotations(db, first, first_article, articles, per_article)
        _add_values(db, first, first + articles * per_article)
        last = db.execute("SELECT max(id) FROM annotation_value").fetchone()[0]
        db.execute("UPDATE operation SET last_id = ?", (last,))
        db.execute("COMMIT")
        db.execute("ANALYZE")
    return path


def _add_coder(db: sqlite3.Connection, coder: int) -> None:
    db.execute(
        "INSERT INTO coder (id, uid, name, created) VALUES (?, ?, ?, ?)",
        (coder, "p" + "0" * 26, "甲", _TIME),
    )


def _key(original: str, text: str) -> str:
    return text_key(
        text=text,
        original_sha256=original,
        encoding="utf-8",
        edits="[]",
        reader="text",
        extracted="",
    )


def _add_articles(db: sqlite3.Connection, first: int, count: int) -> None:
    texts = [_text(number) for number in range(count)]
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    versions = [_key(k, t) for k, t in zip(keys, texts, strict=True)]
    pairs = list(zip(versions, texts, strict=True))
    originals = [(k, t.encode()) for k, t in zip(keys, texts, strict=True)]
    db.executemany("INSERT INTO original VALUES (?, ?)", originals)
    db.executemany(
        "INSERT INTO text_version VALUES (?, ?, ?, 'utf-8', '[]', 'text', '')",
        [(version, text, key) for (version, text), key in zip(pairs, keys, strict=True)],
    )
    db.executemany(
        "INSERT INTO article (id, uid, ordinal, title, source, author, published, url, language,"
        " file_name, imported, length, text_sha256)"
        " VALUES (?, ?, ?, ?, '某报', '某人', '2025-11-03', '', 'zh', ?, ?, ?, ?)",
        [
            (first + n, f"a{n:026}", n + 1, f"文章 {n}", f"{n}.txt", _TIME, len(text), key)
            for n, (key, text) in enumerate(pairs)
        ],
    )


def _text(number: int) -> str:
    paragraphs = [
        "".join(_SENTENCE.format(f"{number}·{line}·{n}") for n in range(3)) for line in range(10)
    ]
    return "\n".join(paragraphs)


def _add_annotations(
    db: sqlite3.Connection, first: int, first_article: int, articles: int, per_article: int
) -> None:
    layers = ", ".join(f"({n}, '{key}')" for n, key in enumerate(_LAYERS))
    db.execute(
        f"""
        WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?),
        kind(n, key) AS (VALUES {layers}),
        place AS (
            SELECT number.n AS n, article.id AS article, layer.id AS layer,
                   number.n * 7919 % (article.length - 40) AS start, number.n % 30 + 4 AS long,
                   text_version.text AS body
            FROM number
            JOIN article ON article.id = ? + number.n / ?
            JOIN text_version ON text_version.sha256 = article.text_sha256
            JOIN kind ON kind.n = number.n % {len(_LAYERS)}
            JOIN layer ON layer.key = kind.key
        )
        INSERT INTO annotation (id, uid, article_id, coder_id, layer_id, start, "end", quote,
                                certainty, memo, created, modified)
        SELECT ? + n, 'n' || printf('%026d', n), article, (SELECT max(id) FROM coder), layer,
               start, start + long, substr(body, start + 1, long), 'sure',
               CASE n % 20 WHEN 0 THEN '备注，第 ' || n || ' 条' ELSE '' END, ?, ?
        FROM place
        """,
        (articles * per_article, first_article, per_article, first, _TIME, _TIME),
    )


def _add_values(db: sqlite3.Connection, first: int, next_id: int) -> None:
    for layer, variables in _LAYERS.items():
        for which, (variable, code_list) in enumerate(variables):
            category = "NULL" if code_list is None else _CATEGORY
            text = _OTHER.get(variable, "NULL")
            db.execute(
                f"""
                INSERT INTO annotation_value (id, annotation_id, variable_id, ordinal,
                                              category_id, text)
                SELECT ? + (x.id - ?) * 3 + {which}, x.id, variable.id, 0, {category}, {text}
                FROM annotation AS x
                JOIN layer ON layer.id = x.layer_id AND layer.key = ?
                JOIN variable ON variable.layer_id = layer.id AND variable.key = ?
                LEFT JOIN (SELECT code_list.id, code_list.key, min(category.id) AS low,
                                  count(*) AS n
                           FROM code_list JOIN category ON category.code_list_id = code_list.id
                           GROUP BY code_list.id) AS list ON list.id = variable.code_list_id
                ORDER BY x.id
                """,
                (next_id, first, layer, variable),
            )


# The categories of one list have consecutive ids.
_CATEGORY = "list.low + x.id * 31 % list.n"

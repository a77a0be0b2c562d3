from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.dataset.formats.world import ACTORS, LONG_LABEL, ROWS, make
from workbench.dataset.formats.choose import Format


def test_tables_hold_keys_and_views_tell_labels(tmp_path: Path) -> None:
    make(tmp_path, Format.SQLITE)
    with closing(sqlite3.connect(tmp_path / "dataset.sqlite")) as file:
        rows = file.execute("SELECT * FROM stance").fetchall()
        assert [row[2] for row in rows] == [row[2] for row in ROWS]
        assert [row[3] for row in rows] == ["TOWN", "FIRM", "-97", "-98", "LONG", None]
        assert rows[1][6:9] == (-12345.678, 0, -97)
        told = file.execute("SELECT holder, position FROM stance_labels").fetchall()
        assert told[:3] == [("临江镇", "反对"), (ACTORS[1].label, "支持"), ("不适用", "中立")]
        assert told[4:] == [(LONG_LABEL, "支持"), (None, None)]
        names = [row[1] for row in file.execute("PRAGMA table_info(stance_labels)")]
        assert "holder_label" not in names
        assert file.execute("SELECT count(*) FROM memos").fetchone() == (0,)
        key = [row[1] for row in file.execute("PRAGMA table_info(stance)") if row[5]]
        assert key == ["annotation_id"]
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)

"""Memos about articles, categories and the project; time worked on articles.

Both tables are new, so that the images of older operations lack nothing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "memo",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        *(sa.Column(name, _ID, nullable=True) for name in _NAMED.values()),
        *(
            sa.Column(name, sa.Text(), server_default="", nullable=False)
            for name in ("about", "text", "created", "modified")
        ),
        *(_reference(target, column) for target, column in _NAMED.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memo")),
        sa.UniqueConstraint("uid", name=op.f("uq_memo_uid")),
    )
    for column in ("article_id", "category_id"):
        op.create_index(op.f(f"ix_memo_{column}"), "memo", [column])
    op.create_table(
        "work_time",
        sa.Column("article_id", _ID, autoincrement=False, nullable=False),
        sa.Column("coder_id", _ID, autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("seconds", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("article_id", "coder_id", "day", name=op.f("pk_work_time")),
        sqlite_with_rowid=False,
    )


# What a memo may name: the table, and the column that does.
_NAMED = {"coder": "coder_id", "article": "article_id", "category": "category_id"}


def _reference(target: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_memo_{column}")
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=name, initially="DEFERRED", deferrable=True
    )

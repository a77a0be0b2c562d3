"""Versions of the codebook, rules of categories, wishes of layers, rejected suggestions."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What rows have now that the older images of whole rows in the journal lack.
_NEW_COLUMNS = {
    "code_list": {"ordered": 0},
    "layer": {"wants": "[]"},
    "annotation": {"version_id": None, "reviewed_id": None},
}
_CHANGE = sa.table("change", *map(sa.column, ("table_name", "verb", "before", "after")))


def upgrade() -> None:
    """Add tables and columns, and the columns to the history."""
    _add_tables()
    _add_columns()
    _add_indexes()
    for table, columns in _NEW_COLUMNS.items():
        _add_to_images(table, columns)


def _add_tables() -> None:
    op.create_table(
        "codebook_version",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("created", sa.Text(), server_default="", nullable=False),
        sa.Column("coder_id", _ID, nullable=True),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("identities", sa.Text(), server_default="{}", nullable=False),
        _reference("codebook_version", "coder_id", "coder"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codebook_version")),
        sa.UniqueConstraint("name", name=op.f("uq_codebook_version_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_codebook_version_uid")),
    )
    op.create_table(
        "pattern",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("category_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        _reference("pattern", "category_id", "category"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pattern")),
    )
    op.create_table(
        "rejection",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("coder_id", _ID, nullable=False),
        sa.Column("category_id", _ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        _reference("rejection", "article_id", "article"),
        _reference("rejection", "coder_id", "coder"),
        _reference("rejection", "category_id", "category"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejection")),
    )
    columns = ["article_id", "coder_id"]
    op.create_index(op.f("ix_rejection_article_id_coder_id"), "rejection", columns)
    op.create_index(op.f("ix_rejection_category_id"), "rejection", ["category_id"])


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=name, initially="DEFERRED", deferrable=True
    )


def _add_indexes() -> None:
    for table, column in (
        ("alias", "category_id"),
        ("category", "parent_id"),
        ("category", "same_as_id"),
        ("category_attribute", "attribute_id"),
        ("member", "category_id"),
        ("member", "member_id"),
        ("pattern", "category_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _add_columns() -> None:
    op.add_column(
        "code_list", sa.Column("ordered", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("layer", sa.Column("wants", sa.Text(), server_default="[]", nullable=False))
    with op.batch_alter_table("annotation") as batch:
        for column in ("version_id", "reviewed_id"):
            batch.add_column(sa.Column(column, _ID, nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_annotation_{column}"),
                "codebook_version",
                [column],
                ["id"],
                initially="DEFERRED",
                deferrable=True,
            )


def _add_to_images(table: str, columns: Mapping[str, object]) -> None:
    """Let what was done before be undone: undo compares whole rows with their images.

    Files are all that is older than this revision, so it is said as SQLite says it.
    """
    if op.get_bind().dialect.name != "sqlite":
        return
    added = [part for name, value in columns.items() for part in (f"$.{name}", value)]
    for side, verb in (("after", "insert"), ("before", "delete")):
        op.execute(
            sa.update(_CHANGE)
            .where(_CHANGE.c.table_name == table, _CHANGE.c.verb == verb)
            .values({side: sa.func.json_insert(_CHANGE.c[side], *added)})
        )

"""The first schema: codebook, articles, annotations, and the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "code_list",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_en", sa.Text(), server_default="", nullable=False),
        sa.Column("include_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("include_en", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_en", sa.Text(), server_default="", nullable=False),
        sa.Column("example_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("example_en", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_list")),
        sa.UniqueConstraint("key", name=op.f("uq_code_list_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_code_list_uid")),
    )
    op.create_table(
        "coder",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coder")),
        sa.UniqueConstraint("name", name=op.f("uq_coder_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_coder_uid")),
    )
    op.create_table(
        "layer",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_en", sa.Text(), server_default="", nullable=False),
        sa.Column("include_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("include_en", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_en", sa.Text(), server_default="", nullable=False),
        sa.Column("example_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("example_en", sa.Text(), server_default="", nullable=False),
        sa.Column("scope", sa.Text(), server_default="", nullable=False),
        sa.Column("shape", sa.Text(), server_default="", nullable=False),
        sa.Column("shortcut", sa.Text(), server_default="", nullable=False),
        sa.Column("complete", sa.Text(), server_default="", nullable=False),
        sa.Column("retired", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layer")),
        sa.UniqueConstraint("key", name=op.f("uq_layer_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_layer_uid")),
    )
    op.create_table(
        "operation",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("coder_id", _ID, nullable=True),
        sa.Column("article_id", _ID, nullable=True),
        sa.Column("time", sa.Text(), server_default="", nullable=False),
        sa.Column("schema_revision", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("state_time", sa.Text(), server_default="", nullable=False),
        sa.Column("last_id", _ID, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
        sa.UniqueConstraint("uid", name=op.f("uq_operation_uid")),
    )
    op.create_index(
        op.f("ix_operation_coder_id_state"), "operation", ["coder_id", "state"], unique=False
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "setting",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
    )
    op.create_table(
        "attribute",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("code_list_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("label_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("values_list_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["code_list_id"],
            ["code_list.id"],
            name=op.f("fk_attribute_code_list_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["values_list_id"],
            ["code_list.id"],
            name=op.f("fk_attribute_values_list_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attribute")),
        sa.UniqueConstraint("code_list_id", "key", name=op.f("uq_attribute_code_list_id_key")),
    )
    op.create_table(
        "category",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("code_list_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("label_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_en", sa.Text(), server_default="", nullable=False),
        sa.Column("include_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("include_en", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_en", sa.Text(), server_default="", nullable=False),
        sa.Column("example_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("example_en", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("colour", sa.Text(), server_default="", nullable=False),
        sa.Column("shortcut", sa.Text(), server_default="", nullable=False),
        sa.Column("retired", sa.Integer(), server_default="0", nullable=False),
        sa.Column("parent_id", _ID, nullable=True),
        sa.Column("same_as_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["code_list_id"],
            ["code_list.id"],
            name=op.f("fk_category_code_list_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["category.id"],
            name=op.f("fk_category_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["same_as_id"],
            ["category.id"],
            name=op.f("fk_category_same_as_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("code_list_id", "code", name=op.f("uq_category_code_list_id_code")),
        sa.UniqueConstraint("code_list_id", "key", name=op.f("uq_category_code_list_id_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_category_uid")),
    )
    op.create_table(
        "change",
        sa.Column("operation_id", _ID, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row_id", _ID, autoincrement=False, nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["operation_id"],
            ["operation.id"],
            name=op.f("fk_change_operation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("operation_id", "step", "row_id", name=op.f("pk_change")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cleaning_choice",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("site", sa.Text(), server_default="", nullable=False),
        sa.Column("shape", sa.Text(), server_default="", nullable=False),
        sa.Column("act", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cleaning_choice")),
        sa.UniqueConstraint("site", "shape", name=op.f("uq_cleaning_choice_site_shape")),
        sa.UniqueConstraint("uid", name=op.f("uq_cleaning_choice_uid")),
    )
    op.create_table(
        "fingerprint",
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("minhash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text_sha256", name=op.f("pk_fingerprint")),
    )
    op.create_table(
        "text_version",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("original_sha256", sa.String(length=64), nullable=False),
        sa.Column("encoding", sa.Text(), server_default="", nullable=False),
        sa.Column("edits", sa.Text(), server_default="", nullable=False),
        sa.Column("reader", sa.Text(), server_default="", nullable=False),
        sa.Column("extracted", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["original_sha256"], ["original.sha256"], name=op.f("fk_text_version_original_sha256")
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_text_version")),
    )
    op.create_table(
        "variable",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("layer_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("label_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("definition_en", sa.Text(), server_default="", nullable=False),
        sa.Column("include_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("include_en", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("exclude_en", sa.Text(), server_default="", nullable=False),
        sa.Column("example_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("example_en", sa.Text(), server_default="", nullable=False),
        sa.Column("question_zh", sa.Text(), server_default="", nullable=False),
        sa.Column("question_en", sa.Text(), server_default="", nullable=False),
        sa.Column("code_list_id", _ID, nullable=True),
        sa.Column("several", sa.Integer(), server_default="0", nullable=False),
        sa.Column("requires", sa.Text(), server_default="", nullable=False),
        sa.Column("default_value", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["code_list_id"],
            ["code_list.id"],
            name=op.f("fk_variable_code_list_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["layer_id"],
            ["layer.id"],
            name=op.f("fk_variable_layer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variable")),
        sa.UniqueConstraint("layer_id", "key", name=op.f("uq_variable_layer_id_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_variable_uid")),
    )
    op.create_table(
        "alias",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("category_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_alias_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
    )
    op.create_table(
        "article",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("script", sa.Text(), server_default="", nullable=False),
        sa.Column("genre", sa.Text(), server_default="", nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("imported", sa.Text(), server_default="", nullable=False),
        sa.Column("length", sa.Integer(), server_default="0", nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("same_as_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["text_sha256"], ["text_version.sha256"], name=op.f("fk_article_text_sha256")
        ),
        sa.ForeignKeyConstraint(
            ["same_as_id"],
            ["article.id"],
            name=op.f("fk_article_same_as_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("uid", name=op.f("uq_article_uid")),
    )
    op.create_index(op.f("ix_article_same_as_id"), "article", ["same_as_id"], unique=False)
    op.create_table(
        "category_attribute",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("category_id", _ID, nullable=False),
        sa.Column("attribute_id", _ID, nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["attribute_id"],
            ["attribute.id"],
            name=op.f("fk_category_attribute_attribute_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_category_attribute_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category_attribute")),
        sa.UniqueConstraint(
            "category_id",
            "attribute_id",
            name=op.f("uq_category_attribute_category_id_attribute_id"),
        ),
    )
    op.create_table(
        "member",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("category_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("member_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_member_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["category.id"],
            name=op.f("fk_member_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_table(
        "annotation",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=27), nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("coder_id", _ID, nullable=False),
        sa.Column("layer_id", _ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("certainty", sa.Text(), server_default="", nullable=False),
        sa.Column("memo", sa.Text(), server_default="", nullable=False),
        sa.Column("created", sa.Text(), server_default="", nullable=False),
        sa.Column("modified", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_annotation_article_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["coder_id"],
            ["coder.id"],
            name=op.f("fk_annotation_coder_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["layer_id"],
            ["layer.id"],
            name=op.f("fk_annotation_layer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation")),
        sa.UniqueConstraint("uid", name=op.f("uq_annotation_uid")),
    )
    op.create_index(
        op.f("ix_annotation_article_id_coder_id_start"),
        "annotation",
        ["article_id", "coder_id", "start"],
        unique=False,
    )
    op.create_index(op.f("ix_annotation_layer_id"), "annotation", ["layer_id"], unique=False)
    op.create_table(
        "article_status",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("coder_id", _ID, nullable=False),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("modified", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_article_status_article_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["coder_id"],
            ["coder.id"],
            name=op.f("fk_article_status_coder_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_status")),
        sa.UniqueConstraint(
            "article_id", "coder_id", name=op.f("uq_article_status_article_id_coder_id")
        ),
    )
    op.create_table(
        "note",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("marker", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("anchor", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_note_article_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(op.f("ix_note_article_id"), "note", ["article_id"], unique=False)
    op.create_table(
        "annotation_value",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("annotation_id", _ID, nullable=False),
        sa.Column("variable_id", _ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("category_id", _ID, nullable=True),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("link_id", _ID, nullable=True),
        sa.Column("missing", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["annotation_id"],
            ["annotation.id"],
            name=op.f("fk_annotation_value_annotation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_annotation_value_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["link_id"],
            ["annotation.id"],
            name=op.f("fk_annotation_value_link_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["variable_id"],
            ["variable.id"],
            name=op.f("fk_annotation_value_variable_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation_value")),
        sa.UniqueConstraint(
            "annotation_id",
            "variable_id",
            "ordinal",
            name=op.f("uq_annotation_value_annotation_id_variable_id_ordinal"),
        ),
    )
    op.create_index(
        op.f("ix_annotation_value_category_id"), "annotation_value", ["category_id"], unique=False
    )
    op.create_index(
        op.f("ix_annotation_value_link_id"), "annotation_value", ["link_id"], unique=False
    )

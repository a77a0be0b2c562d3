"""The tables of a project.

Every table that people's work lies in has an integer `id`, given by the gate
and never used twice, and is written through the gate only. `uid` is the
globally unique id that stays the same in every copy of a project.
Booleans are integers 0 and 1, so that the journal's images hold them exactly.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

#: Alembic's head; a test keeps the two equal.
SCHEMA_REVISION = "0003"

#: Marks a SQLite file as a project ("PZWB").
APPLICATION_ID = 0x505A5742

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=False)


def _uid() -> Column[str]:
    return Column("uid", String(27), nullable=False, unique=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    # Checked at commit, so that rows that name each other can go in in any order.
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return Column(name, Id, key, nullable=nullable)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="", server_default="")


def _int(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0, server_default="0")


def _guide() -> list[Column[str]]:
    parts = ("definition", "include", "exclude", "example")
    return [_text(f"{part}_{language}") for part in parts for language in ("zh", "en")]


def _label() -> list[Column[str]]:
    return [_text("label_zh"), _text("label_en")]


# --- the codebook -----------------------------------------------------------

setting = Table(
    "setting", metadata, _id(), Column("key", Text, nullable=False, unique=True), _text("value")
)

coder = Table(
    "coder",
    metadata,
    _id(),
    _uid(),
    Column("name", Text, nullable=False, unique=True),
    _text("created"),
)

code_list = Table(
    "code_list",
    metadata,
    _id(),
    _uid(),
    _int("ordinal"),
    Column("key", Text, nullable=False, unique=True),
    *_label(),
    *_guide(),
    _int("ordered"),
)

attribute = Table(
    "attribute",
    metadata,
    _id(),
    _ref("code_list_id", "code_list"),
    _int("ordinal"),
    _text("key"),
    _text("kind"),
    *_label(),
    _ref("values_list_id", "code_list", nullable=True),
    UniqueConstraint("code_list_id", "key"),
)

category = Table(
    "category",
    metadata,
    _id(),
    _uid(),
    _ref("code_list_id", "code_list"),
    _int("ordinal"),
    _text("key"),
    Column("code", Integer, nullable=False),
    Column("score", Float),
    *_label(),
    *_guide(),
    _text("source"),
    _text("colour"),
    _text("shortcut"),
    _int("retired"),
    _ref("parent_id", "category", nullable=True),
    _ref("same_as_id", "category", nullable=True),
    UniqueConstraint("code_list_id", "key"),
    UniqueConstraint("code_list_id", "code"),
    # A category that goes is looked for among those that may name it, here and below.
    Index(None, "parent_id"),
    Index(None, "same_as_id"),
)

alias = Table(
    "alias",
    metadata,
    _id(),
    _ref("category_id", "category"),
    _int("ordinal"),
    _text("text"),
    Index(None, "category_id"),
)

# The researcher's own rules: regular expressions.
pattern = Table(
    "pattern",
    metadata,
    _id(),
    _ref("category_id", "category"),
    _int("ordinal"),
    _text("text"),
    Index(None, "category_id"),
)

member = Table(
    "member",
    metadata,
    _id(),
    _ref("category_id", "category"),
    _int("ordinal"),
    _ref("member_id", "category"),
    Index(None, "category_id"),
    Index(None, "member_id"),
)

category_attribute = Table(
    "category_attribute",
    metadata,
    _id(),
    _ref("category_id", "category"),
    _ref("attribute_id", "attribute"),
    _text("value"),
    UniqueConstraint("category_id", "attribute_id"),
    Index(None, "attribute_id"),
)

layer = Table(
    "layer",
    metadata,
    _id(),
    _uid(),
    _int("ordinal"),
    Column("key", Text, nullable=False, unique=True),
    *_label(),
    *_guide(),
    _text("scope"),
    _text("shape"),
    _text("shortcut"),
    _text("complete"),
    _int("retired"),
    Column("wants", Text, nullable=False, default="[]", server_default="[]"),
)

variable = Table(
    "variable",
    metadata,
    _id(),
    _uid(),
    _ref("layer_id", "layer"),
    _int("ordinal"),
    _text("key"),
    _text("kind"),
    *_label(),
    *_guide(),
    _text("question_zh"),
    _text("question_en"),
    _ref("code_list_id", "code_list", nullable=True),
    _int("several"),
    _text("requires"),
    _text("default_value"),
    _int("folded"),
    _int("retired"),
    UniqueConstraint("layer_id", "key"),
)

# The codebook as it was when somebody named and froze it: `document` is its JSON, `identities` the
# keys that it had by their uids, since keys change. Its coder stays behind where it is copied.
codebook_version = Table(
    "codebook_version",
    metadata,
    _id(),
    _uid(),
    _int("ordinal"),
    Column("name", Text, nullable=False, unique=True),
    _text("note"),
    _text("created"),
    _ref("coder_id", "coder", nullable=True),
    _text("document"),
    Column("identities", Text, nullable=False, default="{}", server_default="{}"),
)

# --- articles ---------------------------------------------------------------

# Append-only, keyed by content, outside the journal, which holds references only.
original = Table(
    "original",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

text_version = Table(
    "text_version",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("original_sha256", String(64), ForeignKey("original.sha256"), nullable=False),
    _text("encoding"),
    _text("edits"),
    # What the edits refer to: what this reader found in the original, kept since the next
    # version of a library may read it otherwise. Empty where decoding gives it again.
    _text("reader"),
    _text("extracted"),
)

# Of the folded text, to find renderings of one article. It can be computed again: a text whose
# fingerprint is missing, or of another make, gets a new one.
fingerprint = Table(
    "fingerprint",
    metadata,
    Column("text_sha256", String(64), primary_key=True),
    Column("minhash", LargeBinary, nullable=False),
)

# What a person decided about lines of a site: `act` is keep or cut, `shape` the line with its
# numbers folded.
cleaning_choice = Table(
    "cleaning_choice",
    metadata,
    _id(),
    _uid(),
    _text("site"),
    _text("shape"),
    _text("act"),
    UniqueConstraint("site", "shape"),
)

article = Table(
    "article",
    metadata,
    _id(),
    _uid(),
    _int("ordinal"),
    _text("title"),
    _text("source"),
    _text("author"),
    _text("published"),
    _text("url"),
    _text("language"),
    _text("script"),
    _text("genre"),
    _text("file_name"),
    _text("imported"),
    _int("length"),
    Column("text_sha256", String(64), ForeignKey("text_version.sha256"), nullable=False),
    _ref("same_as_id", "article", nullable=True),
    Index(None, "same_as_id"),  # deleting an article looks for those that name it
)

note = Table(
    "note",
    metadata,
    _id(),
    _ref("article_id", "article"),
    _int("ordinal"),
    _text("kind"),
    _text("marker"),
    _text("text"),
    Column("anchor", Integer),
    Index(None, "article_id"),
)

article_status = Table(
    "article_status",
    metadata,
    _id(),
    _ref("article_id", "article"),
    _ref("coder_id", "coder"),
    _text("status"),
    _text("modified"),
    UniqueConstraint("article_id", "coder_id"),
)

# --- annotations ------------------------------------------------------------

annotation = Table(
    "annotation",
    metadata,
    _id(),
    _uid(),
    _ref("article_id", "article"),
    _ref("coder_id", "coder"),
    _ref("layer_id", "layer"),
    Column("start", Integer),
    Column("end", Integer),
    _text("quote"),
    _text("certainty"),
    _text("memo"),
    _text("created"),
    _text("modified"),
    # The newest version of the codebook when it was made, and when it was last looked at again.
    _ref("version_id", "codebook_version", nullable=True),
    _ref("reviewed_id", "codebook_version", nullable=True),
    # With the start, so that a mark finds its like among tens of thousands at once.
    Index(None, "article_id", "coder_id", "start"),
    Index(None, "layer_id"),
)

annotation_value = Table(
    "annotation_value",
    metadata,
    _id(),
    _ref("annotation_id", "annotation"),
    _ref("variable_id", "variable"),
    _int("ordinal"),
    _ref("category_id", "category", nullable=True),
    Column("number", Float),
    Column("text", Text),
    _ref("link_id", "annotation", nullable=True),
    Column("missing", Integer),
    UniqueConstraint("annotation_id", "variable_id", "ordinal"),
    Index(None, "category_id"),
    Index(None, "link_id"),
)

# A suggestion that a coder does not want to see again.
rejection = Table(
    "rejection",
    metadata,
    _id(),
    _ref("article_id", "article"),
    _ref("coder_id", "coder"),
    _ref("category_id", "category"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("quote"),
    Index(None, "article_id", "coder_id"),
    Index(None, "category_id"),
)

# --- notes and time ---------------------------------------------------------

# What a coder writes about an article, a category or, naming neither, the project. `about` is the
# name of a category that is gone. In a copied project it has no coder: who wrote it stayed behind.
memo = Table(
    "memo",
    metadata,
    _id(),
    _uid(),
    _ref("coder_id", "coder", nullable=True),
    _ref("article_id", "article", nullable=True),
    _ref("category_id", "category", nullable=True),
    _text("about"),
    _text("text"),
    _text("created"),
    _text("modified"),
    Index(None, "article_id"),
    Index(None, "category_id"),
)

# How long a coder worked on an article, by day, where the coder has it counted. Outside the
# journal: no time is taken back. No foreign keys, so that what it tells of can be.
work_time = Table(
    "work_time",
    metadata,
    Column("article_id", Id, primary_key=True, autoincrement=False),
    Column("coder_id", Id, primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),
    _int("seconds"),
    sqlite_with_rowid=False,
)

# --- the journal ------------------------------------------------------------

# `state`: done, undone (can be redone), dropped (undone, then overtaken), or
# kept (part of making the project: not offered to undo).
# `last_id` of the newest operation is the highest row id given so far: ids are never used twice.
operation = Table(
    "operation",
    metadata,
    _id(),
    _uid(),
    _text("kind"),
    # No foreign keys: the history outlives what it tells of.
    Column("coder_id", Id),
    Column("article_id", Id),
    _text("time"),
    _text("schema_revision"),
    _text("state"),
    _text("state_time"),
    Column("last_id", Id, nullable=False),
    Column("facts", JSON, nullable=False),
    Index(None, "coder_id", "state"),
)

change = Table(
    "change",
    metadata,
    Column(
        "operation_id",
        Id,
        ForeignKey("operation.id", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("row_id", Id, primary_key=True, autoincrement=False),
    Column("table_name", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    sqlite_with_rowid=False,
)

#: The tables that the codebook lies in; what is named comes before what names it.
CODEBOOK = (
    code_list,
    attribute,
    category,
    alias,
    member,
    pattern,
    category_attribute,
    layer,
    variable,
)

JOURNALLED = {
    table.name: table
    for table in metadata.sorted_tables
    if table not in (original, text_version, fingerprint, work_time, operation, change)
}

"""`load.R`: the tables as data frames with labelled factors."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dataset.companions.written import Written, told_apart
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import day_names
from workbench.dataset.model import Column, Table, Type, ValueLabel

FILE = "load.R"
#: What R reads, the most usual first: CSV needs no package.
READ = (Format.CSV, Format.DTA, Format.SAV, Format.ZSAV, Format.PARQUET)

_HEAD = r"""# Load the tables of this dataset into R, with labelled factors.
#
#   source("load.R", encoding = "UTF-8")
#   stance <- load_table("stance")      # one table
#   tables <- load_all()                # all of them, as a list
#
# Outlet, outlet type and day of publication of the article stand beside what was coded
# (join = FALSE leaves them out). Values that are missing by a code (-97 not applicable,
# -98 undecidable, -99 not coded) are NA; missing = TRUE makes them levels of the factors.
# Of dates that are full days there is a column more, NAME_day.

dataset_folder <- tryCatch(dirname(sys.frame(1)$ofile), error = function(e) ".")

"""
_BODY = r"""
load_all <- function(join = TRUE, missing = FALSE, folder = dataset_folder) {
  names <- names(dataset_columns)
  setNames(lapply(names, load_table, join = join, missing = missing, folder = folder), names)
}

load_table <- function(name, join = TRUE, missing = FALSE, folder = dataset_folder) {
  columns <- dataset_columns[[name]]
  if (is.null(columns)) {
    stop("There is no table ", name, ", but: ", toString(names(dataset_columns)))
  }
  data <- .read(name, columns, folder)
  for (column in names(columns)) {
    about <- columns[[column]]
    if (is.null(data[[column]])) next
    values <- .typed(data[[column]], about, missing)
    attr(values, "label") <- about$label
    data[[column]] <- values
    if (about$type == "date") data[[about$day]] <- .day(data[[column]])
  }
  if (join) for (other in dataset_joins[[name]]) data <- .joined(data, other, folder, missing)
  data
}

.missing <- c("-97" = "@NA@", "-98" = "@UNKNOWN@", "-99" = "@NOT_CODED@")

.typed <- function(values, about, missing) {
  switch(about$type,
    integer = , real = .number(values),
    boolean = .number(values) == 1,
    category = .factor(as.character(values), about, missing),
    .text(as.character(values)))
}

.text <- function(text) {
  text[text %in% ""] <- NA
  text
}

.number <- function(values) {
  values <- as.numeric(values)
  values[as.character(values) %in% names(.missing)] <- NA
  values
}

.factor <- function(text, about, missing) {
  values <- dataset_values[[about$values]]
  keys <- values[[.by]]
  labels <- values$label
  if (missing) {
    found <- .missing[names(.missing) %in% text]
    keys <- c(keys, names(found))
    labels <- c(labels, unname(found))
  }
  factor(text, levels = keys, labels = labels, ordered = about$ordered)
}

.day <- function(text) {
  as.Date(ifelse(grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text), text, NA))
}

.joined <- function(data, other, folder, missing) {
  there <- load_table(other$table, join = FALSE, missing = missing, folder = folder)
  key <- function(frame) do.call(paste, c(unname(as.list(frame[other$by])), sep = "\r"))
  at <- match(key(data), key(there))
  for (column in names(other$columns)) {
    found <- there[[column]][at]
    attr(found, "label") <- attr(there[[column]], "label")
    data[[other$columns[[column]]]] <- found
  }
  data
}
"""
_CSV = r"""
.by <- "key"
.read <- function(name, columns, folder) {
  data <- read.csv(file.path(folder, paste0(name, ".csv")), header = FALSE, skip = 1,
    sep = "@SEPARATOR@", col.names = names(columns), colClasses = "character", na.strings = "",
    encoding = "UTF-8", check.names = FALSE)
@UNGUARDED@  data
}
"""
# As workbench.files.cells escapes it.
_UNGUARDED = r"""  # An apostrophe before what looks like a formula is no part of the text.
  signs <- "[\\t\\r\\n]|[\\s\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20]"
  formula <- paste0("^'(?='*(?:", signs, "))")
  data[] <- lapply(data, function(text) sub(formula, "", text, perl = TRUE))
"""
_HAVEN = r"""
.by <- "code"
.read <- function(name, columns, folder) {
  data <- as.data.frame(haven::@READ@(file.path(folder, paste0(name, ".@FORMAT@"))@OPTIONS@))
  data[] <- lapply(data, function(values) {
@CODES@    if (inherits(values, "Date")) values else as.vector(unclass(values))
  })
  data
}
"""
_TAGGED = r"""    tag <- if (is.double(values)) haven::na_tag(values) else NA
    values <- unclass(values)
    values[!is.na(tag)] <- c(a = -97, b = -98, c = -99)[tag[!is.na(tag)]]
"""
_PARQUET = r"""
.by <- "key"
.read <- function(name, columns, folder) {
  as.data.frame(arrow::read_parquet(file.path(folder, paste0(name, ".parquet"))))
}
"""


def load_r(written: Written, missing: Sequence[str]) -> str | None:
    """Return the script; None if nothing was written that R reads.

    `missing` are the meanings of −97, −98 and −99.
    """
    chosen = next((each for each in READ if each in written.formats), None)
    if chosen is None:
        return None
    lists = _Lists()
    labelled = chosen in READ[1:4]
    columns = [_table(each, lists, labelled=labelled) for each in written.tables]
    joins = [_joins(written, each) for each in written.tables if written.joins(each)]
    body = _BODY
    for mark, words in zip(("@NA@", "@UNKNOWN@", "@NOT_CODED@"), missing, strict=True):
        body = body.replace(mark, words)
    return "".join(
        (
            _HEAD,
            f"dataset_values <- list({','.join(lists.told)}\n)\n\n",
            f"dataset_columns <- list({','.join(columns)}\n)\n\n",
            f"dataset_joins <- list({','.join(joins)}\n)\n",
            body,
            _reader(written, chosen),
        )
    )


def _reader(written: Written, chosen: Format) -> str:
    if chosen is Format.CSV:
        separator = written.csv.separator.value.replace("\t", "\\t")
        unguarded = _UNGUARDED if written.csv.excel_safe else ""
        return _CSV.replace("@SEPARATOR@", separator).replace("@UNGUARDED@", unguarded)
    if chosen is Format.PARQUET:
        return _PARQUET
    stata = chosen is Format.DTA
    text = _HAVEN.replace("@READ@", "read_dta" if stata else "read_sav")
    text = text.replace("@OPTIONS@", "" if stata else ", user_na = TRUE")
    return text.replace("@FORMAT@", chosen).replace("@CODES@", _TAGGED if stata else "")


class _Lists:
    """The value labels of columns, each set of them once."""

    def __init__(self) -> None:
        self._names: dict[tuple[ValueLabel, ...], str] = {}

    def name(self, values: tuple[ValueLabel, ...]) -> str:
        """Return the name of a set of labels."""
        return self._names.setdefault(values, f"v{len(self._names) + 1}")

    @property
    def told(self) -> list[str]:
        """The sets in R."""
        return [_values(name, values) for values, name in self._names.items()]


def _values(name: str, values: Sequence[ValueLabel]) -> str:
    keys = ", ".join(_text(each.key) for each in values)
    codes = ", ".join(str(each.code) for each in values)
    told = told_apart([(each.key, each.label) for each in values])
    labels = ", ".join(map(_text, told))
    parts = (f"key = c({keys})", f"code = c({codes})", f"label = c({labels})")
    return f"\n  {name} = list(" + ",".join(f"\n    {each}" for each in parts) + ")"


def _table(table: Table, lists: _Lists, *, labelled: bool) -> str:
    columns = [each for each in table.columns if not (labelled and each.repeats)]
    days = day_names(table)
    told = ",".join(_column(each, lists, days) for each in columns)
    return f"\n  {table.name} = list({told})"


def _column(column: Column, lists: _Lists, days: dict[str, str]) -> str:
    parts = [f"type = {_text(column.type.value)}", f"label = {_text(column.label)}"]
    if column.type is Type.CATEGORY:
        ordered = "TRUE" if column.ordered else "FALSE"
        parts += [f"values = {_text(lists.name(column.values))}", f"ordered = {ordered}"]
    if column.type is Type.DATE:
        parts.append(f"day = {_text(days[column.name])}")
    return f"\n    {_name(column.name)} = list({', '.join(parts)})"


def _joins(written: Written, table: Table) -> str:
    told = ",".join(
        f"\n    list(table = {_text(each.table)}, by = c({', '.join(map(_text, each.by))}), "
        f"columns = c({', '.join(f'{_name(own)} = {_text(new)}' for own, new in each.columns)}))"
        for each in written.joins(table)
    )
    return f"\n  {table.name} = list({told})"


def _name(name: str) -> str:
    """Return a name in backticks: some are words of R (`when` is none, `next` and `in` are)."""
    return f"`{name}`"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'

"""What an export refuses: each one sentence with a way out; the old export stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.errors import Refusal


class ExportExists(Refusal):
    """The folder holds an earlier export."""

    sentence = (
        "“{folder}” holds an export already; choose another folder, or export again "
        "with leave to overwrite it (on the command line: --overwrite)."
    )


class ExportFolderForeign(Refusal):
    """The folder holds something that no export of ours has written."""

    sentence = (
        "“{folder}” holds “{name}”, which is not part of an export; "
        "choose a new or empty folder, so that nothing of yours is lost."
    )


class ExportTargetIsFile(Refusal):
    """A file stands where the folder should be."""

    sentence = "“{folder}” is a file; choose a folder for the tables."


class ExportParentMissing(Refusal):
    """The folder in which the export's folder should be made does not exist."""

    sentence = "The folder “{folder}” does not exist; make it first, or choose another."


class ExportDiskFull(Refusal):
    """The disk has no room left for the tables."""

    sentence = "The disk of “{folder}” is full; nothing was exported. Free some room and try again."


class ExportFailed(Refusal):
    """Writing or moving the tables failed."""

    sentence = (
        "The tables could not be written to “{folder}” ({detail}); nothing was changed. "
        "Close the programs that have the old tables open, or choose another folder."
    )


class ExportTooManyRows(Refusal):
    """A table has more rows than a sheet of Excel can hold."""

    sentence = (
        "The table “{table}” has {rows} rows or more, and a sheet of Excel holds {limit}; nothing "
        "was exported. Choose another format, such as CSV or Parquet, or less of the project."
    )


class ExportTooManyColumns(Refusal):
    """A table has more columns than a format can hold."""

    sentence = (
        "The table “{table}” has {columns} columns, and {program} holds {limit}; nothing was "
        "exported. Leave this table out, or choose another format, such as CSV or Parquet."
    )


class UnknownTable(Refusal):
    """A table is wanted that the dataset lacks."""

    sentence = "The dataset has no table “{name}”; choose of these: {known}."


class UnknownCoder(Refusal):
    """The work of somebody is wanted who has coded nothing."""

    sentence = "“{name}” has coded nothing in this project; choose of these coders: {known}."


class NobodyHasCoded(UnknownCoder):
    """The work of somebody is wanted, and there is nobody's."""

    sentence = (
        "“{name}” has coded nothing in this project, and neither has anybody else; "
        "code something first, or export without naming a coder."
    )


class UnknownStatus(Refusal):
    """Articles are wanted by a status that there is none."""

    sentence = "“{name}” is no status of an article; choose of these: {known}."


class UnknownPeriod(Refusal):
    """Dyads are wanted by a period that there is none."""

    sentence = "“{name}” is no period that statements can be counted by; choose of these: {known}."


class UnknownVariableWanted(Refusal):
    """A variable is wanted that no layer has."""

    sentence = "No layer has a variable “{name}”; choose of these: {known}."


class NoVariableToWant(UnknownVariableWanted):
    """A variable is wanted, and no layer has any."""

    sentence = (
        "No layer has a variable “{name}”, nor any other; "
        "add variables to the codebook, or export without naming one."
    )


class UnknownPreset(Refusal):
    """An export is wanted as it was never remembered."""

    sentence = "The project remembers no export called “{name}”; choose of these: {known}."


class NoPresetYet(UnknownPreset):
    """An export is wanted as it was remembered, and none was."""

    sentence = (
        "The project remembers no export called “{name}”, nor any other; choose what to export "
        "and remember it by a name (in the window, or on the command line: --remember)."
    )


def unknown_preset(name: str, known: Iterable[str]) -> UnknownPreset:
    """Return the refusal of an export that is none of the `known`."""
    others = ", ".join(known)
    return (UnknownPreset if others else NoPresetYet)(name=name, known=others)


class PresetNameEmpty(Refusal):
    """An export is to be remembered without a name."""

    sentence = "An export is remembered by its name; give it one."


class DatasetFormatUnknown(Refusal):
    """The dataset is asked for in a format that there is not."""

    sentence = "The dataset has no format “{value}”; choose from: {known}."


class SeparatorUnknown(Refusal):
    """The cells of a CSV file are to be separated by something unusual."""

    sentence = "Cells are not separated by “{value}”; choose comma, semicolon or tab."

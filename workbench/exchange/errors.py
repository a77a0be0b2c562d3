"""What is refused of a file that should hold a codebook, and of one that should be written."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class CodebookFormatUnknown(Refusal):
    """Nothing tells that a file is a codebook."""

    sentence = (
        "“{file}” is no codebook that we can read; "
        "export it as CSV, Excel (.xlsx), REFI-QDA (.qdc) or our own JSON and import that."
    )


class CodebookOnlyPrinted(Refusal):
    """A file is a printed codebook, which is not read back."""

    sentence = (
        "“{file}” is for reading and printing and cannot be imported; "
        "import the codebook as JSON, CSV, Excel or .qdc instead."
    )


class CodebookEmpty(Refusal):
    """A file holds no category."""

    sentence = "“{file}” holds no category; save the codebook again and import that."


class CodebookTooLarge(Refusal):
    """A file holds more categories than anybody can choose from."""

    sentence = (
        "“{file}” holds {count} categories and the limit is {limit}; "
        "divide it into several codebooks."
    )


class CodebookFileTooLarge(Refusal):
    """A file is larger than any codebook."""

    sentence = "“{file}” has {megabytes} MB and a codebook may have {limit} MB; take another."


class CodebookVersionTooNew(Refusal):
    """A file is written after a newer version of its standard."""

    sentence = (
        "“{file}” follows version {found} of its standard, which is newer than this program; "
        "export it in an older version, or update the program."
    )


class CodebookNamesUnknown(Refusal):
    """Nothing tells which column holds the names of the categories."""

    sentence = (
        "Which column of “{file}” holds the categories cannot be told; "
        "name it (name=…), it is one of: {known}."
    )


class CodebookFieldUnknown(Refusal):
    """A column is given to what categories do not have."""

    sentence = "Categories have no field “{field}”; choose one of: {known}."


class CodebookWithoutColumns(Refusal):
    """Columns are given to fields, and the file is no table."""

    sentence = "“{file}” is no table and has no columns to choose from; leave the columns out."


class CodebookCellWrong(Refusal):
    """A cell does not hold what its column asks for."""

    sentence = (
        "{place}: “{value}” does not fit the column “{column}”; "
        "correct it and import the codebook again."
    )


class CodebookRowWithoutName(Refusal):
    """A row says something, but not of which category."""

    sentence = "{place} names no category; give it a name or take the row out."


class CodebookTextTooLong(Refusal):
    """A text is longer than a cell of a spreadsheet can hold."""

    sentence = (
        "A text of {place} has {length} characters, and a cell of Excel holds {limit}; "
        "export the codebook as CSV or JSON."
    )


class CodebookWithoutList(Refusal):
    """A codebook without code lists cannot be told in a format that asks for one."""

    sentence = "The codebook has no code list, and the format asks for one; add one first."


class ProjectFormatUnknown(Refusal):
    """Nothing tells that a file is a coded project."""

    sentence = (
        "“{file}” is no coded project that we can read; "
        "export it there in one of these formats and import that: {known}."
    )


class DocumentTooLong(Refusal):
    """A document of a coded project is longer than any article."""

    sentence = (
        "A document of “{file}”, “{name}”, has {count} characters and the limit is {limit}; "
        "divide it in the program that wrote the file."
    )


class ProjectFileTooLarge(Refusal):
    """A file is larger than any coded project that can be read."""

    sentence = (
        "“{file}” has {megabytes} MB and a coded project may have {limit} MB; "
        "export it without pictures, sound and film, or in parts."
    )


class PackageClimbs(Refusal):
    """A package has a member whose path leads out of it."""

    sentence = (
        "“{file}” holds “{member}”, whose path leads out of the package, which can be an attack; "
        "export the project anew and import that."
    )


class ProjectWithoutDocument(Refusal):
    """A package after the standard has no document that tells what is in it."""

    sentence = (
        "“{file}” has no project in it (no member that ends in .qde); "
        "export the project anew and import that."
    )


class NotARefiProject(Refusal):
    """The document in a package is of another kind."""

    sentence = (
        "“{file}” does not hold a project after REFI-QDA (its document begins with “{found}”); "
        "export the project anew as .qdpx and import that."
    )


class ProjectVersionTooNew(Refusal):
    """A project is written after a newer version of its standard."""

    sentence = (
        "“{file}” follows version {found} of its standard, which is newer than this program; "
        "export it in an older version, or update the program."
    )

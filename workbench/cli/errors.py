"""Why the command line refuses, beyond what the rest of the program refuses."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class WrongUsage(Exception):  # noqa: N818 (neither refusal nor defect: it has an exit code of its own)
    """The command was written wrongly; `usage` shows how it is written."""

    def __init__(self, sentence: str, usage: str) -> None:
        self.usage = usage
        super().__init__(sentence)


class OutputIsInput(Refusal):
    """A file would be replaced by what is made of it."""

    sentence = "“{path}” is the file that is read; write to another one."


class CodebookNotNamed(Refusal):
    """It is said how a codebook file is to be read, but not which."""

    sentence = "“{option}” says how a codebook file is read; name the file with --codebook."


class NoSuchVersion(Refusal):
    """A version of the codebook is named that was never frozen."""

    sentence = "The codebook has no version “{name}”; choose one of: {known}."


class NoVersionYet(Refusal):
    """A version of the codebook is named, and none was ever frozen."""

    sentence = "No version of the codebook is frozen yet; “workbench codebook freeze” makes one."


class NotACondition(Refusal):
    """What is wanted of a variable is written in another way."""

    sentence = (
        "“{value}” is no condition; write a variable and its values, as in voice=author,quoted."
    )


class OptionIdle(Refusal):
    """An option is given that says nothing of any format that is wanted."""

    sentence = (
        "“{option}” has no effect on {formats}; leave it out, or export one of these: {known}."
    )


class FolderNotNamed(Refusal):
    """Tables are to be written, and it is not said where to."""

    sentence = "Name the folder that the tables are to be written to, or see them with --preview."


class NoDisplay(Refusal):
    """There is no screen for a window."""

    sentence = (
        "There is no display to open a window on; "
        "log in to a desktop, or run “workbench tour FOLDER”, which needs none."
    )


class WindowUnavailable(Refusal):
    """Qt cannot be loaded."""

    sentence = (
        "The window cannot be opened ({detail}); "
        "install the system libraries that README names, then try again."
    )


class SystemRefused(Refusal):
    """The operating system refused something that nobody foresaw."""

    sentence = (
        "The system refused an operation ({detail}); check the disk and your rights, and try again."
    )


class CodedProjectNotAlone(Refusal):
    """A coded project is to be imported together with other files."""

    sentence = "“{path}” is a coded project; import it by itself."


class OptionOfArticles(Refusal):
    """An option says how articles are to be imported, and a coded project is."""

    sentence = "“{option}” is for articles and has no effect on a coded project; leave it out."

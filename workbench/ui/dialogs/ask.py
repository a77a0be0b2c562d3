"""The system's own dialogs for files and folders, and plain questions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_SUFFIX = ".workbench"
#: The files that are offered when articles are asked for.
ARTICLE_SUFFIXES = (
    *("txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht"),
    *("docx", "odt", "rtf", "pdf", "zip", "csv", "tsv", "xlsx", "jsonl"),
)
#: Those of projects that other programs have coded.
CODED_SUFFIXES = ("qdpx", "dna", "sqlite3", "zip", "xmi", "json", "tsv")
CODEBOOK_SUFFIXES = ("json", "csv", "tsv", "xlsx", "qdc")
# Words of Qt's own file dialog (where a system has none) that Qt's translation lacks.
_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


def ask_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask which project to open."""
    title = QCoreApplication.translate("Ask", "Open project")
    kinds = QCoreApplication.translate("Ask", "Projects (*.workbench)")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_articles(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to import."""
    title = QCoreApplication.translate("Ask", "Import articles")
    articles = QCoreApplication.translate("Ask", "Articles and tables of articles")
    coded = QCoreApplication.translate("Ask", "Coded projects of other programs")
    everything = QCoreApplication.translate("Ask", "All files (*)")
    both = ((articles, ARTICLE_SUFFIXES), (coded, CODED_SUFFIXES))
    offered = (f"{told} ({' '.join(f'*.{e}' for e in endings)})" for told, endings in both)
    kinds = ";;".join([*offered, everything])
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_article_folder(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a folder of articles."""
    title = QCoreApplication.translate("Ask", "Import a folder of articles")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_codebook(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a codebook file."""
    title = QCoreApplication.translate("Ask", "Choose a codebook")
    told = QCoreApplication.translate("Ask", "Codebooks")
    everything = QCoreApplication.translate("Ask", "All files (*)")
    kinds = f"{told} ({' '.join(f'*.{each}' for each in CODEBOOK_SUFFIXES)});;{everything}"
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_codebook_target(parent: QWidget, suggested: Path, title: str = "") -> Path | None:
    """Ask where a codebook shall be written, or what `title` says; the name keeps its ending.

    The dialog asks before a file is replaced; a name that gets its ending here only is asked for
    by `agree`.
    """
    asked = title or QCoreApplication.translate("Ask", "Export the codebook")
    kinds = f"*{suggested.suffix}"
    name, _ = QFileDialog.getSaveFileName(parent, asked, str(suggested), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.casefold() == suggested.suffix:
        return path
    path = path.with_name(path.name + suggested.suffix)
    question = QCoreApplication.translate("Ask", "“{file}” exists already. Replace it?")
    replace = QCoreApplication.translate("Ask", "Replace")
    may = not path.exists() or agree(parent, question.format(file=path.name), replace)
    return path if may else None


def ask_new_file(parent: QWidget, suggested: Path) -> Path | None:
    """Ask where a new project shall lie; the name gets its suffix."""
    title = QCoreApplication.translate("Ask", "New project")
    kinds = QCoreApplication.translate("Ask", "Projects (*.workbench)")
    # Replacing a project is never meant; that it exists is said where it is made.
    option = QFileDialog.Option.DontConfirmOverwrite
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds, options=option)
    return with_suffix(Path(name)) if name else None


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the folder to export into."""
    title = QCoreApplication.translate("Ask", "Export the dataset into a folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def agree(parent: QWidget, question: str, button: str, no: str = "") -> bool:
    """Ask whether to do what cannot be undone; "no" (Cancel, unless named) is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, "", question, parent=parent)
    box.setWindowTitle(QCoreApplication.translate("Ask", "Pizhu Workbench"))
    yes = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    if no:
        box.setDefaultButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    else:
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is yes


def with_suffix(path: Path) -> Path:
    """Return `path` with the suffix of projects."""
    return path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)

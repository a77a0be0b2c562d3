"""What a reader of REFI-QDA documents asks of its elements, in whatever namespace they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.exchange.project.model import NOBODY
from workbench.exchange.project.refi import bare
from workbench.exchange.project.refi_package import RefiPackage
from workbench.files.xml import Element, attribute, local_name

_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?(Z|[+-]00:00)?")


@dataclass(frozen=True, slots=True)
class RefiNote:
    """A note: its text, its description, who wrote it and when."""

    guid: str
    name: str
    text: str
    description: str
    coder: str
    created: str
    modified: str


class RefiDocument:
    """The document of a package, with its users and notes by their GUIDs."""

    def __init__(self, package: RefiPackage) -> None:
        self.package = package
        self.root = package.root
        self.users = dict(self._users())
        self.notes = {each.guid: each for each in self._notes()}

    def children(self, element: Element, name: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (each for each in element if local_name(each) == name)

    def part(self, name: str) -> Sequence[Element]:
        """Return what lies in a part of the project, such as its sources."""
        return [each for part in self.children(self.root, name) for each in part]

    def text(self, element: Element, name: str) -> str:
        """Return the text of a child, empty without one."""
        found = next(self.children(element, name), None)
        return (found.text or "") if found is not None else ""

    def guid(self, element: Element, name: str = "guid") -> str:
        """Return a GUID of an element as it is compared."""
        return bare(attribute(element, name))

    def targets(self, element: Element, name: str) -> Iterator[str]:
        """Yield the GUIDs that children of a name refer to."""
        return (self.guid(each, "targetGUID") for each in self.children(element, name))

    def coder(self, element: Element) -> str:
        """Return who made an element, NOBODY where that is not said."""
        return self.users.get(self.guid(element, "creatingUser"), NOBODY)

    def refs(self, element: Element) -> list[RefiNote]:
        """Return the notes that an element refers to, which are there."""
        found = self.targets(element, "NoteRef")
        return [self.notes[each] for each in found if each in self.notes]

    def _users(self) -> Iterator[tuple[str, str]]:
        for each in self.part("Users"):
            own = self.guid(each)
            yield own, attribute(each, "name") or attribute(each, "id") or own

    def _notes(self) -> Iterator[RefiNote]:
        for each in self.part("Notes"):
            yield RefiNote(
                self.guid(each),
                attribute(each, "name"),
                self._note_text(each),
                self.text(each, "Description"),
                self.coder(each),
                time_of(each, "creationDateTime"),
                time_of(each, "modifiedDateTime"),
            )

    def _note_text(self, element: Element) -> str:
        path = attribute(element, "plainTextPath")
        if not path:
            return self.text(element, "PlainTextContent")
        return (self.package.text(path) or "").removeprefix("\ufeff")


def time_of(element: Element, name: str) -> str:
    """Return a time of an element as we keep it, empty where none is said, or one elsewhere."""
    found = _TIME.fullmatch(attribute(element, name).strip())
    if not found:
        return ""
    return f"{found[1]}.{(found[2] or '').ljust(3, '0')}Z"

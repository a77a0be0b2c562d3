"""What categories that are gone had, among the settings.

Each writing that takes some out leaves a setting of its own, so that one coder's undo takes back
what it left and nothing of another's.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.domain.codebook_edit.spent import Spent

_PREFIX = "spent_"


def spent_row(name: str, list_uid: str, spent: Spent) -> dict[str, str]:
    """Return the setting that holds what is spent of the code list with that uid."""
    return {"key": f"{_PREFIX}{name}", "value": f"{list_uid} {spent.code} {spent.number}"}


def read_spent(settings: Mapping[str, str]) -> dict[str, Spent]:
    """Return what is spent of each code list, by the list's uid."""
    found: dict[str, Spent] = {}
    for key, value in settings.items():
        if key.startswith(_PREFIX):
            uid, code, number = value.split()
            found[uid] = found.get(uid, Spent()).and_of(Spent(int(code), int(number)))
    return found

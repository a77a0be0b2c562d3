"""Refusals of the store that the window names; apart, since they load SQLAlchemy with them."""

from __future__ import annotations

from workbench.store.errors import (
    DiskFailed,
    DiskFull,
    ProjectBusy,
    ProjectReadOnly,
    StepConflict,
)

__all__ = ["NOT_WRITTEN", "ProjectReadOnly", "StepConflict"]

#: The file takes nothing just now; once that is mended, the same can be saved.
NOT_WRITTEN = (DiskFull, DiskFailed, ProjectBusy, ProjectReadOnly)

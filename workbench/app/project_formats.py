"""The names of the formats of coded projects, for who offers them; loads no reader."""

from __future__ import annotations

from workbench.exchange.project.kinds import ProjectFormat

__all__ = ["ProjectFormat"]

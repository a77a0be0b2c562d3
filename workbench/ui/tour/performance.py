"""One way through the tour: every step played, checked, told and kept in a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from workbench.ui.tour.errors import TourStopped
from workbench.ui.tour.hands import Covered, Hands
from workbench.ui.tour.pictures import picture_of
from workbench.ui.tour.player import Act, Player, Waited
from workbench.ui.tour.route import FINE, STEPS, Step, name_of
from workbench.ui.tour.scene import Scene, WrongEffect
from workbench.ui.tour.stage import Variant

if TYPE_CHECKING:
    from collections.abc import Generator

    from workbench.ui.desk import Desk

_FINE_SCALE = 2.0


class Performance:
    """Play the steps on one window; `tell` is given a line a step."""

    def __init__(
        self, desk: Desk, variant: Variant, home: Path, folder: Path, tell: Callable[[str], object]
    ) -> None:
        self._desk = desk
        self._variant = variant
        self._home = home
        self._folder = folder
        self._tell = tell

    def play(self, examples: tuple[Path, ...]) -> None:
        """Play every step, or raise TourStopped with a picture of where it stopped."""
        dataset = self._folder / "dataset" / self._variant.language[:2]
        dataset.mkdir(parents=True, exist_ok=True)
        scene = Scene(self._desk, Hands(self._desk.context.window), self._home, examples, dataset)
        player = Player(self._steps(scene))
        with _faults_told_to(player):
            player.play()

    async def _steps(self, scene: Scene) -> None:
        for number, step in enumerate(STEPS, 1):
            try:
                await step(scene)
            except Exception as error:
                raise self._stopped(name_of(step), error) from error
            await Act(lambda number=number, step=step: self._keep(number, step))

    def _keep(self, number: int, step: Step) -> None:
        name = f"{self._variant.name}-{number:02}-{name_of(step)}"
        self._save(name, self._picture())
        if step is FINE:
            self._save(f"{name}@2x", self._picture(_FINE_SCALE))
        self._tell(f"{number:2}  {name}")

    def _picture(self, scale: float = 1.0) -> QImage:
        return picture_of(self._desk.context.window, self._desk.context.appearance.theme, scale)

    def _save(self, name: str, picture: QImage) -> Path:
        path = self._folder / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(None, "the picture cannot be written", str(path))
        return path

    def _stopped(self, step: str, error: Exception) -> TourStopped:
        picture = self._save(f"{self._variant.name}-stopped", self._picture())
        known = isinstance(error, AssertionError | Covered | Waited | WrongEffect)
        reason = str(error) if known else f"{type(error).__name__}: {error}"
        return TourStopped(step=step, reason=reason, picture=picture)


@contextmanager
def _faults_told_to(player: Player) -> Generator[None]:
    """Have what nobody caught end the story instead of being printed."""

    def tell(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        player.fail(error.with_traceback(trace))

    before, sys.excepthook = sys.excepthook, tell
    try:
        yield
    finally:
        sys.excepthook = before

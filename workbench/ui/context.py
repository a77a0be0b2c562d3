"""What every flow of the window needs: the window, how it looks, memory, work behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workbench.app.messages import Messages
from workbench.app.settings import Folders, Settings
from workbench.app.surroundings import Surroundings
from workbench.domain.errors import Refusal
from workbench.ui.appearance import Appearance
from workbench.ui.background import Background
from workbench.ui.main_window import MainWindow

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """Handed to each flow; nothing of it is global."""

    window: MainWindow
    appearance: Appearance
    settings: Settings
    folders: Folders
    background: Background
    surroundings: Surroundings

    def sentence(self, refusal: Refusal) -> str:
        """Return a refusal as one sentence in the language of the interface."""
        return self.messages.error(refusal)

    @property
    def messages(self) -> Messages:
        """The sentences that are not the window's own, in the language of the interface."""
        return Messages(self.appearance.language)

    def failed(self, error: BaseException) -> None:
        """Show a refusal in the info bar; anything else is a fault of the program."""
        if not isinstance(error, Refusal):
            raise error
        # The sentence may stay for hours: nothing that was in hand where it arose stays with it.
        error.__cause__ = error.__context__ = None
        refusal = error.with_traceback(None)
        self.window.info.refuse(lambda: self.sentence(refusal))

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Run `action`; show its refusal and return None if it is refused."""
        try:
            return action()
        except Refusal as refusal:
            self.failed(refusal)
            return None

"""Between the ledger's tab and the session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.app.forecasts import change_question, ledger_of
from workbench.app.session import Session
from workbench.domain.forecasts import forecast_layer
from workbench.ui.annotations.tabs import BelowTabs
from workbench.ui.context import Context


class ForecastFlow(QObject):
    """Show one's own ledger, and change its questions."""

    def __init__(
        self, context: Context, session: Session, below: BelowTabs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._below = below
        below.forecasts.set_read_only(session.read_only)
        self.follow()

    def follow(self) -> None:
        """Have the tab there only where the codebook codes forecasts."""
        self._below.show_forecasts(forecast_layer(self._session.codebook) is not None)

    def show(self) -> None:
        """Read the ledger and show it."""
        self._below.forecasts.show_ledger(ledger_of(self._session))

    def change(self, question: str, attribute: str, value: str) -> None:
        """Change a question for all its forecasts; what is refused is said."""
        changes = {attribute: value}
        self._context.attempt(lambda: change_question(self._session, question, **changes))

"""What the codebook suggests in the open article: shown faintly, accepted or rejected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from workbench.app.commands import MarkSpans
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.app.suggesting import Searched
from workbench.app.suggestions import Suggested, Suggestion
from workbench.domain.codebook import Category, Layer
from workbench.domain.text import Span
from workbench.ui.actions import Need
from workbench.ui.book_reading import FIRST
from workbench.ui.context import Context
from workbench.ui.open_article import OpenArticle
from workbench.ui.panels import Panels
from workbench.ui.suggestions.popup import Choice, SuggestionPopup
from workbench.ui.tags.labels import category_tip, name_of, other, told

_AROUND = 1_000  # characters within which annotations may decide about a suggestion


def _short(category: Category, layer: Layer) -> str:
    """Return a category's name and definition, the layer's where it has none, as rich text."""
    definition = told(category.guide.definition) or told(layer.guide.definition)
    name = f"<b>{escape(name_of(category))}</b> {escape(other(category.label))}"
    return f"{name}<br>{escape(definition)}" if definition else name


class SuggestFlow(QObject):
    """Search the open article behind the window, and turn gestures into commands."""

    hint = Signal(str)
    current_changed = Signal()
    all_wanted = Signal(str, str)  # layer and category

    def __init__(
        self,
        context: Context,
        session: Session,
        panels: Panels,
        open_: OpenArticle,
        leave_form: Callable[[], bool],
    ) -> None:
        super().__init__(panels.pane)
        self._context, self._session = context, session
        self._panels, self._pane, self._open = panels, panels.pane, open_
        self._leave_form = leave_form  # False: it holds what cannot be saved
        self._shown = Suggested()
        self._offers = panels.pane.offers  # where they are shown
        self._complete: int | None = None  # the article of which they are all there is
        self._touched: list[Span] | None = []  # where something has changed since; None: anywhere
        self._searching: set[int] = set()
        self._told: set[str] = set()  # rules whose trouble was told
        self._hidden: frozenset[str] = frozenset()  # layers that are not shown
        self.popup = SuggestionPopup(context.appearance.theme, context.window)
        # After the article, or the mark, is painted.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        self._connect()

    def _connect(self) -> None:
        pane, popup = self._pane, self.popup
        pane.tell_offer = self._tell_offer
        pane.offer_clicked.connect(self._open_card)
        pane.selection_changed.connect(self._let_go)
        pane.caret_moved.connect(self._let_go)
        pane.scrolled.connect(popup.close_card)
        popup.accepted.connect(self._accept_as)
        popup.rejected.connect(self.reject)
        popup.other_wanted.connect(self._choose_other)
        popup.all_here_wanted.connect(self._accept_all_of)
        popup.all_wanted.connect(self._want_all)
        popup.closed.connect(self._leave_card)

    # --- what is shown -------------------------------------------------------

    @property
    def on(self) -> bool:
        """Whether suggestions are shown."""
        return self._context.settings.values.suggestions

    @property
    def shown(self) -> Suggested:
        """The suggestions in the open article, in text order."""
        return self._shown

    @property
    def current(self) -> Suggestion | None:
        """The suggestion that the keyboard is at."""
        number = self._pane.current_offer()
        return None if number is None or number >= len(self._shown) else self._shown[number]

    @property
    def there(self) -> set[Need]:
        """What suggestions make possible."""
        return {Need.SUGGESTION} if self.current is not None else set()

    def turn(self, on: bool) -> None:
        """Show suggestions, or none."""
        self._context.settings.values.suggestions = on
        self._context.settings.save()
        self.follow()

    def hide(self, layers: frozenset[str]) -> None:
        """Suggest nothing of these layers: the article does not show them."""
        if layers != self._hidden:
            self._hidden = layers
            self.follow()

    def follow(self, touched: Sequence[Span] | None = None) -> None:
        """Show soon what is suggested in the article as it is now.

        `touched` are the stretches where annotations have changed, and nothing else has.
        """
        if touched is None:
            self._touched = None
        elif self._touched is not None:
            self._touched += touched
        self._later.start(0)

    def name_again(self) -> None:
        """Name everything by the codebook, and in the language, as they are now."""
        self._complete = None
        self.follow()

    def rest(self) -> None:
        """Put nothing off any more: the project closes."""
        self._later.stop()
        self.popup.hide()
        self.popup.deleteLater()

    def _refresh(self) -> None:
        article = self._open.id
        if not self.on or article is None:
            self._show(Suggested())
            return
        touched, self._touched = self._touched, []
        if self._pane.offers is not self._offers:  # the text was shown anew
            self._complete = None
        if touched is not None and article == self._complete and self._shown:
            self._show_around(article, touched)
            return
        annotations = self._panels.below.annotations.annotations()
        # Of a book that is still coming, only the annotations at its beginning are there.
        within = Span(0, FIRST) if self._open.is_coming else None
        known = self._session.suggestions.known(article, annotations, within)
        if known is not None:
            self._show(self._in_sight(known))
            self._complete = article if within is None else None
        elif article not in self._searching:
            self._search(article)

    def _in_sight(self, suggestions: Suggested) -> Suggested:
        if not self._hidden:
            return suggestions
        return Suggested(each for each in suggestions if each.layer not in self._hidden)

    def _search(self, article: int) -> None:
        self._show(Suggested())
        self._searching.add(article)
        search = self._session.suggestions.search(article)

        def work(_: Progress) -> Searched:
            return search()

        done, failed = partial(self._found, article), partial(self._failed, article)
        self._context.background.run("", work, done, failed, owner=self._session)

    def _found(self, article: int, result: Searched) -> None:
        self._searching.discard(article)
        self._session.suggestions.keep(article, result)
        self._tell_troubles()
        self._refresh()

    def _failed(self, article: int, error: BaseException) -> None:
        self._searching.discard(article)
        self._context.failed(error)

    def _tell_troubles(self) -> None:
        """Tell once of each rule that cannot be followed."""
        for pattern, trouble in self._session.suggestions.troubles().items():
            if pattern not in self._told:
                self._told.add(pattern)
                self._context.failed(trouble)

    def _show(self, suggestions: Suggested) -> None:
        self._complete = None
        if suggestions == self._shown and self._pane.offers is self._offers:
            return
        self._offers = self._pane.offers
        self._shown = suggestions
        self.popup.close_card()
        self._pane.show_offers(suggestions)
        self.current_changed.emit()

    def _show_around(self, article: int, touched: list[Span]) -> None:
        """Work out anew only what lies where something was marked: a book has very much more."""
        differ = False
        for within in touched:
            suggested = self._suggested(article, within)
            first = self._shown.near(within.start, within.end).start
            first = min([first, *map(self._shown.first_at, suggested.starts)])
            last = self._shown.first_at(within.end)
            before = self._shown[first:last]
            now = [*(each for each in before if not each.span.overlaps(within)), *suggested]
            now.sort(key=lambda each: (each.span, each.layer))
            if now != before:
                self._pane.patch_offers(first, last, now)
                differ = True
        if differ:
            self.popup.close_card()
            self.current_changed.emit()

    def _suggested(self, article: int, within: Span) -> Suggested:
        wide = Span(max(0, within.start - _AROUND), within.end + _AROUND)
        near = self._panels.below.annotations.touching(wide)
        return self._in_sight(self._session.suggestions.known(article, near, within) or Suggested())

    def _tell_offer(self, number: int) -> str:
        suggestion = self._shown[number]
        names = self.tr(" or ").join(map(name_of, self._categories(suggestion)))
        layer = name_of(self._session.codebook.layer(suggestion.layer))
        text = self.tr("Suggestion: {category} ({layer})").format(category=names, layer=layer)
        return f"<qt>{escape(text)}</qt>"

    def _categories(self, suggestion: Suggestion) -> list[Category]:
        code_list = self._session.codebook.code_list(suggestion.code_list)
        return [code_list.category(key) for key in suggestion.categories]

    # --- going from one to the next ------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next suggestion (1) or the one before (-1), from the caret or the current."""
        if self._pane.offers is not self._offers:
            self._refresh()
        if not self._shown:
            self.hint.emit(self._told_none())
            return
        if not self._leave_form():
            return
        current, caret = self._pane.current_offer(), self._pane.caret()
        if current is not None:
            number = current + by
        elif by > 0:
            ends = self._shown.ends
            near = range(self._shown.near(caret, caret).start, len(ends))
            number = next((i for i in near if ends[i] > caret), 0)
        else:
            number = self._shown.first_at(caret) - 1
        self._go_to(number % len(self._shown))

    def _let_go(self) -> None:
        """Be at no suggestion any more: the person is at a place of the text."""
        self.popup.close_card()
        if self._pane.current_offer() is not None:
            self._pane.choose_offer(None)
            self.current_changed.emit()

    def _told_none(self) -> str:
        if not self.on:
            return self.tr("Suggestions are off: turn them on in the menu Edit.")
        annotations = self._panels.below.annotations.annotations()
        if self._session.suggestions.known(self._open.id or 0, annotations):
            return self.tr("What is suggested here is of hidden layers: show them in Layers.")
        return self.tr("Nothing is suggested in this article any more.")

    def _go_to(self, number: int) -> None:
        self.popup.close_card()
        self._pane.choose_offer(number)
        self._pane.setFocus()
        self.current_changed.emit()
        suggestion = self._shown[number]
        names = self.tr(" or ").join(map(name_of, self._categories(suggestion)))
        text = self.tr("Suggestion {number} of {count}: “{quote}” as {category}")
        quote = self._session.text(self._open.id or 0)[suggestion.span.start : suggestion.span.end]
        count = len(self._shown)
        self.hint.emit(text.format(number=number + 1, count=count, quote=quote, category=names))

    # --- deciding ------------------------------------------------------------

    def accept(self) -> None:
        """Accept the current suggestion; where several categories are called so, ask."""
        number, suggestion = self._pane.current_offer(), self.current
        if number is None or suggestion is None:
            return
        if suggestion.sure:
            self._accept_as(suggestion.categories[0])
        else:
            self._open_card(number, focus=True)

    def _accept_as(self, category: str) -> None:
        suggestion, article = self.current, self._open.id
        if suggestion is not None and article is not None:
            self._decide(lambda: self._session.run(suggestion.accept(article, category)))

    def reject(self) -> None:
        """Suggest the current suggestion no more."""
        suggestion, article = self.current, self._open.id
        if suggestion is not None and article is not None:
            self._decide(lambda: self._session.run(suggestion.reject(article)))

    def _decide(self, run: Callable[[], object]) -> None:
        """Run a command on the current suggestion, and go on to the one behind it."""
        suggestion = self.current
        self.popup.close_card()
        if not self._leave_form():
            return
        self._context.attempt(run)
        self._refresh()
        following = None if suggestion is None else self._behind(suggestion.span)
        if following is not None:
            self._go_to(following)
        else:
            self._pane.setFocus()
            self.current_changed.emit()

    def _behind(self, span: Span) -> int | None:
        """Return the number of the first suggestion that stands behind a place."""
        shown = self._shown
        those = range(shown.first_at(span.start), len(shown))
        return next((number for number in those if shown.span(number) > span), None)

    def accept_all_here(self) -> None:
        """Accept every suggestion of the current one's category in this article, in one step."""
        suggestion = self.current
        if suggestion is None:
            return
        if suggestion.sure:
            self._accept_all_of(suggestion.categories[0])
        else:
            self.hint.emit(self.tr("Several categories are called so: accept it to choose one."))

    def _accept_all_of(self, category: str) -> None:
        suggestion, article = self.current, self._open.id
        if suggestion is None or article is None or not self._leave_form():
            return
        layer = suggestion.layer
        marks = tuple(
            each.accept(article)
            for each in self._shown
            if each.layer == layer and each.categories == (category,)
        )
        self._decide(lambda: self._session.run(MarkSpans(marks)))
        self.hint.emit(self.tr("Passages marked: {count}.").format(count=len(marks)))

    def want_all(self) -> None:
        """Look for the current suggestion's category in the whole project."""
        suggestion = self.current
        if suggestion is not None and suggestion.sure:
            self._want_all(suggestion.categories[0])
        elif suggestion is not None:
            self.hint.emit(self.tr("Several categories are called so: accept it to choose one."))

    def _want_all(self, category: str) -> None:
        suggestion = self.current
        self.popup.close_card()
        if suggestion is not None:
            self.all_wanted.emit(suggestion.layer, category)

    # --- the card ------------------------------------------------------------

    def _open_card(self, number: int, *, focus: bool = False) -> None:
        if self._session.read_only or number >= len(self._shown):
            return
        # It is in view already; a text that moved would not be under the second click.
        self._pane.choose_offer(number, scroll=False)
        self.current_changed.emit()
        suggestion = self._shown[number]
        layer = self._session.codebook.layer(suggestion.layer)
        choices = [
            Choice(each.key, name_of(each), _short(each, layer), category_tip(each, layer))
            for each in self._categories(suggestion)
        ]
        title = self.tr("Which one is meant?") if len(choices) > 1 else choices[0].name
        box = self._pane.rect_of_span(suggestion.span)
        corner = self._context.window.mapFromGlobal(box.topLeft())
        self.popup.open_for(title, choices, QRect(corner, box.size()), focus=focus)

    def _choose_other(self) -> None:
        suggestion = self.current
        self.popup.close_card()
        if suggestion is not None:
            self._pane.select_span(suggestion.span)
            self._panels.tags.start_finding(suggestion.layer)

    def _leave_card(self) -> None:
        if self.popup.isAncestorOf(self._context.window.focusWidget()):
            self._pane.setFocus()

"""Between the memos' panel and the session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workbench.app.commands import DeleteMemo, WriteMemo
from workbench.app.memos import PROJECT, MemoFound, Subject
from workbench.app.places import Place, Sort, item_at, place_of_category
from workbench.app.session import Session
from workbench.domain.changes import Changed
from workbench.domain.codebook import Category
from workbench.domain.errors import Refusal
from workbench.ui.annotations.tabs import BelowTabs
from workbench.ui.context import Context
from workbench.ui.punctuation import named
from workbench.ui.tags.labels import name_of


class MemoFlow:
    """Show and save the memo on one subject, list all, go to what a memo is on.

    `article` gives the open one, `meant` the entry of the codebook that a person means.
    """

    def __init__(
        self,
        context: Context,
        session: Session,
        below: BelowTabs,
        article: Callable[[], int | None],
        meant: Callable[[], Place | None],
    ) -> None:
        self._context, self._session = context, session
        self._below, self._panel = below, below.memos
        self._article, self._meant = article, meant
        self._category: Subject | None = None
        self._is_begun = False
        self._panel.editor.set_read_only(session.read_only)
        self._panel.editor.written.connect(self._write)
        self._panel.editor.subject_chosen.connect(self._show_memo)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "memo_article": self.write_on_article,
            "memo_category": self.write_on_category,
            "memo_project": lambda: self.write_on(PROJECT),
        }

    def end(self) -> None:
        """Save what is being written: the project is closed."""
        editor = self._panel.editor
        editor.save()
        editor.written.disconnect(self._write)
        editor.subject_chosen.disconnect(self._show_memo)
        editor.offer({PROJECT: ""}, PROJECT)
        editor.show_memo("")
        self._panel.clear()

    # --- writing --------------------------------------------------------------

    def write_on_article(self) -> None:
        """Write on the open article."""
        article = self._article()
        if article is not None:
            self.write_on(Subject(article))

    def write_on_category(self) -> None:
        """Write on the category that is meant: pointed at, at the keyboard, or selected."""
        place = self._meant()
        if place is None or place.sort is not Sort.CATEGORY:
            self._context.window.info.refuse(
                lambda: QCoreApplication.translate(
                    "Memos", "Go to a tag or to an annotation first: the memo is on its category."
                )
            )
            return
        self.write_on(Subject(None, place.owner, place.key))

    def write_on_tag(self, code_list: str, category: str) -> None:
        """Write on the category of a tag."""
        self.write_on(Subject(None, code_list, category))

    def follow_article(self) -> None:
        """Offer the article that is open now, if anybody looks."""
        if self._panel.isVisible():
            self.offer()

    def write_on(self, subject: Subject) -> None:
        """Bring the memo on a subject to the front, and the keyboard there."""
        if subject.category is not None:
            self._category = subject
        self._below.show_page(self._panel)
        self.offer(subject)
        self._panel.editor.text.setFocus()

    def offer(self, chosen: Subject | None = None) -> None:
        """Offer what one may write on now; what was chosen stays where it can."""
        article = self._article()
        subjects = {PROJECT: QCoreApplication.translate("Memos", "The project")}
        if article is not None:
            named_so = QCoreApplication.translate("Memos", "This article")
            title = named(named_so, self._session.article(article).title)
            subjects = {Subject(article): title, **subjects}
        if self._category is not None and (name := self._name_of(self._category)):
            subjects[self._category] = name
        editor = self._panel.editor
        wanted = chosen or (editor.subject if self._is_begun else None)
        self._is_begun = True
        first = next(iter(subjects))
        editor.offer(subjects, wanted if wanted in subjects else first)
        self._show_memo(editor.subject)

    def _name_of(self, subject: Subject) -> str:
        place = place_of_category(subject.code_list or "", subject.category or "")
        item = item_at(self._session.codebook, place)
        if not isinstance(item, Category):
            return ""
        return named(QCoreApplication.translate("Memos", "Category"), name_of(item))

    def _show_memo(self, subject: Subject) -> None:
        mine = [
            each.text
            for each in self._session.memos(subject)
            if each.coder == self._session.coder.id and not each.about
        ]
        self._panel.editor.save()
        self._panel.editor.show_memo(mine[0] if mine else "")

    def _write(self, subject: Subject, text: str) -> None:
        try:
            self._session.run(WriteMemo(subject, text))
        except Refusal as refusal:
            self._panel.editor.refused()
            self._context.failed(refusal)

    def delete(self, memo: int) -> None:
        """Delete a memo of the list."""
        self._context.attempt(lambda: self._session.run(DeleteMemo(memo)))

    # --- the list -------------------------------------------------------------

    def show(self) -> None:
        """Read all memos and show them, and the one that is written on."""
        coders = {each.id: each.name for each in self._session.coders()}
        titles = {each.id: each.title for each in self._session.articles()}

        def tell(memo: MemoFound) -> tuple[str, str]:
            return self._told(memo, titles), coders.get(memo.coder or 0, "—")

        self._panel.show_memos(self._session.all_memos(), tell)
        self.offer()

    def _told(self, memo: MemoFound, titles: dict[int, str]) -> str:
        if memo.annotation is not None:
            layer = self._session.codebook.layers_by_key.get(memo.layer)
            title = titles.get(memo.article or 0, "")
            return named(name_of(layer) if layer else memo.layer, memo.quote or title)
        if memo.article is not None:
            return titles.get(memo.article, "")
        if memo.about:
            gone = QCoreApplication.translate("Memos", "{name} (deleted category)")
            return gone.format(name=memo.about)
        if memo.subject.category is not None:
            return self._name_of(memo.subject)
        return QCoreApplication.translate("Memos", "The project")

    def choose(self, memo: MemoFound) -> None:
        """Show the memo of a row where it is written, if it is on no annotation."""
        if memo.annotation is None and not memo.about:
            if memo.subject.category is not None:
                self._category = memo.subject
            self.offer(memo.subject)

    def follow(self, changed: Changed) -> None:
        """Show what an operation has changed."""
        if changed.touches("memo"):
            self._show_memo(self._panel.editor.subject)
        if changed.touches("memo", "annotation", "article", "category"):
            self._panel.refresh()

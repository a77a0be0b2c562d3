from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app.projects import starter_codebook
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.text import Segments, Span
from workbench.domain.values import Missing, Values
from workbench.ui.annotations.panel import AnnotationsPanel
from workbench.ui.annotations.summary import Summary
from workbench.ui.annotations.telling import Column
from workbench.ui.theme import Theme

CODEBOOK = starter_codebook()
TEXT = "美国提出倡议。日本表示欢迎。\n第二段说，韩国沉默。"
SEGMENTS = Segments(TEXT)


def mark(id_: int, layer: str, span: Span | None, values: Values, **fields: object) -> Annotation:
    plain = Annotation(
        id=id_,
        uid=f"n{id_}",
        article=1,
        coder=1,
        layer=layer,
        span=span,
        quote=TEXT[span.start : span.end] if span else "",
        values=values,
        created="2026-03-12T10:00:00.000Z",
        modified="2026-03-12T11:00:00.000Z",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


USA = mark(1, "actor", Span(0, 2), {"actor": ("USA",)})
STANCE = mark(
    2,
    "stance",
    Span(7, 14),
    {"holder": ("JPN",), "toward": ("USA",), "position": ("p1",), "voice": ("reported",)},
    memo="为何？\n再看",
    certainty=Certainty.UNSURE,
)
OPEN = mark(3, "stance", Span(20, 24), {"holder": ("KOR",)}, complete=False)


@pytest.fixture
def panel(qtbot: QtBot, light: Theme) -> AnnotationsPanel:
    panel = AnnotationsPanel(light)
    qtbot.addWidget(panel)
    qtbot.addWidget(panel.controls)
    panel.resize(1100, 200)
    panel.show_article([STANCE, OPEN, USA], CODEBOOK, SEGMENTS)
    panel.show()
    return panel


def going(panel: AnnotationsPanel) -> list[int]:
    """Return a list that grows by the annotations that are gone to."""
    gone_to: list[int] = []

    def go(_: int, annotation: int) -> None:
        gone_to.append(annotation)

    panel.line_chosen.connect(go)
    return gone_to


def shown(panel: AnnotationsPanel, column: Column) -> list[str]:
    model = panel._table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_rows_say_what_is_coded_in_text_order(panel: AnnotationsPanel) -> None:
    assert shown(panel, Column.LAYER) == ["Actor", "Stance", "Stance"]
    assert shown(panel, Column.WHAT) == [
        "United States",
        "Japan → United States: for +1",
        "△ South Korea → … · incomplete: position, target or toward",
    ]
    assert shown(panel, Column.VALUES)[1] == "voice: reported"
    assert shown(panel, Column.PASSAGE)[0] == "美国"
    assert shown(panel, Column.MEMO)[1] == "为何？ 再看"
    assert shown(panel, Column.CERTAINTY) == ["", "unsure", ""]
    assert shown(panel, Column.PARAGRAPH) == ["¶1", "¶1", "¶2"]
    assert shown(panel, Column.TIME)[0] == "2026-03-12 11:00"


def test_what_is_coded_has_the_room_that_the_others_leave(panel: AnnotationsPanel) -> None:
    table = panel._table

    def widths_at(width: int) -> list[int]:
        panel.resize(width, 200)
        return [table.columnWidth(column) for column in Column]

    least, less, more = widths_at(300), widths_at(1200), widths_at(1500)
    assert sum(more) == table.viewport().width()
    assert more[Column.WHAT] == less[Column.WHAT] + 300
    assert least[Column.WHAT] > 3 * least[Column.MEMO]
    for each in (least, less, more):
        del each[Column.WHAT]
    assert least == less == more


def test_the_filter_looks_into_every_cell(panel: AnnotationsPanel) -> None:
    panel.filter.setText("japan 再看")
    assert shown(panel, Column.LAYER) == ["Stance"]
    panel.filter.setText("incomplete")
    assert shown(panel, Column.PASSAGE) == [OPEN.quote]
    panel.filter.setText("nothing of the kind")
    assert panel._table.hint == "No annotation matches “nothing of the kind”"
    panel.grab()


def test_an_empty_table_says_what_to_do(panel: AnnotationsPanel) -> None:
    panel.clear()
    assert panel._table.hint.startswith("Nothing is marked yet")
    assert panel.annotations() == []


def test_columns_sort(panel: AnnotationsPanel) -> None:
    panel._table.sortByColumn(Column.WHAT, Qt.SortOrder.AscendingOrder)
    assert shown(panel, Column.WHAT)[0].startswith("Japan")
    panel._table.sortByColumn(Column.PARAGRAPH, Qt.SortOrder.DescendingOrder)
    assert shown(panel, Column.PASSAGE)[0] == OPEN.quote
    panel._table.sortByColumn(Column.PARAGRAPH, Qt.SortOrder.AscendingOrder)
    assert shown(panel, Column.PARAGRAPH) == ["¶1", "¶1", "¶2"]
    assert shown(panel, Column.PASSAGE)[0] == USA.quote


def test_a_patch_replaces_adds_moves_and_drops(panel: AnnotationsPanel) -> None:
    counts: list[int] = []
    panel.counted.connect(counts.append)
    changed = replace(USA, values={"actor": ("CHN",)})
    moved = replace(OPEN, span=Span(0, 1), quote=TEXT[:1])
    added = mark(4, "actor", Span(7, 9), {"actor": ("JPN",)})
    panel.patch([1, 2, 3, 4], [changed, moved, added])
    assert [each.id for each in panel.annotations()] == [3, 1, 4]
    assert shown(panel, Column.WHAT)[1] == "China"
    assert counts == [3]
    panel.patch([99], [])
    assert len(panel.annotations()) == 3


def test_article_variables_come_first(panel: AnnotationsPanel) -> None:
    whole = mark(5, "article", None, {"genre": ("news",)})
    panel.patch([5], [whole])
    assert shown(panel, Column.PARAGRAPH)[0] == ""
    assert panel.annotations()[0] == whole


def test_a_click_goes_there_and_keys_do_too(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    gone_to = going(panel)
    table = panel._table
    box = table.visualRect(table.model().index(1, 1))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert gone_to == [2]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert gone_to == [2, 3]
    assert panel.selected() == [3]


def test_choosing_selects_without_going_there(panel: AnnotationsPanel) -> None:
    gone_to = going(panel)
    panel.choose(2)
    assert panel.selected() == [2]
    panel.choose(None)
    assert panel.selected() == []
    assert gone_to == []
    assert panel.annotation(2) == STANCE
    assert panel.annotation(9) is None


def test_the_menu_is_wanted_at_a_row_only(panel: AnnotationsPanel) -> None:
    wanted: list[QPoint] = []
    panel.menu_wanted.connect(wanted.append)
    panel._table.customContextMenuRequested.emit(QPoint(20, 10))
    panel._table.customContextMenuRequested.emit(QPoint(20, 190))
    assert len(wanted) == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"share": (76.2,)}, "share: 76.2"),
        ({"source": ("USA", "JPN")}, "source: United States, Japan"),
        ({"when": (Missing.UNDECIDABLE,)}, "when: undecidable"),
    ],
)
def test_values_are_told_in_words(qapp: QApplication, values: Values, told: str) -> None:
    annotation = mark(1, "stance", Span(0, 2), values)
    assert Summary(CODEBOOK).values(annotation) == told


def test_links_and_yes_and_no_are_told(qapp: QApplication) -> None:
    summary = Summary(CODEBOOK)
    link = CODEBOOK.layer("claim").variable("reasons_for")
    assert summary.value(link, (7, 8)) == "#7, #8"
    assert summary.value(link, (True, False)) == "yes, no"


def test_a_changed_codebook_renames_the_rows(panel: AnnotationsPanel) -> None:
    actors = CODEBOOK.code_list("actors")
    usa = replace(actors.category("USA"), label=replace(actors.category("USA").label, en="U.S."))
    renamed = replace(
        actors, categories=tuple(usa if each.key == "USA" else each for each in actors.categories)
    )
    lists = tuple(renamed if each is actors else each for each in CODEBOOK.code_lists)
    panel.set_codebook(replace(CODEBOOK, code_lists=lists))
    assert shown(panel, Column.WHAT)[0] == "U.S."


def test_each_layer_is_counted_whatever_comes_and_goes(panel: AnnotationsPanel) -> None:
    assert panel.counts() == {"actor": 1, "stance": 2}
    other = mark(4, "actor", Span(7, 9), {"actor": ("JPN",)})
    panel.patch([4, 1], [other, replace(USA, layer="stance")])
    assert panel.counts() == {"actor": 1, "stance": 3}
    panel.patch([4, 9], [])
    assert +panel.counts() == {"stance": 3}
    assert {each.id for each in panel.touching(Span(1, 8))} == {1, 2}
    assert {each.id for each in panel.annotations()} == {1, 2, 3}
    panel.clear()
    assert not panel.counts()


def test_the_table_is_painted_after_what_changed_it(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    panel.patch([4], [mark(4, "actor", Span(7, 9), {"actor": ("JPN",)})])
    assert not panel._table.updatesEnabled()
    qtbot.waitUntil(panel._table.updatesEnabled)

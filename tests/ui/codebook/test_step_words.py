from __future__ import annotations

import pytest

from workbench.domain.changes import OperationInfo
from workbench.domain.codebook import Category, Codebook, CodeList, Layer, Scope, Words
from workbench.ui.wording import step_name

BOOK = Codebook(
    Words(),
    (CodeList("tones", Words("语气", "Tones"), (Category("calm", 1, Words("平静", "calm")),)),),
    (Layer("tone", Words("语气", "Tone"), Scope.SPAN, ()),),
)


def told(kind: str, **facts: str) -> str:
    step = OperationInfo(1, kind, 1, "2026-11-22T10:00:00.000Z", None, "done", facts)
    return step_name(step, BOOK, "en")


@pytest.mark.parametrize(
    ("kind", "facts", "wanted"),
    [
        ("edit_category", {"code_list": "tones", "category": "calm"}, "change category: calm"),
        ("move_categories", {"name": "calm", "count": "1"}, "move category: calm"),
        ("move_categories", {"name": "calm", "count": "3"}, "move 3 categories"),
        ("retire_categories", {"name": "calm", "count": "1"}, "retire category: calm"),
        ("retire_categories", {"count": "2", "retired": "0"}, "use 2 categories again"),
        ("retire_layer", {"name": "Tone", "retired": "0"}, "use again: Tone"),
        ("delete_variable", {"name": "who", "layer": "tone"}, "delete variable: who (Tone)"),
        (
            "edit_variable",
            {"name": "who", "layer": "tone", "count": "9"},
            "change variable: who (Tone)",
        ),
        ("edit_annotations", {"count": "1"}, "change an annotation"),
        ("edit_annotations", {"count": "12"}, "change 12 annotations"),
        ("move_to_layer", {"count": "12", "layer": "tone"}, "move 12 annotations to Tone"),
    ],
)
def test_steps_of_the_codebook_are_named(kind: str, facts: dict[str, str], wanted: str) -> None:
    assert told(kind, **facts) == wanted

from __future__ import annotations

from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.text import Span


def test_an_annotation_is_sure_and_without_memo_unless_told_otherwise() -> None:
    annotation = Annotation(1, "n01", 2, 3, "actor", Span(0, 2), "美国", {"actor": ("USA",)})
    assert annotation.certainty is Certainty.SURE
    assert annotation.memo == ""
    assert annotation.complete


def test_certainties_are_what_the_dataset_says() -> None:
    assert [certainty.value for certainty in Certainty] == ["sure", "unsure"]

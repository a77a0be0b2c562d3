from __future__ import annotations

from workbench.domain.changes import Changed, OperationInfo


def test_a_change_tells_which_ids_of_a_table_it_touched() -> None:
    changed = Changed({"annotation": frozenset({1, 2}), "value": None}, article=3)
    assert changed.touches("article", "value")
    assert not changed.touches("article")
    assert changed.ids("annotation") == {1, 2}
    assert changed.ids("value") is None
    assert changed.ids("article") == frozenset()


def test_an_operation_has_no_facts_unless_told() -> None:
    assert OperationInfo(1, "MarkSpan", 1, "2026-01-01T00:00:00.000Z", None, "done").facts == {}

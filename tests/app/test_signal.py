from __future__ import annotations

from workbench.app.signal import Signal


def test_listeners_hear_in_order_until_they_leave() -> None:
    signal: Signal[int] = Signal()
    heard: list[tuple[str, int]] = []
    leave = signal.connect(lambda value: heard.append(("a", value)))
    signal.connect(lambda value: heard.append(("b", value)))
    signal.emit(1)
    leave()
    leave()
    signal.emit(2)
    assert heard == [("a", 1), ("b", 1), ("b", 2)]


def test_a_listener_may_leave_or_come_while_it_is_told() -> None:
    signal: Signal[int] = Signal()
    heard: list[str] = []

    def once(_: int) -> None:
        heard.append("once")
        leave()
        signal.connect(lambda _: heard.append("late"))

    leave = signal.connect(once)
    signal.connect(lambda _: heard.append("always"))
    signal.emit(1)
    assert heard == ["once", "always"]
    signal.emit(2)
    assert heard == ["once", "always", "always", "late"]

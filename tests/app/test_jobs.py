from __future__ import annotations

from threading import Event, current_thread, main_thread

from workbench.app.errors import Cancelled
from workbench.app.jobs import Job, NoProgress, Progress, refuse_if_cancelled


class Ends:
    """Notes how a job ends."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.told: list[tuple[int, int, str]] = []

    def job(self, work: object, *, watched: bool = True) -> Job[object]:
        assert callable(work)
        return Job(
            work,
            done=self.results.append,
            failed=self.errors.append,
            progressed=self._hear if watched else None,
        )

    def _hear(self, done: int, total: int, name: str, share: float) -> None:
        self.told.append((done, total, name))


def test_work_is_done_beside_the_program() -> None:
    def work(progress: Progress) -> str:
        progress.report(1, 2, "half")
        return current_thread().name

    ends = Ends()
    job = ends.job(work)
    job.start()
    assert job.wait(60)
    assert ends.results == ["job"]
    assert ends.results != [main_thread().name]
    assert ends.told == [(1, 2, "half")]
    assert ends.errors == []


def test_a_failure_is_handed_over() -> None:
    def work(_: Progress) -> None:
        raise RuntimeError("no")

    ends = Ends()
    job = ends.job(work)
    job.start()
    assert job.wait(60)
    assert [str(each) for each in ends.errors] == ["no"]
    assert ends.results == []


def test_work_ends_when_it_is_cancelled() -> None:
    cancelled = Event()

    def work(progress: Progress) -> None:
        progress.report(0, 1, "nobody hears")
        cancelled.wait(60)
        refuse_if_cancelled(progress)

    ends = Ends()
    job = ends.job(work, watched=False)
    job.start()
    assert not job.wait(0)
    assert not job.cancelled
    job.cancel()
    assert job.cancelled
    cancelled.set()
    assert job.wait(60)
    assert [type(each) for each in ends.errors] == [Cancelled]


def test_progress_that_nobody_watches_is_never_cancelled() -> None:
    unwatched = NoProgress()
    unwatched.report(1, 1, "x")
    refuse_if_cancelled(unwatched)
    assert not unwatched.cancelled

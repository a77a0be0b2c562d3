from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import SimpleQueue

import pytest

from workbench.domain.errors import Defect
from workbench.domain.text import Span
from workbench.language import worker as worker_module
from workbench.language.finder import Entry, Finder
from workbench.language.segment import JiebaSegmenter
from workbench.language.worker import SegmentationWorker

# Only a worker that hangs lets this pass.
PATIENCE = 120
TEXT = "😀欧盟在战略自主与主权寻租之间𠮷。\n代理人懈怠"
HEAVY = (
    "jieba",
    "pypinyin",
    "ahocorasick_rs",
    "multiprocessing.connection",
    "PySide6",
    "sqlalchemy",
)


@pytest.fixture
def worker(word_cache: Path) -> Iterator[SegmentationWorker]:
    worker = SegmentationWorker(["主权寻租", "代理人懈怠"], word_cache)
    yield worker
    worker.close()
    assert multiprocessing.active_children() == []


def process_id() -> int:
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    return process.pid


def cut(worker: SegmentationWorker, text: str) -> list[str]:
    return [text[w.start : w.end] for w in worker.request(text).result(PATIENCE)]


def test_it_answers_as_the_segmenter_does(worker: SegmentationWorker, word_cache: Path) -> None:
    here = JiebaSegmenter(["主权寻租", "代理人懈怠"], word_cache)
    assert worker.start().result(PATIENCE) is None
    assert worker.request(TEXT).result(PATIENCE) == here.words(TEXT)
    assert worker.request("").result(PATIENCE) == []


def test_answers_come_in_the_order_of_the_requests(worker: SegmentationWorker) -> None:
    done: SimpleQueue[Future[list[Span]]] = SimpleQueue()
    asked = [worker.request(text) for text in ("欧盟", "美国优先", "主权寻租")]
    for future in asked:
        future.add_done_callback(done.put)
    assert [done.get(timeout=PATIENCE) for _ in asked] == asked


def test_words_added_before_and_after_the_start_come_out_whole(
    worker: SegmentationWorker,
) -> None:
    worker.add_words(["过滤透镜论"])
    assert "过滤透镜论" in cut(worker, "提出过滤透镜论")
    worker.add_words(["均衡者新论"])
    assert "均衡者新论" in cut(worker, "提出均衡者新论")


def test_it_reads_names_for_the_finder(worker: SegmentationWorker) -> None:
    finder = Finder([Entry("RENT", "主权寻租", "sovereignty rent-seeking")])
    finder.add_pinyin(worker.request_pinyin(finder.names).result(PATIENCE))
    assert finder.find("zqxz")[0].key == "RENT"


def test_a_cancelled_request_is_not_answered(worker: SegmentationWorker) -> None:
    first, second = worker.request("欧盟"), worker.request("美国")
    assert second.cancel()
    assert first.result(PATIENCE)
    assert cut(worker, "主权寻租") == ["主权寻租"]
    assert second.cancelled()


def test_when_the_process_dies_the_next_request_starts_it_anew(
    worker: SegmentationWorker,
) -> None:
    worker.start().result(PATIENCE)
    worker.add_words(["过滤透镜论"])
    assert cut(worker, "欧盟") == ["欧盟"]
    os.kill(process_id(), signal.SIGTERM)
    with pytest.raises(Defect):
        worker.request("欧盟").result(PATIENCE)
    assert cut(worker, "过滤透镜论") == ["过滤透镜论"]


def test_closing_while_the_dictionary_loads_cancels_what_waits(word_cache: Path) -> None:
    worker = SegmentationWorker([], word_cache)
    asked = [worker.start(), worker.request("欧盟"), worker.request("美国")]
    worker.close()
    assert multiprocessing.active_children() == []
    for future in asked:
        with pytest.raises(CancelledError):
            future.result(PATIENCE)


def test_after_closing_every_request_is_cancelled(word_cache: Path) -> None:
    worker = SegmentationWorker([], word_cache)
    worker.close()
    worker.close()
    worker.add_words(["欧盟"])
    assert worker.request("欧盟").cancelled()
    assert worker.start().cancelled()
    assert multiprocessing.active_children() == []


def test_a_process_that_cannot_be_started_is_a_defect(
    worker: SegmentationWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(user_words: list[str], cache_dir: Path) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(worker_module, "_Process", refuse)
    with pytest.raises(Defect) as caught:
        worker.request("欧盟").result(PATIENCE)
    assert isinstance(caught.value.__cause__, BlockingIOError)


class TestServe:
    """The process's own loop, run here with its pipe held by the test."""

    @pytest.fixture
    def pipe(self) -> Iterator[tuple[Connection, Connection]]:
        handler = signal.getsignal(signal.SIGINT)
        ours, theirs = Pipe()
        yield ours, theirs
        signal.signal(signal.SIGINT, handler)
        ours.close()
        theirs.close()

    def test_it_ends_when_the_other_end_is_gone(
        self, pipe: tuple[Connection, Connection], word_cache: Path
    ) -> None:
        ours, theirs = pipe
        ours.close()
        worker_module._serve(theirs, [], word_cache)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

    def test_it_ends_when_nobody_takes_the_answer(
        self, pipe: tuple[Connection, Connection], word_cache: Path
    ) -> None:
        ours, theirs = pipe
        ours.send(worker_module._Read(("美国",)))
        ours.close()
        worker_module._serve(theirs, [], word_cache)

    def test_it_answers_every_question(self, word_cache: Path) -> None:
        desk = worker_module._Desk(["主权寻租"], word_cache)
        assert worker_module._Load().run(desk) is None
        assert worker_module._AddWords(("过滤透镜论",)).run(desk) is None
        assert list(worker_module._Cut("主权寻租过滤透镜论").run(desk)) == [4, 5]
        assert len(worker_module._Read(("美国",)).run(desk).initials) == 1


def run_script(tmp_path: Path, body: str) -> subprocess.Popen[str]:
    script = tmp_path / "program.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\n"
        "from workbench.language.worker import SegmentationWorker\n"
        f"def main():\n    worker = SegmentationWorker([], Path(sys.argv[1]))\n{body}"
        "if __name__ == '__main__':\n    main()\n"
    )
    return subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("loaded", [True, False])
def test_the_process_ends_when_the_program_is_killed(tmp_path: Path, loaded: bool) -> None:
    wait = ".result()" if loaded else ""
    program = run_script(
        tmp_path,
        f"    worker.start(){wait}\n    print('up', flush=True)\n    sys.stdin.read()\n",
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "up\n"
    program.kill()
    # The process shares the program's output: its end is the end of both.
    assert program.communicate(timeout=PATIENCE)[0] == ""


def test_a_program_that_forgets_to_close_ends_all_the_same(tmp_path: Path) -> None:
    program = run_script(tmp_path, "    print(worker.request('美国').result())\n")
    out, err = program.communicate(timeout=PATIENCE)
    assert (out, err, program.returncode) == ("[Span(start=0, end=2)]\n", "", 0)


def test_importing_the_package_loads_nothing_heavy() -> None:
    modules = ("fallback", "finder", "lexicon", "pinyin", "segment", "snap", "worker")
    script = "import sys; " + "; ".join(f"import workbench.language.{name}" for name in modules)
    check = f"{script}; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_the_program_that_asks_never_loads_jieba(tmp_path: Path) -> None:
    program = run_script(
        tmp_path,
        "    worker.request('美国').result()\n    worker.close()\n"
        "    print([name for name in ('jieba', 'pypinyin') if name in sys.modules])\n",
    )
    assert program.communicate(timeout=PATIENCE) == ("[]\n", "")

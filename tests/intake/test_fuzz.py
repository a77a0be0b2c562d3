"""That the fuzzing works: what it gives is read, what is damaged is damaged, faults are told."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.fuzz import __main__ as fuzz
from tests.fuzz import child
from tests.fuzz.damage import damaged, damaged_inside
from tests.fuzz.made import MADE
from tests.fuzz.seeds import SEEDS
from tests.intake.readers import word
from workbench.intake.sources import SourceReader

#: Those that no other program is needed for, nor a window.
_PLAIN = sorted(MADE.keys() - {"pdf"})


@pytest.mark.parametrize("reader", _PLAIN)
def test_a_reader_reads_its_real_files_and_some_that_nobody_writes(
    reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(child, "_tell", told.append)
    for each in SEEDS[reader]()[:3]:
        child.read_all_once(tmp_path / f"real.{reader}", each)
    child.main(reader, 1, 3, tmp_path)
    assert len(told) == 3
    assert [each["fault"] for each in told] == [""] * 3


def test_damage_is_the_same_for_the_same_number() -> None:
    data = random.Random(1).randbytes(200) + b"123" * 9
    many = [damaged(data, number) for number in range(60)]
    assert many == [damaged(data, number) for number in range(60)]
    assert sum(each != data for each in many) > 50
    package = word.simple(word.paragraph(word.run("第一段。")), styles="<a>12</a>")
    inside = [damaged_inside(package, number) for number in range(20)]
    parts = [ZipFile(io.BytesIO(each)).read("word/document.xml") for each in inside]
    assert len(set(parts)) > 3
    assert damaged(b"", 4) is not None


def test_faults_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    (tmp_path / "input.txt").write_bytes(b"x")
    monkeypatch.setattr(SourceReader, "read", fail)
    told = child._measured(lambda: child.read_all(tmp_path / "input.txt"))
    assert "ZeroDivisionError" in str(told["fault"])
    found, keep = fuzz.Found(), tmp_path / "keep"
    # the memory told is this whole test process's where the kernel does not measure it anew
    for each in (
        {**told, "bytes": 3},
        {"fault": "", "seconds": 11.0, "bytes": 5},
        {"fault": "", "seconds": 1.0, "bytes": 2 * fuzz.BYTES},
        {"fault": "", "seconds": 2.0, "bytes": 7},
    ):
        fuzz._take(found, each, "txt", 9, tmp_path, keep)
    assert (found.inputs, found.seconds, found.bytes) == (4, 11.0, 2 * fuzz.BYTES)
    assert len(found.faults) == 3
    assert "it took 11.0 s" in found.faults[1]
    assert "it took 2000 MB" in found.faults[2]
    assert sorted(path.name for path in keep.iterdir()) == [f"txt-00{n}.txt" for n in range(3)]


@pytest.mark.skipif(sys.platform != "linux", reason="one system is enough")
def test_a_process_that_dies_or_hangs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen = subprocess.Popen

    def instead(code: str) -> None:
        def start(command: list[str], **rest: Any) -> subprocess.Popen[str]:
            return popen([sys.executable, "-c", code], **rest)

        monkeypatch.setattr(fuzz.subprocess, "Popen", start)

    line = '{"fault": "", "seconds": 0, "bytes": 0}'
    instead(f"print('{line}', flush=True); input(); import os; os._exit(7)")
    told = list(fuzz._told("txt", 1, 1, tmp_path))
    assert [each["fault"][:20] for each in told] == ["", "the process died (7)"]
    instead("import time; time.sleep(600)")
    monkeypatch.setattr(fuzz, "PATIENCE", 0.05)
    assert [each["fault"] for each in fuzz._told("txt", 1, 1, tmp_path)] == ["it hangs"]
    instead("pass")
    monkeypatch.setattr(fuzz, "PATIENCE", 60)
    assert fuzz._fuzz("txt", 5, random.Random(1), tmp_path).faults != []

"""Fuzz the readers: `python -m tests.fuzz [reader…] [--inputs N] [--seed N] [--keep FOLDER]`.

Each reader gets so many inputs, in processes of their own. A fault is an error that is no
Refusal, more than ten seconds of the processor, more than 1 GB, or a process that dies; the input
is kept. Exits with 1 if there was one.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from tests.fuzz.made import MADE

SECONDS = 10.0
BYTES = 1_000_000_000
#: A process that says nothing for so long hangs, also on a machine that has other work to do.
PATIENCE = 120.0
BATCH = 400
_MOST_MEMORY = 4_000_000_000
_ROW = "{:<10} {:>7} {:>7} {:>10} {:>8}"


@dataclass
class Found:
    """What a reader did on its inputs."""

    inputs: int = 0
    seconds: float = 0.0
    bytes: int = 0
    faults: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Fuzz the readers that are named, or all; print a line each."""
    given = _parsed(arguments)
    readers: list[str] = given.readers or list(MADE)
    chance = random.Random(given.seed)
    _tell(_ROW.format("reader", "inputs", "faults", "slowest", "memory"))
    faults: list[str] = []
    total = 0
    for reader in readers:
        found = _fuzz(reader, given.inputs, chance, given.keep)
        slowest, memory = f"{found.seconds:.2f} s", f"{found.bytes / 1e6:.0f} MB"
        _tell(_ROW.format(reader, found.inputs, len(found.faults), slowest, memory))
        faults += found.faults
        total += found.inputs
    _tell(_ROW.format("all", total, len(faults), "", ""))
    for each in faults:
        _tell(f"\n{each}")
    return 1 if faults else 0


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", choices=[[], *MADE], metavar="reader")
    parser.add_argument("--inputs", type=int, default=800, help="of each reader")
    parser.add_argument("--seed", type=int, default=None, help="for the same inputs again")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="for faulty inputs")
    return parser.parse_args(arguments)


def _fuzz(reader: str, inputs: int, chance: random.Random, keep: Path) -> Found:
    found = Found()
    while found.inputs < inputs:
        number, count = chance.randrange(2**32), min(BATCH, inputs - found.inputs)
        with tempfile.TemporaryDirectory(prefix="workbench-fuzz-") as folder:
            before = found.inputs
            for each in _told(reader, number, count, Path(folder)):
                _take(found, each, reader, number, Path(folder), keep)
            if found.inputs == before:
                found.faults.append(f"{reader}: no input was read (seed {number})")
                break
    return found


def _take(
    found: Found, told: dict[str, Any], reader: str, number: int, folder: Path, keep: Path
) -> None:
    found.inputs += 1
    found.seconds = max(found.seconds, told["seconds"])
    found.bytes = max(found.bytes, told["bytes"])
    fault = told["fault"]
    if not fault and told["seconds"] > SECONDS:
        fault = f"it took {told['seconds']:.1f} s"
    if not fault and told["bytes"] > BYTES:
        fault = f"it took {told['bytes'] / 1e6:.0f} MB"
    if fault:
        place = _kept(reader, folder, keep)
        found.faults.append(f"{place} (batch of the seed {number}): {fault}")


def _kept(reader: str, folder: Path, keep: Path) -> Path | str:
    source = next(folder.glob("input.*"), None)
    if source is None:
        return reader  # it died before the first input
    keep.mkdir(parents=True, exist_ok=True)
    number = len(list(keep.glob(f"{reader}-*")))
    return Path(shutil.copy(source, keep / f"{reader}-{number:03}{source.suffix}"))


def _told(reader: str, number: int, count: int, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield what a process tells of each input; the input stays until the next is asked for."""
    command = [sys.executable, "-m", "tests.fuzz.child", reader, str(number), str(count)]
    process = subprocess.Popen(
        [*command, str(folder)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_limited if sys.platform != "win32" else None,
    )
    assert process.stdin is not None
    lines: Queue[str] = Queue()
    Thread(target=_pass_on, args=(process, lines), daemon=True).start()
    try:
        while True:
            line = lines.get(timeout=PATIENCE)
            if not line:
                break
            yield json.loads(line)
            process.stdin.write("\n")
            process.stdin.flush()
    except Empty:
        yield {"fault": "it hangs", "seconds": PATIENCE, "bytes": 0}
    except BrokenPipeError:
        pass
    finally:
        process.kill()
        _, complaint = process.communicate()
    if process.returncode not in (0, -9):
        fault = f"the process died ({process.returncode}): {complaint[-2_000:]}"
        yield {"fault": fault, "seconds": 0.0, "bytes": 0}


def _pass_on(process: subprocess.Popen[str], lines: Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    process.wait()
    lines.put("")


def _limited() -> None:
    import os
    import resource

    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

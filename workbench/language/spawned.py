"""A process of its own beside the program, and the pipe to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class Spawned:
    """Run ``serve(connection, *arguments)`` in a process that ends with the program.

    It is spawned, so that it has nothing of the program but what it is given.
    """

    def __init__(self, name: str, serve: Callable[..., None], *arguments: Any) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        pipe: tuple[Connection, Connection] = context.Pipe()
        self.connection, theirs = pipe
        self._process: SpawnProcess = context.Process(
            target=serve, args=(theirs, *arguments), name=name, daemon=True
        )
        self._process.start()
        theirs.close()

    def kill(self) -> None:
        """Have it die; who waits for an answer gets EOFError."""
        self._process.kill()

    def end(self) -> None:
        """Kill it, and give back what it held."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()

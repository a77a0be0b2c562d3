"""Write the pairs from their sources: `python -m tests.intake.scored.build`."""

from __future__ import annotations

from pathlib import Path

from tests.intake.scored.layout import lay_out
from tests.intake.scored.source import (
    CAPTIONS,
    NOTES,
    Source,
    in_input,
    in_output,
    read_source,
)

HERE = Path(__file__).parent
TEXTS = HERE / "text"
HELD_OUT = HERE / "held_out.txt"


def build(source: Source) -> tuple[str, str]:
    """Return a pair: the input, and what should come out."""
    if source.options.get("layout") == "journal":
        given, notes = lay_out(source)
    else:
        given = "".join(f"{in_input(row)}\n" for _, row in source.rows)
        notes = [row for kind, row in source.rows if kind == "n"]
    wanted = [in_output(row) for kind, row in source.rows if kind == "+"]
    captions = [row for kind, row in source.rows if kind == "c"]
    for line, below in ((NOTES, notes), (CAPTIONS, captions)):
        wanted += [line, *below] if below else []
    return given, "".join(f"{line}\n" for line in wanted)


def all_pairs() -> dict[str, tuple[str, str]]:
    """Return each written pair by its name."""
    sources = sorted((HERE / "sources").glob("*.txt"))
    return {path.stem: build(read_source(path)) for path in sources}


def held_out() -> list[str]:
    """Return the names of the pairs that no step was tuned on."""
    sources = sorted((HERE / "sources").glob("*.txt"))
    return [path.stem for path in sources if "heldout" in read_source(path).options]


def main() -> None:
    """Write every pair, and the names of those held out."""
    TEXTS.mkdir(exist_ok=True)
    for name, (given, wanted) in all_pairs().items():
        (TEXTS / f"{name}.txt").write_text(given, "utf-8", newline="\n")
        (TEXTS / f"{name}.expected.txt").write_text(wanted, "utf-8", newline="\n")
    HELD_OUT.write_text("".join(f"{name}\n" for name in held_out()), "utf-8", newline="\n")


if __name__ == "__main__":
    main()

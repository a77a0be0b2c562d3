"""The guide page for R does with real coding what it says."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.dataset.reading import Row, table
from tests.whole.hand_coded import load
from workbench.app.commands import MarkSpans
from workbench.app.exporting import ExportChoice, export_dataset
from workbench.app.projects import new_project
from workbench.app.session import open_session

_WRITE = """
write.csv(cbind(by_target[1:2], by_target[[3]]), "by_target.csv", row.names = FALSE)
write.csv(subset(pattern, Freq > 0), "pattern.csv", row.names = FALSE)
cat("CLASS", class(statements$holder_type), class(by_target$holder), "\\n")
cat("NOBS", nobs(model), "GROUPS", names(ngrps(model)), "\\n")
cat("TYPES", levels(statements$holder_type)[1:3], "\\n")
cat("EFFECTS", length(fixef(model)), "\\n")
"""


def _lines_of(page: Path) -> str:
    """Return the lines of R of a page."""
    (code,) = re.findall(r"```r\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return code


def test_both_pages_have_the_same_lines(repository: Path) -> None:
    chinese, english = (
        [line for line in _lines_of(repository / "docs" / name).splitlines() if line[:1] != "#"]
        for name in ("analysis.zh.md", "analysis.md")
    )
    assert chinese == english


@pytest.fixture
def lme4() -> str:
    """The path of R, with the package for mixed models."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("Rscript is not installed (Debian: r-base-core)")
    has_it = "quit(status = !requireNamespace('lme4', quietly = TRUE))"
    if subprocess.run([rscript, "--vanilla", "-e", has_it], check=False).returncode:
        pytest.skip("the R package lme4 is not installed (Debian: r-cran-lme4)")
    return rscript


def _dataset(folder: Path, shared: Path) -> Path:
    """Export the hand-coded articles; a second coder codes one of them alike."""
    project = folder / "coded.workbench"
    new_project(project)
    session = open_session(project, "甲", cache=folder / "cache")
    try:
        loaded = [origin for _, origin in load(session, shared)]
        again = [each for each in loaded if each.article == loaded[-1].article]
        session.become("乙")
        kept = [each for each in again if each.record["layer"] in ("stance", "concept")]
        session.run(MarkSpans(tuple(each.mark(session.codebook) for each in kept)))
        export_dataset(session.database, folder / "dataset", ExportChoice())
    finally:
        session.close()
    return folder / "dataset"


def test_the_lines_of_the_guide_give_what_they_say(
    shared: Path, repository: Path, tmp_path: Path, lme4: str
) -> None:
    dataset = _dataset(tmp_path, shared)
    script = tmp_path / "guide.R"
    script.write_text(_lines_of(repository / "docs" / "analysis.zh.md") + _WRITE, encoding="utf-8")
    command = [lme4, "--vanilla", "--encoding=UTF-8", str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.split()}
    statements = table(dataset / "statements.csv")
    scored = [row for row in statements if row["position_score"]]
    types = [row["holder_type"] for row in scored if row["holder_type"]]
    assert told["CLASS"] == ["factor", "factor"]
    assert told["TYPES"] == ["作者", "国家", "政府（一届）"]
    assert told["NOBS"] == [
        *(str(len(types)), "GROUPS", "article_id", "coder"),
    ]
    assert told["EFFECTS"] == [str(len(set(types)))]
    assert _written(tmp_path / "by_target.csv") == _means(scored)
    assert _counts(tmp_path / "pattern.csv") == _together(
        table(dataset / "concept.csv"), statements
    )


def _written(path: Path) -> dict[tuple[str, str], tuple[float, int]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["holder"], row["target"]): (round(float(row["mean"]), 6), int(row["n"]))
            for row in csv.DictReader(file)
        }


def _means(scored: list[Row]) -> dict[tuple[str, str], tuple[float, int]]:
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for row in scored:
        if row["target"] and row["holder"]:
            found[row["holder_label"], row["target_label"]].append(float(row["position_score"]))
    return {key: (round(sum(own) / len(own), 6), len(own)) for key, own in found.items()}


def _counts(path: Path) -> Counter[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return Counter(
            {
                (row["concept"], row["agent"], row["toward"], row["position"]): int(row["Freq"])
                for row in csv.DictReader(file)
            }
        )


def _together(concepts: list[Row], statements: list[Row]) -> Counter[tuple[str, ...]]:
    """Count by hand what stands in one sentence."""
    place = ("article_id", "coder", "sentence")
    names = ("concept_label", "agent_label", "toward_label")
    return Counter(
        (*(one[name] for name in names), other["position_label"])
        for one in concepts
        for other in statements
        if all(one[name] == other[name] for name in place)
        if all(one[name] for name in names) and other["position_label"]
    )

from __future__ import annotations

from pathlib import Path

from tests.app.world import CODEBOOK
from workbench.dataset.readme import README_FILE, files_written, readme_text

FILES = [("annotations.csv", 3), ("codebook.csv", 29)]


def test_it_tells_the_codebook_and_the_counts() -> None:
    text = readme_text(CODEBOOK, FILES)
    assert "测试手册" in text
    assert "Test codebook" in text
    assert "- annotations.csv: 3\n- codebook.csv: 29\n" in text


def test_it_tells_which_files_were_written(tmp_path: Path) -> None:
    text = "\ufeff" + readme_text(CODEBOOK, FILES)
    (tmp_path / README_FILE).write_text(text, encoding="utf-8")
    assert files_written(tmp_path) == (README_FILE, "annotations.csv", "codebook.csv")


def test_a_readme_of_something_else_claims_nothing(tmp_path: Path) -> None:
    assert files_written(tmp_path) == ()
    (tmp_path / README_FILE).write_bytes(b"\xff\xfe mine\n- a.csv: 3\n")
    assert files_written(tmp_path) == ()
    (tmp_path / README_FILE).unlink()
    (tmp_path / README_FILE).mkdir()
    assert files_written(tmp_path) == ()

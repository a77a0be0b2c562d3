"""The tour, whole: every step in both languages and both themes, its pictures and its tables."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtGui import QImage

from workbench.ui.desk import Desk
from workbench.ui.tour import performance
from workbench.ui.tour.errors import TourStopped
from workbench.ui.tour.performance import Performance
from workbench.ui.tour.player import Until
from workbench.ui.tour.route import FINE, STEPS, Step, name_of
from workbench.ui.tour.scene import Scene, expect
from workbench.ui.tour.stage import SIZE, VARIANTS, Variant

pytestmark = pytest.mark.slow

_SECONDS = 300
_FEW_COLOURS = 24


def _workbench(
    repository: Path, *arguments: object, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        cwd=repository,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )


# --- the whole way -------------------------------------------------------------


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a home folder in which nothing must be written."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory, home: Path, repository: Path) -> Path:
    """Run the tour once, and give its folder."""
    folder = tmp_path_factory.mktemp("tour") / "new" / "folder"
    homes = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    run = _workbench(repository, "tour", folder, HOME=str(home), **homes)
    assert run.returncode == 0, run.stderr
    told = [line.split()[1] for line in run.stdout.splitlines()]
    assert told == [_picture(variant.name, step) for variant in VARIANTS for step in STEPS]
    return folder


def _picture(variant: str, step: Step) -> str:
    return f"{variant}-{STEPS.index(step) + 1:02}-{name_of(step)}"


def _load(tour: Path, name: str) -> QImage:
    image = QImage(str(tour / f"{name}.png"))
    assert not image.isNull(), name
    return image


def _colours(image: QImage) -> int:
    small = image.scaled(200, 125)
    return len({small.pixel(x, y) for x in range(200) for y in range(125)})


@pytest.mark.parametrize("step", STEPS, ids=name_of)
def test_a_step_has_four_pictures_of_the_window(tour: Path, step: Step) -> None:
    pictures = [_load(tour, _picture(variant.name, step)) for variant in VARIANTS]
    assert {picture.size() for picture in pictures} == {SIZE}
    assert min(map(_colours, pictures)) > _FEW_COLOURS
    assert all(a != b for a, b in combinations(pictures, 2))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_every_step_looks_different_from_the_one_before(tour: Path, variant: Variant) -> None:
    names = [_picture(variant.name, step) for step in STEPS]
    pictures = [_load(tour, name) for name in names]
    assert all(a != b for a, b in pairwise(pictures))


def test_one_step_is_shown_as_on_a_fine_screen(tour: Path) -> None:
    for variant in VARIANTS:
        assert _load(tour, f"{_picture(variant.name, FINE)}@2x").size() == SIZE * 2


def test_the_tables_have_what_was_marked(tour: Path) -> None:
    tables = tour / "dataset" / "en"
    annotations = pd.read_csv(tables / "annotations.csv", encoding="utf-8-sig")
    assert annotations["layer"].value_counts().to_dict() == {"actor": 4, "concept": 3, "stance": 1}
    assert set(annotations["article_status"]) == {"done"}
    assert set(annotations["complete"]) == {1}
    [stance] = pd.read_csv(tables / "stance.csv", encoding="utf-8-sig").to_dict("records")
    assert (stance["holder"], stance["target"], stance["toward"]) == ("P_LEEJM", "S16", "USA")
    assert (stance["position"], stance["position_score"], stance["voice"]) == ("n1", -1, "quoted")
    concepts = pd.read_csv(tables / "concept.csv", encoding="utf-8-sig").set_index("quote")
    assert concepts.loc["拿主权去换保护", "use"] == "denied"


def test_the_tables_are_the_same_whatever_the_window_speaks(tour: Path) -> None:
    [english, chinese] = [
        pd.read_csv(tour / "dataset" / language / "stance.csv", encoding="utf-8-sig")
        for language in ("en", "zh")
    ]
    assert list(english["holder_label"]) == ["李在明"]
    same = [column for column in english.columns if column != "coder"]
    pd.testing.assert_frame_equal(english[same], chinese[same])


def test_every_article_but_the_coded_one_is_not_coded(tour: Path) -> None:
    coding = pd.read_csv(tour / "dataset" / "en" / "article_coding.csv", encoding="utf-8-sig")
    assert sorted(coding["status"]) == ["done", *["not_started"] * 3]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_the_project_is_clean(tour: Path, repository: Path, variant: Variant) -> None:
    project = tour / f"{variant.name}.workbench"
    run = _workbench(repository, "check", project, "--json")
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["clean"] is True


def test_the_home_of_the_user_is_as_before(tour: Path, home: Path) -> None:
    assert tour.is_dir()
    assert not list(home.rglob("settings.json"))
    assert not list(home.rglob("*.workbench"))


# --- when it stops -------------------------------------------------------------


async def _good(scene: Scene) -> None:
    await Until("the window shows", scene.window.isVisible)


async def _without_effect(scene: Scene) -> None:
    expect(False, "the sky is green")


async def _waiting(scene: Scene) -> None:
    await Until("pigs fly", lambda: False, seconds=0.05)


async def _faulty(scene: Scene) -> None:
    raise KeyError("lost")


@pytest.mark.parametrize(
    ("step", "reason"),
    [(_without_effect, "the sky is green"), (_waiting, "pigs fly"), (_faulty, "KeyError: 'lost'")],
    ids=["effect", "wait", "fault"],
)
def test_a_step_that_fails_stops_the_tour_with_a_picture(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: Step, reason: str
) -> None:
    monkeypatch.setattr(performance, "STEPS", (_good, step, _good))
    told: list[str] = []
    with pytest.raises(TourStopped) as stopped:
        Performance(desk, VARIANTS[0], tmp_path, tmp_path, told.append).play(())
    assert len(told) == 1
    assert stopped.value.facts["step"] == name_of(step)
    assert stopped.value.facts["reason"] == reason
    assert not QImage(str(stopped.value.facts["picture"])).isNull()


def test_without_a_chinese_font_it_says_so(repository: Path, tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', "utf-8")
    run = _workbench(repository, "tour", tmp_path / "tour", FONTCONFIG_FILE=str(fonts))
    assert run.returncode == 1
    assert "No font on this machine has Chinese" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_that_cannot_be_is_refused(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    run = _workbench(repository, "tour", tmp_path / "file" / "tour")
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith("workbench: ")

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import article, make_project, opened, surroundings
from tests.dataset.reading import table
from workbench.app.commands import AddCategory, CorrectText, ImportArticles, MarkSpan
from workbench.app.exporting import export_dataset
from workbench.app.forecasts import By, Ledger, Score, State, change_question, ledger_of
from workbench.app.projects import new_project
from workbench.app.session import Session
from workbench.domain.codebook import Category, UnknownCategory, UnknownCodeList, Words
from workbench.domain.codebook_check import CodebookInconsistent

TEXT = "会下雨。也许会下雪。作者认为会刮风。某报说会起雾。"
NEXT = "再谈一次：会下雨。"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two articles and three questions of which two are settled."""
    path = tmp_path / "预测.workbench"
    new_project(path, None, surroundings())
    with opened(path) as session:
        first = article(TEXT, "第一篇", source="晨报", author="丁")
        second = article(NEXT, "第二篇", source="晚报", author="戊")
        session.run(ImportArticles((first, second)))
        for key, outcome in (("RAIN", "yes"), ("SNOW", "no"), ("WIND", "open")):
            given = {"text": f"{key}?", "horizon": "2026-01", "outcome": outcome}
            session.run(AddCategory("questions", Category(key, 0, Words(key), attributes=given)))
    return path


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    with opened(project) as session:
        yield session


def forecast(session: Session, words: str, place: int = 0, **values: Any) -> int:
    """Code the words of an article as a forecast."""
    where = session.articles()[place].id
    start = session.text(where).index(words)
    given = {"kind": "forecast", **values}
    return session.run(MarkSpan(where, "claim", start, start + len(words), given))


def _states(ledger: Ledger) -> list[State]:
    return [each.judged.state for each in ledger.entries]


def test_a_project_without_forecasts_lists_its_questions(session: Session) -> None:
    ledger = ledger_of(session)
    assert [each.key for each in ledger.questions] == ["RAIN", "SNOW", "WIND"]
    assert ledger.entries == ()
    assert ledger.scores(By.CLAIMANT) == []


def test_a_codebook_without_forecasts_has_an_empty_ledger(tmp_path: Path) -> None:
    with opened(make_project(tmp_path / "other.workbench")) as session:
        ledger = ledger_of(session)
        assert (ledger.questions, ledger.entries, ledger.coders) == ((), (), ())


def test_forecasts_come_in_the_order_of_the_articles_with_their_state(session: Session) -> None:
    forecast(session, "会下雨", 1, question="RAIN", probability=0.5)
    forecast(session, "会刮风", question="WIND", probability=0.5)
    forecast(session, "会下雨", question="RAIN", probability=0.75)
    forecast(session, "会下雪", question="SNOW", condition="若降温", condition_met="no")
    forecast(session, "会起雾")
    where = session.articles()[0].id
    session.run(MarkSpan(where, "claim", 0, 2, {"kind": "causal", "question": "RAIN"}))
    ledger = ledger_of(session)
    assert [each.annotation.quote for each in ledger.entries] == [
        *("会下雨", "会下雪", "会刮风", "会起雾", "会下雨")
    ]
    assert _states(ledger) == [
        *(State.SCORED, State.VOID, State.UNRESOLVED, State.NO_QUESTION, State.SCORED)
    ]
    assert [each.printed.title for each in ledger.entries][-1] == "第二篇"


def test_the_last_in_the_text_counts(session: Session) -> None:
    forecast(session, "也许会下雪", question="SNOW", probability=0.25)
    forecast(session, "会下雨", question="SNOW", probability=1.0)
    ledger = ledger_of(session)
    assert _states(ledger) == [State.REPEATED, State.SCORED]
    assert ledger.scores(By.CLAIMANT) == [Score("AUTHOR", 1, 0.0625)]


def test_scores_are_told_by_claimant_author_and_outlet(session: Session) -> None:
    forecast(session, "会下雨", question="RAIN", probability=1.0)
    forecast(session, "会下雪", question="SNOW", claimant="USA", probability=0.5)
    forecast(session, "会下雨", 1, question="RAIN", probability=0.5)
    ledger = ledger_of(session)
    assert ledger.scores(By.CLAIMANT) == [Score("AUTHOR", 2, 0.125), Score("USA", 1, 0.25)]
    assert ledger.scores(By.AUTHOR) == [Score("丁", 1, 0.0), Score("戊", 1, 0.25)]
    assert ledger.scores(By.OUTLET) == [Score("晨报", 2, 0.125), Score("晚报", 1, 0.25)]


def test_one_sees_ones_own_unless_one_asks(project: Path) -> None:
    with opened(project) as session:
        forecast(session, "会下雨", question="RAIN", probability=1.0)
    with opened(project, "乙") as session:
        forecast(session, "会下雨", question="RAIN", probability=0.5)
        assert [each.coder for each in ledger_of(session).entries] == ["乙"]
        ledger = ledger_of(session, all_coders=True)
        assert ledger.coders == ("甲", "乙")
        assert _states(ledger) == [State.SCORED, State.SCORED]
        assert ledger.scores(By.CLAIMANT, "甲") == [Score("AUTHOR", 1, 0.0)]
        assert ledger.scores(By.CLAIMANT, "乙") == [Score("AUTHOR", 1, 0.25)]
        assert ledger.scores(By.CLAIMANT) == [Score("AUTHOR", 2, 0.125)]


def test_who_only_looks_sees_no_forecast(project: Path) -> None:
    with opened(project) as session:
        forecast(session, "会下雨", question="RAIN", probability=1.0)
    with opened(project, "丙") as session:
        assert ledger_of(session).entries == ()


def test_a_forecast_without_a_claimant_is_nobodys_known(session: Session) -> None:
    forecast(session, "会下雨", question="RAIN", claimant=None, probability=1.0)
    ledger = ledger_of(session)
    assert ledger.scores(By.CLAIMANT) == [Score("", 1, 0.0)]
    assert ledger.scores(By.AUTHOR) == []


def test_a_forecast_that_lost_its_place_does_not_stand_last(session: Session) -> None:
    kept = forecast(session, "会下雨", question="RAIN", probability=1.0)
    forecast(session, "某报说会起雾", question="RAIN", probability=0.0)
    where = session.articles()[0].id
    session.run(CorrectText(where, TEXT.replace("某报说会起雾。", "")))
    ledger = ledger_of(session)
    counting = [each.annotation.id for each in ledger.entries if each.judged.counts]
    assert counting == [kept]


# --- settling a question


def test_a_question_is_changed_in_one_step_and_back(session: Session) -> None:
    forecast(session, "会刮风", question="WIND", probability=0.5)
    change_question(session, "WIND", outcome="no", resolved_on="2026-02")
    assert _states(ledger_of(session)) == [State.SCORED]
    session.undo()
    assert _states(ledger_of(session)) == [State.UNRESOLVED]


@pytest.mark.parametrize(
    "changes", [{"horizon": "soon"}, {"outcome": "perhaps"}, {"nonsense": "x"}]
)
def test_what_does_not_fit_a_question_is_refused(session: Session, changes: dict[str, str]) -> None:
    before = session.codebook
    with pytest.raises(CodebookInconsistent):
        change_question(session, "WIND", **changes)
    assert session.codebook is before


def test_what_is_no_question_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UnknownCategory):
        change_question(session, "NOWHERE", outcome="yes")
    with (
        opened(make_project(tmp_path / "other.workbench")) as other,
        pytest.raises(UnknownCodeList),
    ):
        change_question(other, "WIND", outcome="yes")


# --- the dataset says the same


_R = """
forecasts <- read.csv(file.path(commandArgs(TRUE)[1], "forecasts.csv"),
                      fileEncoding = "UTF-8-BOM", na.strings = "")
cat("KINDS", class(forecasts$brier), class(forecasts$counts), class(forecasts$probability), "\\n")
means <- aggregate(brier ~ claimant, forecasts, mean)
cat(paste("SCORE", means$claimant, means$brier, sep = " "), sep = "\\n")
cat("\\nCOUNTS", sum(forecasts$counts), "\\n")
"""


@pytest.fixture
def exported(session: Session, tmp_path: Path) -> Path:
    """A dataset of a project with some forecasts."""
    forecast(session, "会下雨", question="RAIN", probability=1.0)
    forecast(session, "会下雪", question="SNOW", claimant="USA", probability=0.5)
    forecast(session, "会下雨", 1, question="RAIN", probability=0.5)
    forecast(session, "会刮风", question="WIND", probability=0.5)
    forecast(session, "某报说会起雾")
    export_dataset(session.database, tmp_path / "out")
    return tmp_path / "out"


def test_the_dataset_has_the_states_of_the_ledger(session: Session, exported: Path) -> None:
    entries = ledger_of(session, all_coders=True).entries
    told = [(e.annotation.uid, str(e.judged.state), str(int(e.judged.counts))) for e in entries]
    rows = table(exported / "forecasts.csv")
    assert [(row["annotation_id"], row["state"], row["counts"]) for row in rows] == told


def test_r_finds_the_scores_of_the_ledger(
    session: Session, exported: Path, tmp_path: Path, rscript: str
) -> None:
    script = tmp_path / "read.R"
    script.write_text(_R, encoding="utf-8")
    done = subprocess.run(
        [rscript, "--vanilla", "--encoding=UTF-8", str(script), str(exported)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = [line.split() for line in done.stdout.splitlines() if line.split()]
    assert told[0] == ["KINDS", "numeric", "integer", "numeric"]
    found = {who: float(mean) for _, who, mean in (t for t in told if t[0] == "SCORE")}
    assert found == {each.who: each.brier for each in ledger_of(session).scores(By.CLAIMANT)}
    assert told[-1] == ["COUNTS", "4"]

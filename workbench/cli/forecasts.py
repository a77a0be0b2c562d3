"""`workbench forecasts`: the forecast ledger."""

from __future__ import annotations

import contextlib
from dataclasses import asdict
from typing import Any

from workbench.app.forecasts import (
    By,
    Entry,
    Ledger,
    State,
    claimant_label,
    ledger_of,
    question_label,
)
from workbench.cli.context import Context


def forecasts(context: Context) -> int:
    """Tell questions, forecasts and scores of a project, of every coder."""
    project = context.arguments.project
    session = context.opened(context.usual_coder(), read_only=True)
    with contextlib.closing(session):
        ledger = ledger_of(session, all_coders=True)
    if context.arguments.json:
        context.console.json({"project": str(project), **_as_json(ledger)})
    else:
        _Told(context, ledger).tell()
    return 0


def _as_json(ledger: Ledger) -> dict[str, Any]:
    return {
        "questions": [
            {**asdict(each), "label": _both(ledger, each.key)} for each in ledger.questions
        ],
        "forecasts": [_forecast_json(each) for each in ledger.entries],
        "scores": [
            {"coder": coder, "by": by.value, **asdict(score)}
            for coder in ledger.coders
            for by in By
            for score in ledger.scores(by, coder)
        ],
    }


def _both(ledger: Ledger, question: str) -> dict[str, str]:
    return {language: question_label(ledger, question, language) for language in ("zh", "en")}


def _forecast_json(entry: Entry) -> dict[str, Any]:
    forecast, printed = asdict(entry.forecast), entry.printed
    forecast.pop("place")
    span = entry.annotation.span
    return {
        **forecast,
        "title": printed.title,
        "author": printed.author,
        "outlet": printed.source,
        "published": printed.published,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "by_author": entry.by_author,
        "counts": entry.judged.counts,
        "state": entry.judged.state.value,
        "brier": entry.judged.brier,
    }


class _Told:
    """The ledger in words."""

    def __init__(self, context: Context, ledger: Ledger) -> None:
        self._context = context
        self._ledger = ledger
        self._text = context.messages.text
        self._language = context.messages.language

    def tell(self) -> None:
        """Write the questions with their forecasts, then the scores."""
        ledger = self._ledger
        if not ledger.questions and not ledger.entries:
            self._context.say("forecasts_none")
        for key in dict.fromkeys(
            (*ledger.by_question, *(e.forecast.question for e in ledger.entries))
        ):
            self._tell_question(key)
        for coder in ledger.coders:
            for by in By:
                self._tell_scores(by, coder)

    def _tell_question(self, key: str) -> None:
        entries = [each for each in self._ledger.entries if each.forecast.question == key]
        if not key:
            self._context.say("forecasts_without_question", count=len(entries))
        else:
            question = self._ledger.by_question.get(key)
            self._context.say(
                "forecasts_question",
                label=question_label(self._ledger, key, self._language),
                horizon=(question and question.horizon) or "–",
                outcome=(question and question.outcome) or "–",
                count=sum(each.judged.counts for each in entries),
            )
        for each in entries:
            self._tell_entry(each)

    def _tell_entry(self, entry: Entry) -> None:
        probability = entry.forecast.probability
        state = self._text(f"forecasts_state_{entry.judged.state.value}")
        if entry.judged.state is State.SCORED:
            state = self._text("forecasts_scored", state=state, brier=entry.judged.brier)
        self._context.say(
            "forecasts_entry",
            coder=entry.coder,
            title=entry.printed.title,
            claimant=self._who(By.CLAIMANT, entry.forecast.claimant),
            probability="–" if probability is None else f"{probability:g}",
            state=state,
        )

    def _tell_scores(self, by: By, coder: str) -> None:
        scores = self._ledger.scores(by, coder)
        if scores:
            self._context.say("forecasts_scores", by=self._text(f"forecasts_by_{by}"), coder=coder)
        for each in scores:
            who = self._who(by, each.who)
            self._context.say("forecasts_score", who=who, brier=each.brier, n=each.n)

    def _who(self, by: By, who: str) -> str:
        if by is By.CLAIMANT and who:
            return claimant_label(self._ledger, who, self._language)
        return who or self._text("forecasts_unknown")

from __future__ import annotations

import pytest

from workbench.intake.tongue import language_of, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("岛国代表说，渔业谈判可以恢复。", "zh"),
        (
            "“战略模糊”（strategic ambiguity）的本意是让双方都不敢轻举妄动（freedom of action）。",
            "zh",
        ),
        ("外相は十日、ソウルで会談し、対話を年二回開くことで合意した。", "ja"),
        ("한국과 아세안이 10일 정상회의에서 양측 관계를 격상했다.", "ko"),
        ("The talks resumed on Monday, and the islands asked for relief.", "en"),
        ("Les négociations reprennent lundi; les îles demandent un allègement.", "und"),
        ("Переговоры возобновились в понедельник.", "und"),
        ("2026-05-03", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("渔业谈判与岛国债务", "Hans"),
        ("漁業談判與島國債務", "Hant"),
        ("渔业談判与島國债务", ""),
        ("人口一百万", ""),
        ("Talks", ""),
    ],
)
def test_scripts(text: str, script: str) -> None:
    assert script_of(text) == script

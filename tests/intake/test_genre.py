from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.intake.genre import genre_of

INTERVIEW = "专访\n问：谈什么？\n答：谈债务。\n问：谈鱼吗？\n答：不谈。"
CASES = [
    (INTERVIEW, "interview"),
    ("会谈会在年底前重启吗？\n债务必须先谈。\n回答:no", "forecast"),
    ("【摘要】本文讨论债务。\n【关键词】债务；渔业\n正文。", "research"),
    ("在海上论坛上的致辞\n各位来宾：\n今天谈债务。", "speech"),
    ("社论：先谈债务\n岛国的债务由来已久。", "commentary"),
    ("会谈重启\n南港通讯社槟城5月3日电（记者 林小满）会谈重启。", "news"),
    ("会谈重启\n岛国的债务由来已久。", ""),
    ("三人谈\n甲：谈债务。\n乙：谈鱼。\n甲：都谈。\n乙：好。", ""),
]


@pytest.mark.parametrize(("text", "genre"), CASES)
def test_only_plain_genres_are_named(text: str, genre: str) -> None:
    assert genre_of(text) == genre


def test_every_genre_is_one_of_the_starter_codebook(repository: Path) -> None:
    starter = json.loads((repository / "resources/codebook/starter.json").read_text("utf-8"))
    lists = starter.get("code_lists") or starter["lists"]
    (genres,) = (each for each in lists if each["key"] == "genres")
    assert {genre for _, genre in CASES} - {""} <= {each["key"] for each in genres["categories"]}

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from workbench.domain.errors import Refusal
from workbench.intake import errors

REFUSALS = [
    each
    for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, Refusal) and each is not Refusal
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: each.__name__)
def test_each_refusal_is_said_in_both_languages(refusal: type[Refusal], repository: Path) -> None:
    messages = tomllib.loads((repository / "resources/messages/zh.toml").read_text("utf-8"))
    chinese, english = messages["errors"][refusal.__name__], refusal.sentence
    assert english.endswith(".")
    assert chinese.endswith("。")
    assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english))
    assert "{file}" in english or "{address}" in english

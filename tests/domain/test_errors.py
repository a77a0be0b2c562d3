from __future__ import annotations

import importlib
import pkgutil
import string
import tomllib
from pathlib import Path

import pytest

import workbench.domain
from workbench.domain.errors import Defect, Refusal, SpanOutsideText, WorkbenchError


def _refusals(family: type[Refusal] = Refusal) -> set[type[Refusal]]:
    found = {each for each in family.__subclasses__() if each.__module__.startswith("workbench.")}
    return found.union(*(_refusals(each) for each in found))


def _domain_refusals() -> list[type[Refusal]]:
    for module in pkgutil.iter_modules(workbench.domain.__path__, "workbench.domain."):
        importlib.import_module(module.name)
    of_domain = [each for each in _refusals() if each.__module__.startswith("workbench.domain.")]
    return sorted(of_domain, key=lambda each: each.__name__)


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_refusal_fills_its_sentence_and_keeps_its_facts() -> None:
    refusal = SpanOutsideText(start=3, end=5, length=4)
    assert str(refusal) == SpanOutsideText.sentence.format(start=3, end=5, length=4)
    assert refusal.facts == {"start": 3, "end": 5, "length": 4}


def test_the_two_families_are_apart() -> None:
    assert issubclass(Refusal, WorkbenchError)
    assert issubclass(Defect, WorkbenchError)
    assert not issubclass(Defect, Refusal)


def test_a_defect_says_what_is_wrong() -> None:
    with pytest.raises(WorkbenchError, match="no such row"):
        raise Defect("no such row")


@pytest.mark.parametrize("refusal", _domain_refusals(), ids=lambda each: each.__name__)
def test_every_refusal_has_a_sentence_in_both_languages(
    refusal: type[Refusal], repository: Path
) -> None:
    messages = tomllib.loads((repository / "resources/messages/zh.toml").read_text("utf-8"))
    chinese = messages["errors"][refusal.__name__]
    assert refusal.sentence
    assert refusal.sentence.endswith(".")
    assert chinese.endswith("。")
    assert _placeholders(chinese) == _placeholders(refusal.sentence)

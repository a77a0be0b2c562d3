"""Every sentence stands in both languages, with the same placeholders, and none stands idle."""

from __future__ import annotations

import pkgutil
import re
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import workbench
from workbench.app.messages import Messages
from workbench.dataset.networks.selecting import LeftOut
from workbench.domain.errors import Refusal
from workbench.exchange.codebook.model import Note
from workbench.exchange.project.model import Remark
from workbench.intake.extracted import WARNINGS

LANGUAGES = ("en", "zh")
#: Keys that are put together when they are needed: what they begin with.
COMPOSED = (
    *("difference_", "doubt_", "export_cut_", "found_", "help_"),
    *("problem_", "remark_", "warning_", "forecasts_by_", "forecasts_state_", "network_without_"),
)
#: Terms that have one word in Chinese wherever they are used: the safe ones of the glossary.
TERMS = {
    "codebooks?": "编码手册",
    "code lists?": "代码表",
    "category|categories": "类目",
    "(?<!text )layers?": "标注层",
    "variables?": "变量",
    "annotations?": "标注",
    "passages?": "片段",
    "coders?": "编码员",
    "twins?": "对应类目",
    "alias|aliases": "别名",
    "include rule|include": "纳入规则",
    "exclude rule|exclude(?! each other)": "排除规则",
    "patterns?": "匹配规则",
    "(?<!brier )scores?": "分值",
    "brier scores?": "布赖尔分",
    "attributes?": "属性",
    "retired?": "停用",
    "freeze|frozen": "冻结",
    "suggestions?": "建议",
    "forecasts?": "预测",
    "claimants?": "论断者",
    "datasets?": "数据集",
}


def _modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(workbench.__path__, "workbench."):
        is_window = found.name.startswith("workbench.ui") and not found.name.endswith(".errors")
        if not is_window and found.name != "workbench.__main__":
            yield found.name


@pytest.fixture(scope="module")
def refusals() -> list[type[Refusal]]:
    """Every refusal of the program that a person may see."""
    for name in _modules():
        import_module(name)

    def below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
        for each in kind.__subclasses__():
            if each.__module__.startswith("workbench."):
                yield each
                yield from below(each)

    return list(dict.fromkeys(below(Refusal)))


@pytest.fixture(scope="module")
def files(repository: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The message files by language."""
    folder = repository / "resources" / "messages"
    return {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in LANGUAGES}


@pytest.fixture(scope="module")
def source(repository: Path) -> str:
    """All Python of the program."""
    return "\n".join(p.read_text("utf-8") for p in (repository / "workbench").rglob("*.py"))


def placeholders(sentence: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def test_every_refusal_has_a_name_of_its_own(refusals: list[type[Refusal]]) -> None:
    names = Counter(each.__name__ for each in refusals)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_refusal_is_one_sentence(refusals: list[type[Refusal]]) -> None:
    assert len(refusals) > 40
    for each in refusals:
        assert re.fullmatch(r"[^\n]+[.”]", each.sentence), each


def test_every_refusal_is_said_in_chinese(
    refusals: list[type[Refusal]], files: dict[str, dict[str, dict[str, str]]]
) -> None:
    said = files["zh"]["errors"]
    assert sorted(said) == sorted(each.__name__ for each in refusals)
    for each in refusals:
        chinese = said[each.__name__]
        assert placeholders(chinese).keys() == placeholders(each.sentence).keys(), each
        assert re.search("[\u4e00-\u9fff]", chinese), each
        assert "\n" not in chinese, each


def test_english_refusals_stand_in_the_code_alone(
    files: dict[str, dict[str, dict[str, str]]],
) -> None:
    assert files["en"].keys() == {"text"}


def test_both_languages_have_the_same_text(files: dict[str, dict[str, dict[str, str]]]) -> None:
    english, chinese = files["en"]["text"], files["zh"]["text"]
    assert list(english) == list(chinese) == sorted(english)
    for key, sentence in english.items():
        assert placeholders(sentence) == placeholders(chinese[key]), key
        assert sentence.strip(), key
        says = re.search("[a-z]", re.sub(r"\{.*?\}", "", sentence))
        assert not says or re.search("[\u4e00-\u9fff]|JSON", chinese[key]), key


def test_every_text_is_used(files: dict[str, dict[str, dict[str, str]]], source: str) -> None:
    idle = [
        key
        for key in files["en"]["text"]
        if f'"{key}"' not in source and not key.startswith(COMPOSED)
    ]
    assert idle == []


def test_every_text_that_is_used_exists(
    files: dict[str, dict[str, dict[str, str]]], source: str
) -> None:
    used = re.findall(r'(?:messages\.text|\btext|\bsay|_add_json)\(\s*(?:parser, )?"(\w+)"', source)
    assert len(used) > 20
    assert set(used) <= files["en"]["text"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_filled(language: str, refusals: list[type[Refusal]]) -> None:
    messages = Messages(language)
    for each in refusals:
        facts = dict.fromkeys(placeholders(each.sentence), "某物")
        sentence = messages.error(each(**facts))
        assert "{" not in sentence
        assert sentence.count("某物") >= len(facts)


def test_every_problem_and_warning_has_its_text(
    files: dict[str, dict[str, dict[str, str]]], source: str
) -> None:
    kinds = set(re.findall(r'Problem\(\s*"(\w+)"', source))
    assert kinds
    text = files["en"]["text"].keys()
    assert {f"problem_{each}" for each in kinds} == {k for k in text if k.startswith("problem_")}
    assert {f"warning_{each}" for each in WARNINGS} == {k for k in text if k.startswith("warning_")}


def test_every_note_on_a_codebook_has_its_text(
    files: dict[str, dict[str, dict[str, str]]],
) -> None:
    text = files["en"]["text"].keys()
    assert {f"found_{each.value}" for each in Note} == {k for k in text if k.startswith("found_")}


def test_every_remark_on_a_project_has_its_text(
    files: dict[str, dict[str, dict[str, str]]],
) -> None:
    text = files["en"]["text"].keys()
    told = {f"remark_{each.value}" for each in Remark} | {"remark_alone", "remark_with"}
    assert told == {key for key in text if key.startswith("remark_")}


def test_every_reason_for_an_empty_network_has_its_text(
    files: dict[str, dict[str, dict[str, str]]],
) -> None:
    reasons = {f"network_without_{each}" for each in (*LeftOut, "tie", "statement")}
    text = files["en"]["text"].keys()
    assert reasons == {key for key in text if key.startswith("network_without_")}


def test_a_term_has_one_word(
    refusals: list[type[Refusal]],
    files: dict[str, dict[str, dict[str, str]]],
    repository: Path,
) -> None:
    english, chinese = files["en"]["text"], files["zh"]["text"]
    pairs = [(english[key], chinese[key]) for key in english if not key.startswith("json_")]
    pairs += [(each.sentence, files["zh"]["errors"][each.__name__]) for each in refusals]
    pairs += _of_the_window(repository / "resources" / "translations" / "workbench_zh_CN.ts")
    for term, word in TERMS.items():
        word_of_it = re.compile(rf"\b(?:{term})(?!\w)", re.IGNORECASE)
        having = [pair for pair in pairs if word_of_it.search(_bare(pair[0]))]
        assert len(having) > 2, term
        assert [pair for pair in having if word not in pair[1]] == [], term


def _bare(english: str) -> str:
    """Return a sentence without its placeholders and the marks of its keys."""
    return re.sub(r"\{.*?\}", "", english).replace("&", "")


def _of_the_window(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what the window says, in English and in Chinese."""
    for message in ET.parse(path).getroot().iter("message"):
        yield message.findtext("source", ""), message.findtext("translation", "")

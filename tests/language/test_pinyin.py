from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.pinyin import MOST_READINGS, initials, pinyin_index, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主权寻租", "zqxz"),
        ("代理人懈怠", "dlrxd"),
        ("美国", "mg"),
        ("APEC峰会", "apecfh"),
        ("唐纳德·特朗普", "tndtlp"),
        ("Ｇ７ 机制", "g7jz"),
    ],
)
def test_initials(text: str, expected: str) -> None:
    assert initials(text)[0] == expected


def test_a_phrase_settles_how_its_characters_sound() -> None:
    assert syllables("重庆") == (("chong", "qing"),)
    assert syllables("银行") == (("yin", "hang"),)


def test_a_character_of_several_sounds_gives_several_readings() -> None:
    readings = syllables("朝鲜")
    assert readings[0] == ("chao", "xian")
    assert ("zhao", "xian") in readings
    assert initials("朝鲜") == ("cx", "zx")


def test_u_with_dots_is_v() -> None:
    assert syllables("战略")[0] == ("zhan", "lve")


def test_what_has_no_sound_has_no_reading() -> None:
    assert syllables("，。 😀") == ()
    assert initials("") == ()


@given(st.text(alphabet="朝行长重和着乐国𠮷ab 1，"))
def test_readings_are_few_different_and_equally_long(text: str) -> None:
    readings = syllables(text)
    assert len(readings) <= MOST_READINGS
    assert len({len(reading) for reading in readings}) <= 1
    assert len(set(readings)) == len(readings)
    assert len(initials(text)) <= max(1, len(readings))


@given(st.text())
def test_readings_are_plain_letters(text: str) -> None:
    assert all(s.isascii() and s.isalnum() for reading in syllables(text) for s in reading)


def test_the_index_knows_whose_lines_they_are() -> None:
    index = pinyin_index(["sovereignty", "主权寻租", "寻租", "𠮷"])
    assert list(index.initials.equal("zqxz")) == [1]
    assert list(index.syllables.beginning("xunzu")) == [2, 1]
    assert set(index.syllables.beginning("zhuq")) == {1}
    assert list(index.initials.beginning("s")) == []

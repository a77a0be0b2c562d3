from __future__ import annotations

import pytest

from workbench.intake.readers.ordinals import ordinal


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("I", 4, "IV"),
        ("upperLetter", 3, "C"),
        ("a", 28, "bb"),
        ("a", 300, "300"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("japaneseCounting", 105, "一百零五"),
        ("一, 二, 三, ...", 1010, "一千零一十"),
        ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("子", 12, "亥"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("none", 3, ""),
        ("", 3, ""),
        ("hebrew1", 3, "3"),
        ("lowerRoman", 0, "0"),
        ("lowerRoman", 999_999, "999999"),
    ],
)
def test_numbers_as_word_processors_write_them(style: str, number: int, written: str) -> None:
    assert ordinal(number, style) == written

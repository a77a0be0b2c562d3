from __future__ import annotations

from workbench.language.script import simplified


def test_traditional_characters_are_simplified_one_for_one() -> None:
    assert simplified("責任編輯：林小樓") == "责任编辑：林小楼"
    assert simplified("韓國與臺灣的關係，內閣發言") == "韩国与台湾的关系，内阁发言"
    assert len(simplified("相關新聞 版權所有")) == 9
    line = "相关新闻"
    assert simplified(line) is line

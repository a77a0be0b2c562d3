from __future__ import annotations

from workbench.intake.steps.variants import simplified


def test_the_words_of_sites_are_simplified_one_for_one() -> None:
    assert simplified("責任編輯：林小樓") == "责任编辑：林小樓"
    assert len(simplified("相關新聞 版權所有")) == 9
    line = "相关新闻"
    assert simplified(line) is line

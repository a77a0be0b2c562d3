"""The lines that journals, databases and bulletin boards put around and between what they carry.

As in `phrases`, every pattern describes a whole line.
"""

from __future__ import annotations

from workbench.intake.steps.phrases import whole

# What a database writes below the articles that it puts out.
EXPORT = whole(
    r"引用(本文|格式|方式)|如何引用|(How to c|C)ite( this( article)?)?",
    r"(搜索|检索)(摘要|条件|策略|结果)|Search Summary|(文件|Document)\s?[A-Z]{4,12}\d{8,}\w*",
)
# What a database writes above them.
DATABASE = whole(
    r"\S{2,12}(数据库|资料库)",
    r"\S{0,6}(文章|新闻|报章|资料|记录|结果)?\s?\d{1,4}\s?/\s?\d{1,4}",
)
# The line in which a journal names its issue.
MASTHEAD = whole(
    r"[^。！？；，“”]{0,40}((19|20)\d\d\s?年?[第总·\s]{0,3}[\d一二三四五六七八九十]{1,4}\s?[期卷辑]"
    r"|第\s?[\d一二三四五六七八九十百]{1,4}\s?卷\s?第?\s?[\d一二三四五六七八九十百]{1,4}\s?期|Vol\.?\s?\d+|总第\s?\S{1,5}期|No\.\s?\d+,?\s(19|20)\d\d"
    r"|(19|20)\d\d[-/.]\d{1,2}$)[^。！？；，“”]{0,40}"
)
# Where an author works, as a journal puts it in brackets: institution, city and postal code.
AFFILIATION = whole(
    r"[（(]\s?[^（）()。]{2,40}(大学|学院|研究院|研究所|研究中心|党校|系|所|院|社)[^（）()。]{0,24}"
    r"[，,\s]\s?\S{2,8}\s?\d{6}\s?[）)]"
)
# What a journal says of an article to libraries, wherever it stands.
LIBRARY = whole(
    r"([【\[]?(中图分类号|文献标识码|文章编号|分类号|DOI|CLC number|Document code|Article ID)"
    r"[】\]]?\s?[:：]?\s?[\w./()（）+—–-]{1,40}[\s;；,，]{0,8}){1,5}"
)
# What a bulletin board adds to posts: where they were sent from, whom they quote, quick replies.
BOARD = whole(
    r"※\s?(发信站|文章网址|文章代码|编辑|来源|修改|转录\S?)\s?[:：].{0,120}|发信站\s?[:：].{0,80}",
    r"※\s?引述.{0,60}之铭言\s?[:：]?|[【\[]\s?在.{1,40}的(大作|文章)中(提到|写道)\s?[:：]?\s?[】\]]",
)
QUICK_REPLY = whole(r"(推|嘘|→)\s\w{2,16}\s?[:：]\s?.{0,80}\d\d/\d\d(\s\d\d:\d\d)?")

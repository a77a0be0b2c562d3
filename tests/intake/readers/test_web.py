from __future__ import annotations

import socket
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from workbench.domain.text import canonical
from workbench.intake.edits import apply, ordered
from workbench.intake.errors import FileBinary, PageTooDeep, PageWithoutText
from workbench.intake.extracted import Extracted
from workbench.intake.read import new_article
from workbench.intake.readers.web import read_html, read_pasted_html

SCORED = Path(__file__).parent.parent / "scored/web"
NAMES = sorted(path.name.removesuffix(".html") for path in SCORED.glob("*.html"))

FIRST = "会谈在港口城市举行，双方就航道的管理交换了意见。"
SECOND = "与会者说，下一次会谈的日期还没有确定，但渠道会保持畅通。"
THIRD = "观察人士认为，这样的安排虽然缓慢，却比没有安排要好得多。"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def kept(found: Extracted) -> list[str]:
    lines = (line.strip() for line in apply(found.text, found.edits).split("\n"))
    return [line for line in lines if line]


def reasons(found: Extracted) -> dict[str, str]:
    return {found.text[e.start : e.end].strip(): e.reason for e in found.edits}


def article(*between: str) -> str:
    return f"<div><p>{FIRST}</p>{''.join(between)}<p>{SECOND}</p><p>{THIRD}</p></div>"


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _figures(got: str, wanted: str) -> tuple[float, float]:
    """Return F1 and recall on characters."""
    blocks = SequenceMatcher(None, got, wanted, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return 2 * same / (len(got) + len(wanted)), same / len(wanted)


def test_the_pages_of_our_own_come_out_as_they_should() -> None:
    figures: list[tuple[float, float]] = []
    for name in NAMES:
        data = (SCORED / f"{name}.html").read_bytes()
        expected = (SCORED / f"{name}.expected.txt").read_text("utf-8")
        body = expected.partition("\n---")[0]
        found = read_html(data, name)
        figures.append(_figures(_squeezed("".join(kept(found))), _squeezed(body)))
        assert figures[-1][1] >= 0.98, name
    assert len(figures) >= 18
    assert sum(f1 for f1, _ in figures) / len(figures) >= 0.97
    assert sum(recall for _, recall in figures) / len(figures) >= 0.99


@pytest.mark.parametrize("name", NAMES)
def test_a_page_keeps_its_promises(name: str) -> None:
    data = (SCORED / f"{name}.html").read_bytes()
    found = read_html(data, name)
    assert found.text == canonical(found.text)
    assert found.edits == ordered(found.edits)
    assert "不应出现" not in found.text
    made = new_article(found, data, name)
    assert apply(found.text, made.edits) == made.text


def test_footnotes_of_a_page_are_tied_to_their_places() -> None:
    for name, markers in (
        ("think_tank", ["[1]", "[2]", "[3]"]),
        ("word_saved", ["[1]", "[2]"]),
        ("plain_superscripts", ["1", "2", "3"]),
    ):
        found = read_html((SCORED / f"{name}.html").read_bytes(), name)
        assert [aside.marker for aside in found.asides] == markers
        for aside in found.asides:
            assert aside.kind == "footnote"
            assert aside.at is not None
            assert found.text[aside.at - 1] == "。"
            assert found.text[aside.at :].startswith(aside.marker)


def test_one_note_may_have_two_marks() -> None:
    mark = '<sup><a href="#n">①</a></sup>'
    found = read_html(
        page(
            article(f"<p>{THIRD}{mark}</p><p>{SECOND}{mark}</p>") + '<div id="n">① 见附录。</div>'
        ),
        "a.html",
    )
    assert [(aside.marker, aside.text) for aside in found.asides] == [("①", "见附录。")]
    assert "①" not in "".join(kept(found))


def test_exponents_are_no_footnotes() -> None:
    found = read_html(
        page(article("<p>这片水域有三万km<sup>2</sup>，是最大的渔场。</p>")), "a.html"
    )
    assert "这片水域有三万km2，是最大的渔场。" in kept(found)


def test_what_copying_should_trip_over_is_cut() -> None:
    noise = '<span style="display:none">杂音</span>'
    small = '<font style="font-size:0px">更多杂音</font>'
    styled = '<p class="zz">请勿采集本页的内容。</p>'
    found = read_html(
        page(
            article(f"<p>{SECOND[:6]}{noise}{SECOND[6:]}{small}</p>", styled),
            "<style>.zz , #yy{display : none} @media print{.x{display:none}}</style>",
        ),
        "a.html",
    )
    assert kept(found) == [FIRST, SECOND, SECOND, THIRD]
    assert {reasons(found)[text] for text in ("杂音", "更多杂音", "请勿采集本页的内容。")} == {
        "hidden"
    }


def test_pinyin_above_characters_is_cut() -> None:
    ruby = "<ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby>口的名字很老，老人们都还记得它的由来。"
    found = read_html(page(article(f"<p>{ruby}</p>")), "a.html")
    assert "港口的名字很老，老人们都还记得它的由来。" in kept(found)
    assert {e.reason for e in found.edits} == {"gloss"}


def test_white_space_is_what_a_browser_makes_of_it() -> None:
    found = read_html(
        page(
            f"<div><p>\n  {FIRST[:5]}\n{FIRST[5:]} <b> end </b> of\nline </p><pre>一\n 二</pre>"
            f"<p>{SECOND}&nbsp;&nbsp;{THIRD}</p></div>"
        ),
        "a.html",
    )
    assert found.text.split("\n") == [
        f"{FIRST} end of line ", "一", " 二", f"{SECOND} {THIRD}"
    ]  # fmt: skip


def test_lists_keep_their_numbers_and_tables_their_rows() -> None:
    lists = (
        "<ul><li>第一项</li><li>• 第二项</li></ul><ol start=3><li>三</li><li value=7>七</li></ol>"
    )
    table = "<table><tr><th>年<th>数</tr><tr><td><p>2023</p><td>2<br>3</tr></table>"
    found = read_html(page(article(lists, table)), "a.html")
    assert kept(found) == [
        FIRST, "• 第一项", "• 第二项", "3. 三", "7. 七", "年\t数", "2023\t2 3", SECOND, THIRD,
    ]  # fmt: skip


def test_scripts_and_styles_are_never_in_the_text() -> None:
    noise = "<script>var a='甲'</script><style>p{}</style>"
    noise += "<noscript>乙</noscript><svg><text>丙</text></svg>"
    found = read_html(page(article(noise)), "a.html")
    assert not set("甲乙丙") & set(found.text)


def test_a_caption_below_a_picture_is_set_apart() -> None:
    picture = '<p align="center"><img src="a.jpg"></p><p align="center">港口的清晨</p>'
    heading = '<p align="center"><img src="b.jpg"></p><p align="center"><b>航道之争</b></p>'
    found = read_html(page(article(picture, heading)), "a.html")
    assert [(aside.kind, aside.text) for aside in found.asides] == [("caption", "港口的清晨")]
    assert "航道之争" in kept(found)


def test_a_page_without_article_is_kept_whole() -> None:
    found = read_html(page("<div>短</div>"), "a.html")
    assert kept(found) == ["短"]


def test_links_between_paragraphs_are_cut_but_not_links_in_them() -> None:
    links = "".join(f'<p><a href="/{n}">另一篇报道的标题{n}号</a></p>' for n in range(3))
    sentence = (
        f'<p><a href="/x">{SECOND}</a>这一句不在链接里，所以整段都要留下来，一个字也不能少。</p>'
    )
    found = read_html(page(article(links, sentence)), "a.html")
    assert kept(found)[1].endswith("一个字也不能少。")
    assert "related_links" in reasons(found).values()
    assert len(kept(found)) == 4


def test_comments_are_known_by_their_heading() -> None:
    comments = (
        "<div><b>网友评论</b></div><div><div>我觉得这件事情还要看很久才能下结论。</div></div>"
    )
    found = read_html(page(article() + comments), "a.html")
    assert kept(found) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"<!-- -->", b"<html></html>", b"<script>1</script>"]
)
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(PageWithoutText, match=r"a\.html"):
        read_html(data, "a.html")


def test_a_page_of_bytes_that_are_none_is_refused() -> None:
    with pytest.raises(FileBinary):
        read_html(b"<p>" + bytes(2_000), "a.html")


def test_a_deep_page_is_read_or_refused() -> None:
    assert FIRST in read_html(page("<div>" * 1_500 + article()), "a.html").text
    with pytest.raises(PageTooDeep, match=r"a\.html"):
        read_html(page("<div>" * 5_000 + article()), "a.html")


def test_a_huge_page_is_read() -> None:
    found = read_html(page(f"<div>{f'<p>{FIRST}</p>' * 20_000}</div>"), "a.html")
    assert len(kept(found)) == 20_000


REMOTE = """<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">
<!ENTITY far SYSTEM "http://remote.example/e">]><html><head><base href="http://remote.example/">
<link rel="stylesheet" href="http://remote.example/a.css"><link rel=canonical href="/x">
<script src="http://remote.example/a.js"></script><meta http-equiv=refresh content="0;url=http://remote.example/">
</head><body background="http://remote.example/b.png"><iframe src="http://remote.example/f"></iframe>
<img src="http://remote.example/c.png"><object data="http://remote.example/o"></object>"""


def test_nothing_ever_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("something connects")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    found = read_html(f"{REMOTE}{article('<p>&secret;&far;</p>')}</body></html>".encode(), "a.html")
    assert kept(found)[0] == FIRST
    assert "root:" not in found.text
    found = read_pasted_html(f"{REMOTE}{article()}")
    assert FIRST in found.text


def test_a_pasted_fragment_is_kept_whole() -> None:
    clip = (
        "Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://a.example/x\r\n"
        "<html><body><!--StartFragment--><p>分享到微博</p><p>短句<sup>[1]</sup></p>"
        "<span style='display:none'>藏</span><!--EndFragment--></body></html>"
    )
    found = read_pasted_html(clip)
    assert kept(found) == ["分享到微博", "短句[1]"]
    assert (found.about.url, found.reader) == ("https://a.example/x", "html")
    assert reasons(found) == {"藏": "hidden"}


def test_a_pasted_fragment_may_have_no_comments_and_half_characters() -> None:
    assert read_pasted_html("<b>一</b>\ud800\0二").text == "一?二"
    with pytest.raises(PageWithoutText):
        read_pasted_html("<!--StartFragment--><!--EndFragment-->")


def test_an_article_in_linked_data_may_hold_markup() -> None:
    body = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FIRST}</p>".replace("/", "\\/")
    data = f'{{"@type":"NewsArticle","headline":"港口会谈","articleBody":"{body}"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    found = read_html(page("<div id=app></div>", head), "a.html")
    assert kept(found) == ["港口会谈", FIRST, SECOND, THIRD, FIRST]


def test_a_caption_in_an_element_named_for_the_picture_is_set_apart() -> None:
    picture = '<div class="img_wrapper"><img src="a.jpg"><span>港口的清晨</span></div>'
    found = read_html(page(article(picture)), "a.html")
    assert [aside.text for aside in found.asides] == ["港口的清晨"]


def test_a_paragraph_of_the_class_cap_is_a_caption() -> None:
    picture = '<div><img src="a.jpg"></div><p class="cap">港口的清晨</p>'
    found = read_html(page(article(picture)), "a.html")
    assert [aside.text for aside in found.asides] == ["港口的清晨"]


def test_what_a_page_says_to_readers_of_captions_is_no_part_of_one() -> None:
    picture = "<figure><img src=a.jpg><figcaption>图像加注文字，港口的清晨</figcaption></figure>"
    found = read_html(page(article(picture)), "a.html")
    assert [aside.text for aside in found.asides] == ["港口的清晨"]


def test_a_headline_without_a_heading_is_found_by_the_page_s_title() -> None:
    head = "<title>航道管理与会谈-研究成果-南港研究院</title>"
    body = f'<div class="box"><div>航道管理与会谈</div>{article()}</div>'
    assert kept(read_html(page(body, head), "a.html"))[0] == "航道管理与会谈"


def test_a_question_below_the_headline_stays_though_links_stand_beside_it() -> None:
    question = "会谈为什么总在港口城市举行？希望有研究这一问题的朋友讲一讲其中的道理。"
    tags = "".join(f'<a href="/t">{tag}</a>' for tag in ("国际关系", "外交", "航道管理"))
    top = f"<div><p>{tags}</p><h1>会谈与港口</h1><div><span>{question}</span></div></div>"
    said = [f"<p>第{n}次：{each}</p>" for n in range(4) for each in (FIRST, SECOND, THIRD)]
    answers = f"<div class='answer'>{''.join(said[:6])}</div><div>{''.join(said[6:])}</div>"
    body = f"<main>{top}<div class='list'>{answers}</div></main>"
    assert question in kept(read_html(page(body), "a.html"))


def test_a_heading_behind_the_last_sentence_stays_with_what_stands_below_it() -> None:
    below = "<h3>词汇</h3><p>channel 航道；talks 会谈</p>"
    body = article().replace("</div>", f"{below}</div>")
    found = kept(read_html(page(f"<h1>会谈与港口</h1>{body}"), "a.html"))
    assert found[-2:] == ["词汇", "channel 航道；talks 会谈"]

# ruff: noqa: E501 (markup as pages have it)
"""Skins that sites put around an article: what stands around it, and how it is marked up."""

from __future__ import annotations


def paragraphs(lines: list[str], attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{line}</p>" for line in lines)


def portal(title: str, lines: list[str]) -> str:
    return f"""<html><head><meta charset="utf-8"><title>{title}_小国_外交_谈判</title></head><body><header class="hd"><div class="area"><a href="/">首页</a><a>新闻</a><a>体育</a><a>财经</a></div></header><div class="wrapper-box"><div class="left sidebar"><div class="user-info"><h4><a href="/u">潮信观察</a></h4><dl><dd><em>1523</em>文章</dd><dd><em>1.1亿</em>总阅读</dd></dl></div></div><div class="left main"><div class="text"><div class="text-title"><h1>{title}</h1><div class="article-info"><span class="time">2024-05-06 09:12</span><span class="tag">来源: <a href="#">潮信观察</a></span></div></div><article class="article" id="mp-editor"><p data-role="original-title" style="display:none">原标题：{title}</p>{paragraphs(lines)}<p data-role="editor-name">责任编辑：<span></span></p></article><div class="statement">平台声明：该文观点仅代表作者本人，本平台系信息发布平台，仅提供信息存储空间服务。</div><div class="bottom-relate"><span>阅读 (<em>1.3万</em>)</span></div></div></div><div class="right"><div class="hot-article"><h2>大家都在搜：边境贸易</h2><ul><li><a href="/1">冬季航线今日恢复</a></li><li><a href="/2">七国财长线上会晤</a></li></ul></div></div></div></body></html>"""


def government(title: str, lines: list[str]) -> str:
    return f"""<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2023-04-05 10:00"><meta name="ContentSource" content="渔业司"></head><body><table width="100%"><tr><td><table><tr><td>当前位置：<a href="/">首页</a>&gt;<a href="/a">新闻中心</a>&gt;<a>要闻</a></td></tr></table></td></tr><tr><td><table class="c"><tr><td class="bt">{title}</td></tr><tr><td>发布时间：2023-04-05　来源：渔业司　【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr><tr><td id="zoom"><div class="TRS_Editor">{paragraphs(["　　" + x for x in lines], ' style="text-indent:2em"')}</div></td></tr><tr><td>附件：<a href="a.doc">名单.doc</a></td></tr><tr><td>【<a>打印</a>】【<a>关闭</a>】</td></tr><tr><td>扫一扫在手机打开当前页</td></tr></table></td></tr><tr><td>主办：渔业司　网站标识码：0000　<a>网站地图</a> | <a>联系我们</a></td></tr></table></body></html>"""


def paper(title: str, lines: list[str]) -> str:
    return f"""<html><head><meta charset="utf-8"><title>{title}--国际--山海网</title></head><body><div class="top"><a>登录</a><a>注册</a></div><div class="layout route">山海网&gt;&gt;<a>国际</a></div><div class="layout rm_txt cf"><div class="col col-1"><h1>{title}</h1><div class="author cf"></div><div class="channel cf"><div class="col-1-1">2022年08月09日06:12 | 来源：<a>山海网－《山海日报》</a></div><div class="message">小字号</div></div><div class="rm_txt_con cf"><div class="box_pic"></div>{paragraphs(lines[:1])}<table class="pci_c" width="400"><tr><td><img src="a.jpg" width="500"></td></tr><tr><td style="text-align:center">码头工人正在检修吊机。秦晚摄</td></tr></table>{paragraphs(lines[1:])}<div class="zdfy"></div><div class="edit cf">(责编：沈砚、秦晚)</div></div><div class="rm_share"><p>分享让更多人看到</p></div></div><div class="col col-2"><h2>推荐阅读</h2><ul><li><div><a href="/1">观察：航道里的新规则</a></div><p>新的通报制度实行以来，船长们的抱怨少了，海警的工作却多了。<a>…</a></p></li><li><div><a href="/2">一座岛的三次易名</a></div><p>名字换了三次，岛上的人却还是同一批人，他们并不关心叫什么。</p></li></ul></div></div></body></html>"""


def column(title: str, lines: list[str]) -> str:
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title} - 问渠</title></head><body><div id="root"><main class="App-main"><div class="Post-content"><header class="ColumnHeader"><a>关注专栏</a><a>写文章</a></header><article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">{title}</h1><div class="AuthorInfo"><span><a href="/p/x">许临</a></span><div>写字的人</div></div><div><span>127 人赞同了该文章</span></div></header><div class="Post-RichTextContainer"><div class="RichText ztext">{paragraphs(lines, ' data-first="1"')}</div></div><div class="ContentItem-time">编辑于 2024-01-02 13:00・湖区</div><div class="Post-topics"><a>国际关系</a><a>外交</a></div><div class="ContentItem-actions"><button>赞同 127</button><button>12 条评论</button><button>分享</button><button>收藏</button></div></article><div class="Post-Sub"><div class="Comments-container"><div class="topbar"><h2>12 条评论</h2><button>切换为时间排序</button></div><ul><li><a>小鹿</a><div>写得真好，学到了很多以前不知道的东西。</div></li><li><a>木心</a><div>第三段的例子我不同意，数据好像不是这样的。</div></li></ul></div><div class="Recommendations"><h3>推荐阅读</h3><div><a href="/p/1"><h4>边界是怎样画出来的</h4><p>边界不是自然的产物，而是一代又一代测量员用脚走出来的。</p></a></div></div></div></div></main></div></body></html>"""


def blog(title: str, lines: list[str]) -> str:
    return f"""<html lang="zh-CN"><head><meta charset="utf-8"><title>{title} | 海角评论</title></head><body class="single single-post"><div id="page" class="hfeed site"><header id="masthead" class="site-header"><a>海角评论</a><nav><ul><li><a>首页</a></li><li><a>关于</a></li></ul></nav></header><div id="content"><div id="primary"><main><article id="post-9" class="post type-post category-comment tag-hot"><header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta"><a><time datetime="2021-03-04T00:00:00+08:00">2021年3月4日</time></a> <a href="/author/x">岑望舒</a> <a href="#respond">发表评论</a></div></header><div class="entry-content">{paragraphs(lines)}<div class="sharedaddy sd-sharing-enabled"><h3>共享此文章：</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>相关</h3><div><a href="/1">旧港新约</a><p>在“评论”中</p></div></div></div><footer class="entry-footer">此条目发表在<a>评论</a>分类目录，贴了<a>外交</a>标签。将<a>固定链接</a>加入收藏夹。</footer></article><nav class="navigation post-navigation"><a>← 上一篇文章</a><a>下一篇文章 →</a></nav><div id="comments" class="comments-area"><h2>《{title}》有1个想法</h2><ol class="comment-list"><li><b>远客</b> <time>2021年3月5日</time><p>很有启发，转给同事看了，大家都说写出了自己想说而没有说的话。</p></li></ol><div id="respond"><h3>发表评论 取消回复</h3><p>您的电子邮箱地址不会被公开。</p><p>此站点使用插件来减少垃圾评论。了解我们如何处理您的评论数据。</p></div></div></main></div></div></div></body></html>"""


def hashed(title: str, lines: list[str]) -> str:
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><div id="app"><div class="_3ZWPz"><div class="_28fPT"><div class="sKHSJ">{title}</div><div class="_2Sztw"><a href="/a">望潮说</a><div class="_10s4U">2023-11-02 08:30</div><div class="_2Wctx">湖区</div><div class="_1aQ">关注</div></div></div><div class="_18p7x">{"".join(f'<div class="dpu8C _2kCxD "><p><span class="bjh-p">{x}</span></p></div>' for x in lines)}</div><div class="_2nQy">举报/反馈</div></div><div class="_1KU0L"><div class="_3x">作者最新文章</div><div class="_1bt" onclick="g(1)">湖区的鱼去了哪里</div><div class="_1bt" onclick="g(2)">老船长的最后一课</div><div class="_3x">相关推荐</div><div class="_1bt" onclick="g(3)">航道费为何年年上涨</div><div class="_1bt" onclick="g(4)">三国渔业谈判全记录</div></div></div></body></html>"""


def traditional(title: str, lines: list[str]) -> str:
    return f"""<html lang="zh-TW"><head><meta charset="utf-8"><title>{title} | 要聞 | 海岸新聞網</title></head><body><header><div class="menu"><a>即時</a><a>要聞</a><a>全球</a></div></header><main><section class="wrapper-left"><div class="breadcrumb-items"><a>海岸新聞網</a>／<a>要聞</a></div><section class="article-content__wrapper"><h1 class="article-content__title">{title}</h1><section class="authors article-content__authors"><time>2024/02/03 14:05:00</time><div class="article-content__author"><span>海岸新聞網　記者林予安／報導</span></div></section><section class="article-content__editor">{paragraphs(lines[:2])}<div class="inline-ads"><p>廣告（請繼續閱讀本文）</p></div>{paragraphs(lines[2:])}</section><section class="keywords article-content__keywords"><a>外交</a><a>航運</a></section><div class="article-content__info-end"><a>上一則</a><span>颱風過後港口陸續恢復作業</span><a>下一則</a><span>市府：舊碼頭將改建為公園</span></div></section><section class="discuss-board"><h2>我要評論</h2><p>規則：不得發表人身攻擊、廣告等言論，違者刪除。</p></section><section class="story-list"><h2>相關新聞</h2><div><h3><a>海岸巡防新船下水</a></h3><p>新船將於下月加入北區巡防，負責救援與護漁任務。</p></div></section></section></main></body></html>"""


def plain(title: str, lines: list[str]) -> str:
    return f"""<html><head><title>{title}</title><meta http-equiv="content-type" content="text/html;charset=utf-8"></head><body>[<a href=/>首页</a>] [<a href=/1>文库</a>] [<a href=/2>论坛</a>]<hr><center><h2>{title}</h2></center><center>作者：霍青　　日期：2001-5-6</center><hr>{"<br>".join("　　" + x for x in lines)}<br><br><hr>[<a href=/>返回首页</a>] [<a href=/up>上一页</a>]<br>您是第 3021 位访客<br>站长信箱：<a href="mailto:x@a.example">x@a.example</a></body></html>"""


def flat(title: str, lines: list[str]) -> str:
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="mod-content"><p>首页 &gt; 国际 &gt; 正文</p><h1>{title}</h1><p>2020-02-03 08:09 来源：海澜网 编辑：沈砚</p>{paragraphs(lines)}<p>（完）</p><p>关注我们的公众号，第一时间获取最新资讯。</p><p><a href="/1">上一篇：大坝之争</a></p><p><a href="/2">下一篇：河口的鸟</a></p><p>热门推荐</p><p><a href="/3">港口清晨实拍</a></p><p><a href="/4">十问联盟</a></p></div></body></html>"""


SKINS = (portal, government, paper, column, blog, hashed, traditional, plain, flat)

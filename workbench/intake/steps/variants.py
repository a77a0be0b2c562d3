"""Traditional characters of a site's own words, so that one table of words serves both scripts."""

from __future__ import annotations

import re

# Only what the words in our tables are written with: no converter, and no text is changed by it.
_TRADITIONAL = (
    "報網臺導讀註釋參獻關於聯繫我們聲權轉載經許禁責編輯審發佈時間來稱網標題記綜譯撰寫圖資攝視頻影"
    "獨訊電話評論讚載閱覽點擊熱門薦鏈連結頁錄會員員隱條務廣檢舉訂標籤類別欄專欄總編號選舉則繼續請"
    "聞見臉這還個過應僅與場無諮詢發"
    "觀檔內文產業財軍國際體育樂科動態兩岸歷劃運學術單機構稿費複製貼鏡係為處後從"
    "興擁屬區廠復郵陸開閉問閣陣隨順館餘驗齊傳備優億價偵儲兒冊劇創勝協雙嗎嚴園圓團壇夠將尋對層"
    "幣師帳庫廳張強彈徵恆愛憶戶擇據擴數斷書東極樣樹歡沒準滿滾濟獎現環畫疊監盤確碼禮種積穩筆節"
    "簡糧級紀約純紙細終給統絕綠維練繪羅習職舊藝規覺計討詞試該誌認語說誰課證識議變讓買賣質賞購"
    "輸辦農達違遠適遲邊邁鄉醫針錢鍵長隊陰陽陳險雜離難雲靜響項須預領頭顯風飛飯飾馬驚麥麼黃齡噓銘"
)
_SIMPLIFIED = (
    "报网台导读注释参献关于联系我们声权转载经许禁责编辑审发布时间来称网标题记综译撰写图资摄视频影"
    "独讯电话评论赞载阅览点击热门荐链连结页录会员员隐条务广检举订标签类别栏专栏总编号选举则继续请"
    "闻见脸这还个过应仅与场无咨询发"
    "观档内文产业财军国际体育乐科动态两岸历划运学术单机构稿费复制贴镜系为处后从"
    "兴拥属区厂复邮陆开闭问阁阵随顺馆余验齐传备优亿价侦储儿册剧创胜协双吗严园圆团坛够将寻对层"
    "币师帐库厅张强弹征恒爱忆户择据扩数断书东极样树欢没准满滚济奖现环画叠监盘确码礼种积稳笔节"
    "简粮级纪约纯纸细终给统绝绿维练绘罗习职旧艺规觉计讨词试该志认语说谁课证识议变让买卖质赏购"
    "输办农达违远适迟边迈乡医针钱键长队阴阳陈险杂离难云静响项须预领头显风飞饭饰马惊麦么黄龄嘘铭"
)
_TABLE = {ord(a): ord(b) for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True) if a != b}


_ANY = re.compile(f"[{''.join(map(chr, _TABLE))}]")


def simplified(line: str) -> str:
    """Return `line` with those characters simplified, one for one."""
    return line.translate(_TABLE) if _ANY.search(line) else line

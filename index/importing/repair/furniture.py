"""Page furniture around an article: share words, editor lines, footers, notices, related links.

Called by `index.importing.composition`. Furniture is cut only from the ends of a text, never from its
middle, and the weak kinds (an address, a telephone number) only where a strong kind stands before them,
because a notice may well end with its own telephone number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from index.importing.metadata import Metadata, merge, read_line

_SHARE = re.compile(
    r"(?:分享(?:到|至|按钮)?[:：]?|转发|微博|新浪微博|腾讯微博|微信|微信好友|微信视频号|视频号|朋友圈|微信朋友圈|QQ|QQ好友|QQ空间|抖音|快手|小红书|今日头条|头条号|"
    r"豆瓣|人人网|百度贴吧|知乎|哔哩哔哩|B站|Facebook|Twitter|LINE|Line|line|Plurk|Email|email|Telegram|WhatsApp|WeChat|臉書|推特|噗浪|"
    r"复制链接|複製連結|扫一扫|收藏|收藏本文|点赞|赞|打印|打印本页|打印本頁|打印此页|列印|友善列印|關閉|关闭|关闭窗口|關閉視窗|关闭本页|关闭页面|返回|返回顶部|返回頂部|回到顶部|回頂端|回上頁|返回首页|返回列表|"
    r"举报|纠错|我要纠错|评论|我要评论|发表评论|字号|大|中|小|A\+|A-|TOP|Top|top|手机版|电脑版|APP|客户端|网站地图|網站導覽|联系我们|聯絡我們|关于我们|關於我們|网站声明|隐私声明|隱私權政策|"
    r"分享文章|分享本文|微信扫一扫[:：]?分享|扫码分享|分享到微信|分享到微博|转载|点击查看更多|展开全文|阅读全文|查看全文|相关阅读|更多|更多>>|上一页|下一页|上一頁|下一頁|公众号|微信公众号|官方微博|官方微信)"
)
_SHARE_LINE = re.compile(
    rf"^[\[【(（<《]?\s*{_SHARE.pattern}(?:[\s|｜丨/、,，·\]】\[【()（）>》]+{_SHARE.pattern})*[\s\]】)）|>》]*$"
)
_EDITOR = re.compile(
    r"^[\[【(（]?\s*(?:本文|本期|值班|网络|新闻|责任|責任|执行|助理|实习|見習|见习|版面|网页)?(?:编\s*辑|編\s*輯|责\s*编|責\s*編|校\s*对|校\s*對|审\s*核|編審|编审|终审|初审|复审|监制|录入|核稿|审校|二审|三审|一审)"
    r"(?:员|員|人)?\s*[:：丨|/].{0,40}$"
)
_FOOTER = re.compile(
    r"ICP[备備证證]|公网安备|公網安備|版权所有|版權所有|著作權所有|Copyright|All Rights? Reserved|网站标识码|违法和不良信息|不良信息举报|"
    r"未经.{0,12}(?:授权|许可|允许|書面).{0,20}(?:不得|禁止|请勿)|(?:技术支持|技術支援|主办单位|主辦單位|承办单位|网站维护|网站管理)[:：]|增值电信业务|信息网络传播视听|互联网新闻信息服务许可|营业执照|网络文化经营许可|京公网|广播电视节目制作",
    re.I,
)
_NEIGHBOUR = re.compile(
    r"^[\[【(（<]?\s*(?:上一篇|下一篇|上一条|下一条|上一則|下一則|上篇|下篇|前一篇|后一篇|上一篇文章|下一篇文章|相关文章|相关链接|相关新闻|相关阅读|相关报道|相关搜索|相关稿件|相关资讯|相关推荐|相关内容|相关专题|延伸\s?[·・]?\s?(?:阅读|推荐)|推荐阅读|推荐新闻|精彩推荐|推荐(?:阅读)?相关主题|热门推荐|热门文章|最新文章|作者最新文章|猜你喜欢|为您推荐|您可能(?:也|还)?(?:喜欢|感兴趣).{0,6}|大家都在看|阅读下一篇|热点新闻|友情链接|媒体报道|网友评论|全部评论|热门评论|跟贴|相關新聞|相關閱讀|相關文章|推薦閱讀|熱門新聞|相關連結|延伸閱讀|附件下载)\s*(?:[:：\]】)）>].{0,80})?$"
)
_CONTACT = re.compile(
    r"^.{0,16}(?:地\s?址|电\s?话|電\s?話|传\s?真|傳\s?真|邮\s?编|郵政編碼|邮政编码|邮箱|信箱|E-?mail|热线|熱線|举报电话|联系方式|網址|网址|工作时间|办公时间)[)）]?\s*[:：].{1,80}$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"^[\[【(（]?(?:免责声明|免責聲明|特别声明|特別聲明|版权声明|版權聲明|声明|聲明|风险提示|转载声明)[\]】)）]?\s*[:：]|^(?:免责声明|特别声明|版权声明|免責聲明|版權聲明)$|本文仅代表作者|不代表本(?:网|站|平台|报)|仅代表.{0,12}观点.{0,20}(?:无关|不代表)|仅供参考.{0,10}不构成|若有侵权|如有侵权|侵权.{0,10}联系.{0,6}删除|扫描(?:上方|下方|左方|右方)?二维码|扫一扫.{0,12}(?:关注|手机|下载)"
)
_NOTICE = re.compile(
    r"浏览器(?:暂时)?(?:无法|不支持|版本过低)|Flash\s?Player|打开.{0,10}(?:APP|App|客户端)|下载.{0,8}(?:APP|App|客户端)|^点击(?:播放|查看|进入|下载|图片|放大|上方|下方|这里)|扫码|二维码|"
    r"^[（(]?原(?:标|標)题\s*[:：]|^[（(]?本文原标题|^当前位置|^您(?:的|现在的|所在的)?(?:当前)?位置|^所在位置|^目前位置|^現在位置|^字号[:：]?|^字体[:：]|^分享到|^T\s?\+\s?-$|"
    r"^加载中|^正在加载|^视频加载|^载入中|^广告$|^全文共\d+字|^阅读(?:量|数)?\s?\d+$|^\d+\s?(?:条评论|人参与|阅读|跟贴)$|^上一(?:篇|页|条|則)|^下一(?:篇|页|条|則)|^\d+/\d+$|"
    r"^更多精彩|^更多原创资讯|^关注(?:我们|官方|公众号)|^长按|^[（(]?(?:点击|扫描).{0,12}(?:关注|订阅)",
    re.I,
)
_INLINE_EDITOR = re.compile(
    r"\s*[(（\[【]\s*(?:本文|责任|責任|值班|网络)?\s?(?:编辑|編輯|责编|責編|校对|校對|审核)\s*[:：丨/|]?\s*[^()（）\[\]【】。]{0,24}[)）\]】]\s*$"
)


class _Kind(Enum):
    STRONG = 1
    METADATA = 2
    WEAK = 3
    OWN = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of the lines of an article, and what was left out at the end."""

    lines: list[str]
    furniture: tuple[str, ...]
    metadata_lines: tuple[str, ...]
    metadata: Metadata


def _kind(line: str) -> tuple[_Kind, Metadata | None]:
    if len(line) <= 60 and _SHARE_LINE.match(line):
        return _Kind.STRONG, None
    if _EDITOR.match(line):
        return _Kind.STRONG, None
    if len(line) <= 120 and (_FOOTER.search(line) or _NEIGHBOUR.match(line)):
        return _Kind.STRONG, None
    if len(line) <= 400 and _DISCLAIMER.search(line[:200]):
        return _Kind.STRONG, None
    metadata = read_line(line)
    if metadata is not None:
        return _Kind.METADATA, metadata
    if _CONTACT.match(line):
        return _Kind.WEAK, None
    return _Kind.OWN, None


def is_share_line(line: str) -> bool:
    """Whether a line holds nothing but words of buttons."""
    return len(line) <= 60 and bool(_SHARE_LINE.match(line))


def is_tail_mark(line: str) -> bool:
    """Whether a line of a page can only stand behind an article's body: an editor line, a disclaimer."""
    return bool(_EDITOR.match(line)) or (len(line) <= 400 and bool(_DISCLAIMER.search(line[:200])))


def is_neighbour_heading(line: str) -> bool:
    """Whether a line heads a list of other articles (`相关新闻`, `推荐阅读`)."""
    return len(line) <= 40 and bool(_NEIGHBOUR.match(line))


def is_page_notice(line: str) -> bool:
    """Whether a line of a page speaks to its visitor instead of its reader, wherever it stands."""
    return len(line) <= 60 and bool(_SHARE_LINE.match(line) or _NOTICE.search(line))


def cut_tail(lines: list[str]) -> Cut:
    """Cut furniture and metadata lines from the end of an article's clean lines."""
    kinds: list[tuple[_Kind, Metadata | None]] = []
    start = len(lines)
    while start and len(lines) - start < 60:
        kind = _kind(lines[start - 1])
        if kind[0] is _Kind.OWN:
            break
        kinds.append(kind)
        start -= 1
    kinds.reverse()
    # Weak lines stay with the article until something strong has been seen.
    while kinds and kinds[0][0] is _Kind.WEAK:
        kinds.pop(0)
        start += 1
    if start == 0:  # nothing would be left: such a text is not furniture only because it looks so
        return Cut(lines, (), (), Metadata())
    furniture: list[str] = []
    told: list[str] = []
    metadata = Metadata()
    for line, (kind_, found) in zip(lines[start:], kinds, strict=True):
        if kind_ is _Kind.METADATA and found is not None and not found.editor:
            told.append(line)
            metadata = merge(metadata, found)
        else:
            furniture.append(line)
    rest = lines[:start]
    inline = _INLINE_EDITOR.search(rest[-1])
    if inline:
        furniture.insert(0, inline.group().strip())
        rest[-1] = rest[-1][: inline.start()]
        if not rest[-1]:
            rest.pop()
    return Cut(rest, tuple(furniture), tuple(told), metadata)

"""The regular expressions of dates: every kind of expression is one group of `PATTERN`. Read by `dates`.

They run on folded text: full-width digits and brackets are half width, characters Simplified.
"""

from __future__ import annotations

import re

from index.entities.led import Led
from index.entities.lexicons import alternation

_CN = "〇○零一二三四五六七八九"
_YEAR4 = rf"(?:(?:1[5-9]|20)\d\d|[一二][{_CN}]{{3}})"
_MD = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3}|元(?=月))"
_BRACKET = (
    r"(?:(?:星期|周|礼拜)[一二三四五六日天]|\((?:星期|周|礼拜)?[一二三四五六日天]\)|\(\d{1,2}[日号]?\)"
    r"|\(\d{1,2}(?:月|/)\d{1,2}[日号]?\)|\((?:[日月]曜|国历)\))?"
)

# what can begin a date: digits before a mark of dates, 今 before 天, 年, a bracket ..., 周 before 一 ...
_LEAD = (
    r"[\d今去明前后本当上下这同昨周星礼民中公西元廿一二三四五六七八九十](?:"
    r"(?<=\d)(?=\d{0,3}\s?[-/.~年月日号学度至到、—–─(])"
    r"|(?<=[今去明前后本当上下这同昨])(?=[年月天日早晚晨夜午个周星礼(\s廿一二三四五六七八九十])"
    r"|(?<=今)(?=[表指宣说率赴前邀接视召公出主受与举上下])|(?<=廿)(?=[一二三四五六七八九日])"
    r"|(?<=周)(?=[一二三四五六日天])|(?<=星)(?=期)|(?<=礼)(?=拜)"
    r"|(?<=[).。]1)(?=[01]\d{5}(?!\d))"
    r"|(?<=元)(?=月)|(?<=民)(?=国)|(?<=中)(?=华)|(?<=[公西])(?=元)|(?<=七)(?=一)"
    rf"|(?<=[一二三四五六七八九十])(?=[{_CN}十]{{0,3}}\s?[-~年月日号学度至到、(]))"
)
PATTERN = Led(
    _LEAD,
    rf"""
    (?:
    (?P<iso>(?<![\d.\-/])(?P<iy>(?:19|20)\d\d)(?P<isep>[-/.])
        (?P<im>\d{{1,2}})(?P=isep)(?P<id>\d{{1,2}})(?![\d]))
  | (?P<dotted>(?<![\d.])(?P<dty>(?:19|20)\d\d)\.(?P<dtm>0[1-9]|1[0-2])(?!\.?\d)
        (?=\s?(?:-|—|–|~|至)|[,、;]\s?[一-龥]))
  | (?P<stamp>(?<=[).。])(?P<ty>1[01]\d)(?P<tm>0\d|1[0-2])(?P<td>[0-2]\d|3[01])(?!\d))
  | (?P<roc>(?<![\d./\-])(?P<ry>\d{{2,3}})(?P<rsep>[/.])(?P<rm>\d{{1,2}})(?P=rsep)(?P<rd>\d{{1,2}})
        (?![\d/.%]))
  | (?P<bracketday>[今本昨明前]\s*
        \((?P<bd>\d{{1,2}}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)?\)\s*(?:[日天晚晨早]|上午|下午)?(?![年月]))
  | (?P<spelledday>[今昨明]
        (?P<sd2>[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])日)
  | (?P<bracketmonth>[今本]\((?P<bmm>\d{{1,2}})\)月(?P<bmd>{_MD})[日号]\s?{_BRACKET})
  | (?P<rocslash>(?<![\d.])(?P<rsy>\d{{3,4}})年(?P<rsm>\d{{1,2}})/(?P<rsd>\d{{1,2}})(?![\d/]))
  | (?P<slash>(?<![\d/.a-z=])(?P<sm>1[0-2]|[1-9])/(?P<sd>[12]\d|3[01]|0?[1-9])
        (?:日|(?=\s?\d{{1,2}}:\d\d|上午|下午|晚|中午|凌晨|起|止|前|至|[-~]\d|(?<=[(~-]\d/\d)\)|(?<=[(~-]\d/\d\d)\)|(?<=[(~-]\d\d/\d\d)\)|\([一二三四五六日]\))){_BRACKET})
  | (?P<full>(?P<era>(?:中华)?民国|公元|西元)?(?<![\d.])
        (?P<fy>{_YEAR4}|\d{{2,3}}|一[〇○零一二三][{_CN}]|(?<=民国)[一二三四五六七八九十百]{{1,5}})
        \s?(?:\(\d{{4}}\)\s?)?(?:学?年度|年)\s?
        (?:(?P<fm>{_MD})\s?月(?:份(?!额))?(?:\s?(?P<fd>{_MD})\s?[日号]\s?{_BRACKET})?)?)
  | (?P<relyear>(?:今|去|明|前|后|本|当|同)(?:\((?P<ryy>\d{{2,4}})\))?年(?:度(?!假))?(?![轮鉴岁纪])
        (?:(?P<lm>{_MD})月(?:(?P<ld>{_MD})[日号]\s?{_BRACKET})?)?)
  | (?P<span>(?<![\d.])(?P<sy>{_YEAR4})(?=\s?(?:[至到—~-]|──)+\s?(?:19|20)\d\d年))
  | (?P<listm>(?<![\d.月])(?P<lim>\d{{1,2}})(?=[-~—–至到、]\d{{1,2}}月(?!\d*个)))
  | (?P<listd>(?<![\d.年/])(?<![\d]月)(?P<lid>{_MD})(?=[-~至到、](?P<lid2>{_MD})[日号]
        (?!线|楼|令|文)))
  | (?P<md>(?<![\d.个])(?P<mm>{_MD})\s?月(?:份(?!额))?(?:\s?(?P<dd>{_MD})\s?[日号]\s?{_BRACKET})?)
  | (?P<relmonth>(?:上个?|本|下个?|这个|当|同)月(?:(?P<rmd>{_MD})[日号]\s?{_BRACKET})?(?![球亮份饼]))
  | (?P<day>(?<![\d.第/:〕])(?<!(?<!日)-)(?P<d>\d{{1,2}}|(?<=[至到、—])[一二三四五六七八九十]{{1,3}}
        |(?<![一二三四五六七八九十百零第数近约年月])(?:廿|[二三]?十)[一二三四五六七八九]?(?=日))\s?[日号]
        (?!线|楼|令|文|院|馆|店|机|仓|井|公告|子|球|航|桥|车|站|门|选手|坑|墓|艇|船|礁|岛|火箭)
        \s?{_BRACKET})
  | (?P<week>(?:本|上|下|这)?(?:个)?(?:周|星期|礼拜)[一二三四五六日天](?![年代]|刊物|报刊)
        (?!(?<=一)\s?[至到~-]\s?(?:周|星期|礼拜)?五|(?<=周一)[鸣凡帆峰清良丹围新夫婷平])
        (?<!一[至到~-]五)(?<!一[至到~-][周期拜]五)(?<!一至星期五)(?<!一到星期五){_BRACKET})
  | (?P<bracketed>(?:今天|今日|本日|昨天|昨日|明天|明日|前天|前日|今早|昨晚|今晚|今晨)\s?
        \((?:(?P<bm>{_MD})[月/])?(?P<bdd>{_MD})[日号]?\))
  | (?P<word>今天|今日|本日|昨天|昨日|明天|明日|前天|后天|昨晚|今晚|明晚
        |今(?=(?:表示|指出|宣布|说明|率|赴|前往|邀|接见|接受|视察|召开|公布|出席|主持|受访|与|举行|举办|上午|下午)(?!年))
        |今早|今晨|昨晨|昨夜|今夜|明早|前晚|今午|昨午
        |(?<![一-龥])七一(?![一-龥])|七一(?=重要讲话|讲话)|(?<=“)七一(?=”)))
    """,
    re.VERBOSE,
)
KINDS = (
    "iso", "dotted", "stamp", "roc", "bracketmonth", "spelledday", "bracketday", "rocslash", "slash", "full",
    "relyear", "span", "listm", "listd", "md", "relmonth", "day", "week", "bracketed", "word",
)  # fmt: skip
# what makes a number of days or years a span of time and no date
DURATION_BEFORE = re.compile(alternation("dates.before_duration") + r"$|[段路街巷弄道]\s?$")
DURATION_AFTER = re.compile(alternation("dates.after_duration"))
_ROC_TEXT = re.compile(
    r"民国|学年度|市府|市长|总统|台南|台北|台湾|行政院|立法院|立委|环境部|县政府|新台币|屏东|花莲|高雄|桃园"
)
# what only articles of Taiwan say, and what they never say: for articles of Taiwan in Simplified characters
_TAIWAN_TEXT = re.compile(
    r"民国\d|学年度|市府|县府|里长|本府|行政院|立法院|新台币|台[北南中东][市县]|高雄市|新北市|桃园市|区公所|乡公所"
)
_MAINLAND_TEXT = re.compile("央视|新华社|中新社|中新网|国台办|台湾当局|台当局|市委|省委|县委")


def counts_from_1912(text: str, folded: str) -> bool:
    """Whether an article counts its years from 1912: one of Taiwan, in either script."""
    if not _ROC_TEXT.search(folded):
        return False
    if any(char in text for char in "國臺與會為於這個們時來學長"):
        return True
    return bool(_TAIWAN_TEXT.search(folded)) and not _MAINLAND_TEXT.search(folded)

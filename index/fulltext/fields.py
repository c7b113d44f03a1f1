"""Names of fields in queries, in both scripts and in English. Called by `tokens`."""

from __future__ import annotations

_NAMES = {
    "title": ("title", "标题", "標題", "题目", "題目", "篇名", "题名", "題名"),
    "body": ("body", "text", "正文", "全文", "内容", "內容"),
    "source": ("source", "来源", "來源", "媒体", "媒體", "出处", "出處"),
    "date": ("date", "日期", "时间", "時間", "year", "年份", "年"),
    "person": ("person", "people", "人物", "姓名", "人名", "人"),
    "post": ("post", "position", "职务", "職務", "官职", "官職", "职位", "職位"),
    "organisation": (
        *("organisation", "organization", "org"),
        *("机构", "機構", "单位", "單位", "组织", "組織", "部门", "部門"),
    ),
    "place": ("place", "location", "地点", "地點", "地名", "地区", "地區"),
    "document": ("document", "doc", "文件", "文献", "文獻"),
    "event": ("event", "事件", "会议", "會議", "活动", "活動"),
}
FIELDS = {name: field for field, names in _NAMES.items() for name in names}

# With a Chinese colon these stand in articles themselves (单位：万元): then they are text.
ALSO_TEXT = frozenset(
    "时间 時間 内容 內容 单位 單位 会议 會議 组织 組織 部门 部門".split()
    + "地区 地區 媒体 媒體 活动 活動 出处 出處 年 人".split()
)

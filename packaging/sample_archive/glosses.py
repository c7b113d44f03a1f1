"""The pinyin damage: a byte-level replace that knows nothing of characters.

Some sites convert a page to Traditional, store it as GBK and let a replace put `(pinyin)` behind the two
bytes of certain characters. Where the second byte of one character and the first of the next happen to
spell such a character, the bracket swallows the orphaned byte and everything up to the next ASCII byte is
read one byte off. Called by `build.py` for the pages of the sample archive that show this.
"""

from __future__ import annotations

# The order matters: of two hits that overlap, the earlier one wins.
_LIST = """
區:qū 聯:lián 會:huì 議:yì 開:kāi 書:shū 動:dòng 記:jì 長:zhǎng
發:fā 報:bào 請:qǐng 專:zhuān 員:yuán 強:qiáng 協:xié 進:jìn 項:xiàng
實:shí 產:chǎn 業:yè 運:yùn 經:jīng 濟:jì 設:shè 計:jì 規:guī
續:xù 時:shí 場:chǎng 勢:shì 優:yōu 學:xué 習:xí 領:lǐng 導:dǎo
車:chē 東:dōng 門:mén 間:jiān 問:wèn 題:tí 見:jiàn 觀:guān 財:cái
務:wù 貿:mào 電:diàn 機:jī 農:nóng 護:hù 變:biàn 說:shuō 話:huà
調:diào 鐵:tiě 過:guò 達:dá 選:xuǎn 還:hái 鄉:xiāng 陽:yáng 際:jì
險:xiǎn 難:nán 雙:shuāng 響:xiǎng 頭:tóu 風:fēng 體:tǐ 點:diǎn 黨:dǎng
齊:qí 齡:líng 圍:wéi 國:guó 對:duì 將:jiāng 層:céng 從:cóng 應:yīng
總:zǒng 個:gè 們:men 來:lái 兩:liǎng 為:wéi 無:wú 樣:yàng 權:quán
歷:lì 條:tiáo 納:nà 線:xiàn 網:wǎng 訊:xùn
"""
READINGS: dict[str, str] = dict(pair.split(":") for pair in _LIST.split())

_OPEN, _CLOSE = b"(\0", b"\0)"  # marks that no text contains


def glossed(text: str) -> str:
    """`text` as a reader's browser shows it after the replace; `text` must fit GBK."""
    data = text.encode("gbk")
    for char, reading in READINGS.items():
        pair = char.encode("gbk")
        data = data.replace(pair, pair + _OPEN + reading.encode("utf-8") + _CLOSE)
    out: list[str] = []
    at = 0
    while at < len(data):
        if data.startswith(_OPEN, at):
            end = data.index(_CLOSE, at)
            out.append("(" + data[at + 2 : end].decode("utf-8") + ")")
            at = end + 2
        elif data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
        elif data.startswith(_OPEN, at + 1):  # an orphaned byte in front of the bracket swallows it
            end = data.index(_CLOSE, at)
            out.append("?" + data[at + 3 : end].decode("utf-8") + ")")
            at = end + 2
        else:
            out.append(data[at : at + 2].decode("gbk"))
            at += 2
    return "".join(out)

"""Pinyin glosses go where a site's replace over bytes left them, and stay where an author wrote them."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.importing.repair.gloss import undo_glosses
from index.importing.repair.gloss_tables import derive, likelihood, readings
from index.model import RepairKind
from index.paths import resource

READINGS = dict(
    pair.split(" ")
    for pair in (
        "會 huì,開 kāi,國 guó,發 fā,動 dòng,區 qū,聯 lián,強 qiáng,項 xiàng,進 jìn,長 zhǎng,產 chǎn,業 yè,"
        "調 diào,經 jīng,濟 jì,實 shí,設 shè,計 jì,規 guī,續 xù,時 shí,場 chǎng,點 diǎn,學 xué,領 lǐng,"
        "記 jì,報 bào,請 qǐng,萬 wàn,農 nóng,電 diàn,機 jī,車 chē,東 dōng,門 mén,間 jiān,問 wèn,題 tí,"
        "觀 guān,質 zhì,費 fèi,資 zī,財 cái,護 hù,變 biàn,讓 ràng,證 zhèng,訪 fǎng,談 tán,說 shuō,課 kè,"
        "負 fù,買 mǎi,賣 mài,選 xuǎn,還 hái,鄉 xiāng,陽 yáng,險 xiǎn,難 nán,雙 shuāng,響 xiǎng,頭 tóu,"
        "風 fēng,飛 fēi,館 guǎn,體 tǐ,黨 dǎng,齊 qí,縣 xiàn,魚 yú,們 men,驗 yàn,運 yùn,書 shū,見 jiàn,"
        "議 yì,顧 gù"
    ).split(",")
)
PASSAGE = """縣長視察東區新設圖書館
東港鄉的圖書館昨天開門，縣長說，這項工程費時兩年，經費由縣府與學校共同負責。記者訪問時，館長談到開館後的課程，並請鄉親們齊來參觀。
日報的記者還寫道，過去颱風來時，館內的電機常因淹水停擺，居民要求改善的聲音響遍全鄉。這次動工前先實地調查，發現問題出在排水，於是加設雙重護欄，還讓魚市場的車道避開風險。
　　萬事起頭難。學者認為，農村要發展，得靠產業與觀光，也要顧及老人的需要；國會議員則強調，財政資源有限，計畫須按時進行，不能買空賣空。"""


class NoSuchPageError(Exception):
    """The bytes that the replace leaves are not decodable, so nobody has seen such a page."""


def glossed(text: str, chars: list[str], *, lost: str = "?", blank: str = "") -> str:
    """What such a site makes of `text`: a replace over its GBK bytes, then decoded.

    `lost` is printed for a byte whose other half became a bracket.
    """
    data = text.encode("gbk")
    for char in chars:
        place = char.encode("gbk")
        data = data.replace(place, place + b"\x01" + READINGS[char].encode() + b"\x02")
    out: list[str] = []
    at = 0

    def gloss(start: int, before: str) -> int:
        end = data.index(b"\x02", start)
        out.append(f"{before}{data[start + 1 : end].decode()}{blank})")
        return end + 1

    while at < len(data):
        if data[at] == 1:
            at = gloss(at, "(")
        elif data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
        elif data[at + 1 : at + 2] == b"\x01":
            at = gloss(at + 1, lost)
        elif at + 1 == len(data) or data[at + 1] < 0x40:  # a shifted stretch ends: the ASCII character stays
            out.append("?")
            at += 1
        else:
            try:
                out.append(data[at : at + 2].decode("gbk"))
            except UnicodeDecodeError as error:
                raise NoSuchPageError from error
            at += 2
    return "".join(out)


ALL = sorted(READINGS)


@given(st.lists(st.sampled_from(ALL), min_size=8, max_size=len(ALL), unique=True))
@settings(max_examples=60, deadline=None)
def test_the_text_comes_back_whatever_characters_were_glossed(chars: list[str]) -> None:
    try:
        damaged = glossed(PASSAGE, chars)
    except NoSuchPageError:
        assume(False)
    assert undo_glosses(damaged)[0] == PASSAGE


@pytest.mark.parametrize("lost", ["?", "？", "??", "", "?(", "\ufffd("])
@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_every_printing_of_the_lost_byte_is_understood(lost: str, blank: str) -> None:
    damaged = glossed(PASSAGE, ALL, lost=lost, blank=blank)
    assert undo_glosses(damaged)[0] == PASSAGE


@pytest.mark.parametrize(
    ("whole", "chars"),
    [
        ("他是日報記者，開會時還要報國", "報請會國開"),  # 請 lies across 日報, and 報 is cut by it
        ("昨天的新聞記者　萬能工匠開會了，國家", "動萬會國開"),  # 動 across 聞記; 萬 ends the shift
    ],
)
def test_hits_across_characters_are_undone(whole: str, chars: str) -> None:
    damaged = glossed(whole, list(chars))
    assert "?" in damaged
    assert undo_glosses(damaged)[0] == whole


def test_the_repair_tells_how_many_and_shows_the_hardest_place() -> None:
    damaged = glossed(PASSAGE, ALL)
    _, repair = undo_glosses(damaged)
    assert repair is not None
    assert repair.kind is RepairKind.GLOSS
    assert repair.count == damaged.count(")")
    assert repair.before in damaged
    assert "?" in repair.before
    assert repair.after in PASSAGE


def test_a_shifted_stretch_may_end_at_a_comma() -> None:
    whole = "他說開會的事,因為下雨的關係,改到週日舉行"
    damaged = glossed(whole, ["驗", "會", "開"])
    assert "下雨" not in damaged
    assert undo_glosses(damaged)[0] == whole


def test_what_the_decoder_swallowed_is_put_back_or_stays_marked() -> None:
    damaged = glossed("他說開會的事,因為下雨的關係,改到週日,不辦", ["驗", "會", "開"])
    assert undo_glosses(damaged.replace("?,", "?"))[0] == "他說開會的事,因為下雨的關係,改到週日,不辦"
    damaged = glossed("他說開會的事,因為下雨來了2人", ["驗", "會", "開"])
    assert undo_glosses(damaged.replace("?2", "?"))[0] == "他說開會的事,因為下雨來了?人"


@pytest.mark.parametrize(
    "text",
    [
        "新任主任李燊(shēn)出席了會議，國家發展需要人才。",
        "新任主任李燊(shēn)出席了会议，国家发展需要人才。",
        "盱(xū)眙(yí)县在江苏，亳(bó)州在安徽，六(lù)安也在安徽。",
        "春(chūn)眠(mián)不(bù)覺(jué)曉(xiǎo)，處(chù)處(chù)聞(wén)啼(tí)鳥(niǎo)。",
        "代表團從深圳(Shenzhen)出發，經北京(Běijīng)到東京（Dōngjīng）開會。",
        "總統接見佩雷斯(José Pérez)、賈西亞（Andrés García）等人。",
        "音樂(yuè)與快樂(lè)的樂是同一個字，各有讀音。",
        "「單」作姓氏時讀作(shàn)，單縣也是，單獨時則不然。",
        "這個字(漢語拼音guǎn)很常見，館長說。",
        "您聽說過這件事嗎?是的)他答道。",
        "單(shàn)縣的縣長出席會議。",
    ],
)
def test_genuine_readings_stay(text: str) -> None:
    assert undo_glosses(text) == (text, None)


def test_a_genuine_reading_stays_on_a_glossed_page() -> None:
    damaged = glossed(PASSAGE, ALL) + "\n主任李燊(shēn)致詞。"
    assert undo_glosses(damaged)[0] == PASSAGE + "\n主任李燊(shēn)致詞。"


def test_a_poem_for_learners_stays_on_a_glossed_page() -> None:
    poem = (
        "\n春(chūn)眠(mián)不(bù)覺(jué)曉(xiǎo)，處(chù)處(chù)聞(wén)啼(tí)鳥(niǎo)\n春眠不覺曉，處處聞啼鳥"
    )
    chars = [char for char in ALL if char not in "春眠不覺曉處聞啼鳥"]
    assert undo_glosses(glossed(PASSAGE, chars) + poem)[0] == PASSAGE + poem


PIECES = [
    "?dòng)",
    "(huì)",
    "?yī)?yì)",
    "jì)",
    "(shì )",
    "？fā)",
    "?",
    "，",
    ",",
    "\n",
    "1",
    "\u3000",
    "會",
    "記",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.characters(codec="utf-8")), max_size=40))
@settings(max_examples=400, deadline=None)
def test_torn_pages_are_survived_and_what_is_not_repaired_is_not_changed(pieces: list[str]) -> None:
    text = "".join(pieces)
    after, repair = undo_glosses(text)
    assert (repair is None) == (after == text)
    assert after.count("\n") >= text.count("\n")


def test_a_text_without_glosses_costs_next_to_nothing() -> None:
    text = PASSAGE * 40
    undo_glosses(text)
    start = time.perf_counter()
    assert undo_glosses(text) == (text, None)
    assert time.perf_counter() - start < 0.02


def test_the_tables_are_what_their_sources_give(tmp_path: Path) -> None:
    pytest.importorskip("pypinyin")
    derive(tmp_path)
    for name in ("readings.tsv", "bigrams.tsv"):
        assert resource("glosses", name).read_bytes() == (tmp_path / name).read_bytes()


def test_readings_and_likelihoods_are_plausible() -> None:
    assert "會" in readings().first["huì"]
    assert "會" not in readings().first["kuài"]
    assert tuple("會".encode("gbk")) in readings().pairs["kuài"]
    assert likelihood().score("新聞記者") > likelihood().score("新聞溂者")
    assert likelihood().rank("的") < likelihood().rank("燊")


@pytest.mark.shared_data
def test_the_document_the_project_started_from_comes_back(shared_data: Path) -> None:
    damaged = (shared_data / "seeds" / "000_7b1a99291aa66f22.txt").read_text(encoding="utf-8")
    gold = (shared_data / "gold" / "entities_dev.jsonl").read_text(encoding="utf-8").splitlines()
    whole = next(row["text"] for line in gold if (row := json.loads(line))["id"] == "seed-ganjiang")
    assert undo_glosses(damaged)[0].strip() == whole.strip()


@pytest.mark.shared_data
def test_clean_articles_stay_as_they_are(shared_data: Path) -> None:
    with gzip.open(shared_data / "corpus" / "dev-small.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line)["body"]
            assert undo_glosses(body) == (body, None)

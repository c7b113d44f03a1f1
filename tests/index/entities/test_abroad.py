"""Places abroad that no lexicon knows, and foreign names written in other ways."""

from __future__ import annotations

from index.entities import recognise
from index.model import MentionType


def _named(text: str, kind: MentionType, date: str = "2025-03-14") -> list[str]:
    return [mention.text for mention in recognise(text, date).mentions if mention.type is kind]


def test_a_list_before_a_word_for_directions_names_places() -> None:
    text = "发言人称,该军在哈尔科夫、苏德维尔斯克和托列尼亚茨克等方向发动进攻。"
    assert _named(text, MentionType.PLACE) == ["哈尔科夫", "苏德维尔斯克", "托列尼亚茨克"]


def test_a_camp_and_a_corridor_are_places_with_their_kind() -> None:
    text = "部队在察里姆走廊附近活动,并向贝尔塔利耶难民营一带移动。"
    assert _named(text, MentionType.PLACE) == ["察里姆走廊", "贝尔塔利耶难民营"]


def test_a_state_and_a_city_in_it_are_one_address() -> None:
    assert _named("部队已进驻加利福尼亚州洛杉矶市。", MentionType.PLACE) == ["加利福尼亚州洛杉矶市"]


def test_ordinary_words_of_transliterating_characters_are_no_places() -> None:
    text = "他们沿着西部前线地区的道路行进,经过一个平安的村,在基本农田附近停下。"
    assert _named(text, MentionType.PLACE) == []


def test_a_foreign_name_may_have_a_full_stop_for_its_dot() -> None:
    text = "外交部长与海湾某国外交大臣贾西姆.布代维会面。"
    assert _named(text, MentionType.PERSON) == ["贾西姆.布代维"]


def test_a_uighur_name_keeps_all_its_characters() -> None:
    text = "决定免去阿卜杜吉力力·阿卜来提的临江市人民政府副市长职务。"
    found = recognise(text, "2025-03-14")
    assert [(one.person, one.post) for one in found.appointments] == [
        ("阿卜杜吉力力·阿卜来提", "临江市人民政府副市长")
    ]

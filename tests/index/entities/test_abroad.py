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
    text = "以色列称，部队在察里姆走廊附近活动,并向贝尔塔利耶难民营一带移动。"
    assert _named(text, MentionType.PLACE) == ["以色列", "察里姆走廊", "贝尔塔利耶难民营"]


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


def test_a_country_keeps_the_word_for_state() -> None:
    text = "以色列总统赫尔佐格、蒙古国总统呼日勒苏赫出席。友邦吐瓦鲁国，建交四十五年。"
    named = recognise(text, "2025-03-14").mentions
    assert "蒙古国总统" in [mention.text for mention in named if mention.type is MentionType.POST]
    assert "吐瓦鲁国" in [mention.text for mention in named if mention.type is MentionType.PLACE]


def test_a_university_called_after_a_man_is_a_body() -> None:
    text = "约翰斯·霍普金斯大学发布报告。"
    assert _named(text, MentionType.ORGANISATION) == ["约翰斯·霍普金斯大学"]
    assert _named(text, MentionType.PERSON) == []


def test_letters_of_states_at_war_are_places_and_their_armies_are_not() -> None:
    text = "俄称在苏梅州推进 乌称击退进攻\n俄罗斯国防部说，俄军在苏梅州推进。乌克兰方面说，乌方击退进攻。"
    assert _named(text, MentionType.PLACE)[:3] == ["俄", "苏梅州", "乌"]
    assert "俄军" in _named(text, MentionType.ORGANISATION)

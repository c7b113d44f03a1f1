"""Names of an article in their small shape."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.records import PlacedAppointment, PlacedMention, PostKeys, packed
from index.model import Appointment, MentionType

MENTIONS = st.lists(
    st.builds(
        PlacedMention,
        st.sampled_from(MentionType),
        st.sampled_from(["云州", "王明", "省政府"]),
        st.sampled_from(["云州", "云州市", "王明", "雲州", "省政府"]),
        st.booleans(),
        st.integers(0, 2**31 - 1),
        st.integers(0, 2**31 - 1),
    ),
    max_size=20,
)


@given(mentions=MENTIONS)
def test_every_mention_keeps_its_entity_and_place(mentions: list[PlacedMention]) -> None:
    opened = packed(mentions, ()).opened()
    assert [m._replace(name="") for m in opened.mentions] == [m._replace(name="") for m in mentions]


@given(mentions=MENTIONS)
def test_an_entity_is_listed_once_under_its_fullest_name(mentions: list[PlacedMention]) -> None:
    entities = packed(mentions, ()).entities
    assert len({(kind, key) for kind, key, _ in entities}) == len(entities)
    for kind, key, name in entities:
        assert len(name) == max(len(m.name) for m in mentions if (m.type, m.key) == (kind, key))


def test_names_survive_the_way_between_processes() -> None:
    mention = PlacedMention(MentionType.PERSON, "王明", "王明", False, 3, 5)
    said = PlacedAppointment("王明", Appointment("王明", "市长", "", "云州市"), PostKeys("市长", "市长"))
    names = packed([mention], [said])
    again = pickle.loads(pickle.dumps(names))  # noqa: S301
    assert again == names
    assert again.opened().mentions == (mention,)
    assert again.opened().appointments == (said,)

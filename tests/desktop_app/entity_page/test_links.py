"""Links of a page are the same after they were written into its text."""

from __future__ import annotations

import pytest

from desktop_app.entity_page.links import (
    ApartLink,
    EntityLink,
    Link,
    MentionLink,
    MergeLink,
    SearchLink,
    SpanLink,
    SplitLink,
    address,
    link,
)


@pytest.mark.parametrize(
    "target",
    [
        EntityLink(5),
        MentionLink(7, (5, 9)),
        SpanLink(7, 10, 14),
        SpanLink(7, 0, 3, in_title=True),
        SearchLink((5, 9)),
        SearchLink((5,)),
        MergeLink(5, 9),
        ApartLink(5, 9),
        SplitLink(5, (1, 2)),
    ],
)
def test_an_address_leads_where_its_link_does(target: Link) -> None:
    assert link(address(target)) == target

"""How many of what a workshop takes: its groups, and a number of papers and things for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_GROUP, LARGEST_GROUP = 3, 5
"""How many there are in a group, as the source says."""
FEWEST_ANSWERS = 5
"""How many have to answer before their answers are shown together; fewer talk instead."""


class Per(StrEnum):
    """What there is one of something for; `THEME_GROUP` is each group that works on a theme, for each theme.

    `PAIR` is two participants, who get half a sheet each.
    """

    MEETING = "meeting"
    PARTICIPANT = "participant"
    PAIR = "pair"
    GROUP = "group"
    THEME = "theme"
    THEME_GROUP = "theme_group"


@dataclass(frozen=True, slots=True)
class Groups:
    """How many groups the participants make: from as few as can be to as many as can be."""

    fewest: int
    most: int


def groups_of(participants: int) -> Groups:
    """The groups of three to five that so many people make; one or two people are a group too."""
    return Groups(fewest=-(-participants // LARGEST_GROUP), most=max(participants // SMALLEST_GROUP, 1))


def groups_on_themes(participants: int, themes: int) -> int:
    """How many groups work on so many themes: one a theme, as far as groups of three to five allow."""
    groups = groups_of(participants)
    return max(groups.fewest, min(themes, groups.most))


def groups_on_each_theme(participants: int, themes: int) -> int:
    """How many groups work on the same theme, at most; where a group takes several themes it is one."""
    return -(-groups_on_themes(participants, themes) // themes)


def sharing(participants: int | None, themes: int | None) -> str:
    """How the groups share the themes: `open` where it isn't known, `alone` on the only theme, `one` group a theme,
    as `many` on each, or `up_to` so many where the groups can't be spread evenly.
    """
    if not participants or not themes:
        return "open"
    if themes == 1:
        return "alone"
    groups = groups_on_themes(participants, themes)
    return "one" if groups <= themes else "up_to" if groups % themes else "many"


def answers_are_shown(participants: int | None) -> bool:
    """Whether so many answers may be shown together, nobody told apart; they are as long as it isn't known."""
    return participants is None or participants >= FEWEST_ANSWERS


def amount(per: Per, participants: int | None, themes: int | None) -> int | None:
    """How many it takes of something there is one of `per` …; None where it isn't known yet.

    As long as no theme is chosen there are as many groups as there can be, so that nobody lacks a paper.
    """
    if per is Per.MEETING:
        return 1
    if per is Per.THEME:
        return themes
    if participants is None or per is Per.PARTICIPANT:
        return participants
    if per is Per.PAIR:
        return -(-participants // 2)
    if per is Per.GROUP:
        return groups_on_themes(participants, themes) if themes else groups_of(participants).most
    return themes * groups_on_each_theme(participants, themes) if themes else None

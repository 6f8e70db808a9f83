"""How many of what a workshop takes: its groups, and a number of papers and things for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_GROUP, LARGEST_GROUP = 3, 5
"""How many there are in a group, as the source says."""


class Per(StrEnum):
    """What there is one of something for; `THEME_GROUP` is each group that works on a theme, for each theme."""

    MEETING = "meeting"
    PARTICIPANT = "participant"
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


def amount(per: Per, participants: int | None, themes: int | None) -> int | None:
    """How many it takes of something there is one of `per` …; None where it isn't known yet.

    As long as no theme is chosen there are as many groups as there can be, so that nobody lacks a paper.
    """
    if per is Per.MEETING:
        return 1
    if per is Per.PARTICIPANT:
        return participants
    if per is Per.THEME:
        return themes
    if participants is None:
        return None
    if per is Per.GROUP:
        return groups_on_themes(participants, themes) if themes else groups_of(participants).most
    return themes * groups_on_each_theme(participants, themes) if themes else None

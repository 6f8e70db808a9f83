"""The colours and fonts of an organisation's own template, Word or PowerPoint, as its theme has them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..engine.announce import last_word
from ..engine.compiled import ROOT_RELATIONS, relations_of
from ..engine.dialect import A
from ..engine.opening import parsed, target_of
from ..engine.package import Member, read_package
from ..models.brand import HEX

_FONTS = {"heading": "majorFont", "body": "minorFont"}


def theme_of(data: bytes) -> dict[str, dict[str, str]]:
    """`colours` by theme slot (`dk1` … `folHlink`) as RRGGBB, and `fonts` for `heading` and `body`.

    What the theme doesn't say is left out. Of a presentation it is the theme of the first slide master.

    Raises:
        PackageError: not an Office file.
        TemplateError: a part of it is damaged.
    """
    members = {member.name: member for member in read_package(data)}
    theme = _theme(members)
    if theme is None:
        return {"colours": {}, "fonts": {}}
    tree = parsed(theme, theme.name)
    return {"colours": slots_of(tree), "fonts": _fonts(tree)}


def slots_of(theme: etree._Element) -> dict[str, str]:
    """The colours of a theme part by slot, as RRGGBB."""
    found = {}
    for holder in theme.iterfind(f".//{{{A}}}themeElements/{{{A}}}clrScheme/*"):
        if len(holder):
            colour = str(holder[0].get("lastClr") or holder[0].get("val", ""))
            if HEX.fullmatch(colour):
                found[etree.QName(holder).localname] = colour.upper()
    return found


def _fonts(theme: etree._Element) -> dict[str, str]:
    found = {}
    for name, kind in _FONTS.items():
        latin = theme.find(f".//{{{A}}}fontScheme/{{{A}}}{kind}/{{{A}}}latin")
        if latin is not None and (face := latin.get("typeface", "").strip()):
            found[name] = face
    return found


def _theme(members: Mapping[str, Member]) -> Member | None:
    """The part with the theme: the main part's, or that of the first of its masters."""
    main = next(iter(_related(members, "", "officeDocument")), None)
    if main is None:
        return None
    masters = _related(members, main, "slideMaster")
    owner = _first_listed(members, main, masters) if masters else main
    return next((members[part] for part in _related(members, owner, "theme")), None)


def _first_listed(members: Mapping[str, Member], main: str, masters: list[str]) -> str:
    """The master that stands first in the presentation, in whatever order its relationships are."""
    tree = parsed(members[main], main)
    listed = next(tree.iter("{*}sldMasterId"), None)
    own = "" if listed is None else next((value for key, value in listed.items() if str(key).endswith("}id")), "")
    return next((part for part in _related(members, main, "slideMaster", str(own))), masters[0])


def _related(members: Mapping[str, Member], part: str, kind: str, own: str | None = None) -> list[str]:
    """The parts that a part has relationships of a kind to."""
    relations = members.get(relations_of(part) if part else ROOT_RELATIONS)
    found = [] if relations is None else list(parsed(relations, relations.name))
    wanted = (one for one in found if last_word(one) == kind and own in (None, one.get("Id")))
    return [target for one in wanted if (target := target_of(part, one)) in members]

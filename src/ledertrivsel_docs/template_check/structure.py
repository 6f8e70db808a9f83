"""What a template is built of, beside its tags: form fields, styles, tables and slides, compared with ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..engine.dialect import Dialect, p, w
from ..engine.opening import Opened
from ..engine.places import Places
from ..engine.slides import find_slides
from ..engine.style_ids import LINK, PLACEHOLDER
from ..engine.trees import name_of
from ..errors import Message, Problem, message, nearest

_THEME = "theme:"
_STYLES = "word/styles.xml"
_COMMENTS = re.compile(r"word/comments\.xml$|ppt/comments/")
_CHANGES = [w(name) for name in ("ins", "del", "moveFrom", "moveTo")]
_USES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: what it is known by, and the text in it."""

    tag: str
    title: str
    text: str


@dataclass(slots=True)
class Facts:
    """What a template is built of; `titled` are the slides with a title, `headed` the tables with a header row."""

    is_deck: bool
    text: str = ""
    controls: list[Control] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    unnamed: list[Message] = field(default_factory=list)
    titled: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    used: dict[str, Message] = field(default_factory=dict)
    tables: dict[str, Message] = field(default_factory=dict)
    table_styles: set[str] = field(default_factory=set)
    headed: set[str] = field(default_factory=set)
    changes: list[Message] = field(default_factory=list)
    has_comments: bool = False
    dragged: dict[str, set[str]] = field(default_factory=dict)


def facts_of(opened: Opened) -> Facts:
    """Reads a template that nothing has been moved in yet."""
    facts = Facts(opened.is_deck)
    facts.has_comments = any(_COMMENTS.match(path) for path in opened.members)
    if opened.is_deck:
        find_slides(opened)
        _read_slides(opened, facts)
        return facts
    styles = opened.trees.get(_STYLES)
    if styles is not None:
        facts.styles = {style.get(w("styleId"), "") for style in styles.iter(w("style"))}
    for path, dialect in opened.templated().items():
        _read_page(opened.trees[path], dialect, opened.part_name(path), facts)
    return facts


def _read_page(root: etree._Element, dialect: Dialect, part: Message, facts: Facts) -> None:
    places = Places(root, dialect, part)
    facts.text += _text(root)
    for control in root.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        if properties is not None and properties.find(w("docPartObj")) is None:
            tag, title = (_value(properties.find(w(name))) for name in ("tag", "alias"))
            facts.controls.append(Control(tag, title, _text(control)))
    for element in root.iter(*_USES):
        if name := _value(element):
            facts.used.setdefault(name, places.of(element))
    facts.changes += [places.of(change) for change in root.iter(*_CHANGES)][:1]
    for table in root.iter(w("tbl")):
        properties = table.find(w("tblPr"))
        style = None if properties is None else properties.find(w("tblStyle"))
        caption = _value(None if properties is None else properties.find(w("tblCaption")))
        facts.table_styles.add(_value(style))
        facts.tables.setdefault(caption, places.of(next(table.iter(dialect.paragraph), table)))
        if table.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None:
            facts.headed.add(caption)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")


def _read_slides(opened: Opened, facts: Facts) -> None:
    for slide in opened.slides:
        if not slide.kind:
            facts.unnamed.append(opened.part_name(slide.path))
            continue
        facts.kinds.append(slide.kind)
        root = opened.trees[slide.path]
        names = {name_of(shape) for shape in root.iter(p("sp"))}
        facts.dragged[slide.kind] = {name for name in names if name.startswith(_THEME)}
        if any(holder.get("type") in ("title", "ctrTitle") for holder in root.iter(p("ph"))):
            facts.titled.add(slide.kind)


def sound(facts: Facts, name: str) -> Iterator[Problem]:
    """What is wrong whatever ours looks like: styles that nobody defines, slides of no kind."""
    for style, place in facts.used.items():
        if style not in facts.styles:
            what = message("The style “{style}” is used, but the file doesn't have it.", style=style)
            remedy = message("Choose another style for this text, or copy the style in from our template.")
            yield Problem(what, remedy, file=name, where=place, warning=True)
    for place in facts.changes:
        what = message("The template has tracked changes, which every document would have too.")
        yield Problem(what, message("Accept or reject the change."), file=name, where=place, warning=True)
    if facts.has_comments and not facts.is_deck:
        what = message("The template has comments, which every document would have too.")
        yield Problem(what, message("Delete them on the Review tab."), file=name, warning=True)
    for place in facts.unnamed:
        what = message("The slide is of no kind, so no deck ever shows it.")
        remedy = message("Write its kind in the first line of its notes: {tag}.", tag="{%slide … %}")
        yield Problem(what, remedy, file=name, where=place, warning=True)


def compared(facts: Facts, ours: Facts, name: str) -> Iterator[Problem]:
    """What our template has and this one lacks, as far as somebody would miss it."""
    yield from _kinds(facts, ours, name)
    yield from _controls(facts, ours, name)
    for style in (LINK, PLACEHOLDER):
        if style in ours.styles - facts.styles:
            what = message("The style “{style}” is gone, which links or empty form fields are written in.", style=style)
            yield Problem(what, message("Copy it in from our template."), file=name, warning=True)
    for style in sorted(ours.table_styles - facts.styles - {""}):
        what = message("The table style “{style}” of our forms is gone.", style=style)
        remedy = message("Keep it, and change how it looks instead; new tables can have other styles.")
        yield Problem(what, remedy, file=name, warning=True)
    for caption in sorted((ours.headed & facts.tables.keys()) - facts.headed - {""}):
        what = message("The table has no header row any more, so that a screen reader can't tell its columns.")
        remedy = message("Mark the first row, and choose Repeat Header Rows on the Layout tab of the table.")
        yield Problem(what, remedy, file=name, where=facts.tables[caption], warning=True)


def _kinds(facts: Facts, ours: Facts, name: str) -> Iterator[Problem]:
    for kind in (kind for kind in ours.kinds if kind not in facts.kinds):
        what = message("There is no slide of the kind “{kind}”, which decks need.", kind=kind)
        remedy = message(
            "Copy the slide in from our template; the first line of its notes is {tag}.", tag=f"{{%slide {kind} %}}"
        )
        yield Problem(what, remedy, file=name)
    for kind in (kind for kind in facts.kinds if kind not in ours.kinds):
        what = message("No deck shows a slide of the kind “{kind}”.", kind=kind)
        yield Problem(what, nearest(kind, ours.kinds), file=name, where=_slide(kind), warning=True)
    for kind in (kind for kind in facts.kinds if kind in ours.kinds):
        if kind in ours.titled - facts.titled:
            what = message("The slide has no title any more: screen readers find slides by their titles.")
            remedy = message("Choose a layout with a title, or Reset on the Home tab.")
            yield Problem(what, remedy, file=name, where=_slide(kind), warning=True)
        for shape in sorted(ours.dragged[kind] - facts.dragged[kind]):
            what = message("The shape “{shape}” is gone: where people drag it can't be read.", shape=shape)
            remedy = message("Copy it in from our template, or give the shape this name in the selection pane.")
            yield Problem(what, remedy, file=name, where=_slide(kind), warning=True)


def _slide(kind: str) -> Message:
    return message("slide “{kind}”", kind=kind)


def _controls(facts: Facts, ours: Facts, name: str) -> Iterator[Problem]:
    """Form fields that are gone: what they hold is gone too, or stands as plain text, as LibreOffice leaves it."""
    tags, titles = ({getattr(known, key) for known in facts.controls} - {""} for key in ("tag", "title"))
    lost = [known for known in ours.controls if known.tag not in tags and known.title not in titles]
    plain = dict.fromkeys(known.title or known.tag for known in lost if known.text and known.text in facts.text)
    for label in dict.fromkeys(known.title or known.tag for known in lost):
        if label not in plain:
            what = message("The form field “{label}” is gone: what people answer there can't be read.", label=label)
            remedy = message("Copy the field in from our template, with the control and not only its text.")
            yield Problem(what, remedy, file=name, warning=True)
    if plain:
        what = message("These form fields are plain text now: {labels}.", labels=", ".join(plain))
        remedy = message(
            "What people write there is found by the text in front of it alone. LibreOffice removes such fields; edit"
            " the template in Word to keep them."
        )
        yield Problem(what, remedy, file=name, warning=True)

"""The deck of a tool's meeting: for each row of its run sheet the slides that its content has for the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..models.factors import Factor
from ..models.meeting_deck import SlideWords
from ..models.meetings import working_factors
from .contact import with_mail
from .deck_parts import filled_slide, label_of, panel, span_places
from .deck_times import Span, rounded
from .gathering import Gathering
from .ladder_rows import whose_steps
from .shown_slides import ladder_name, ladder_slides, questions_name
from .slides import Slide
from .wording import filled

# What of a slide's words is an instruction, and not printed as it stands.
_INSTRUCTIONS = {"kind", "each", "minutes", "panel", "panel_of", "panel_title", "questions_of", "items_of"}


def slides(room: Gathering) -> Iterator[Slide]:
    """All slides in the order of the run sheet's rows."""
    for number, row in enumerate(room.held.rows):
        words = room.held.tool.deck.slides[str(row.item.id)]
        if row.half:
            words = tuple(_of_half(room, slide, row.half) for slide in words if row.half == 1 or slide.minutes != 0)
        for slide, span in zip(words, _shares(room, words, number), strict=True):
            yield from _slides(room, slide, span, number, row.factor)


def _of_half(room: Gathering, words: SlideWords, half: int) -> SlideWords:
    """A slide of a round that has a break in its middle; what only begins the round has its title as it is."""
    if words.minutes == 0:
        return words
    pattern = room.words("run-sheet")["half"]
    return words.model_copy(update={"title": pattern.format(title=words.title, half=half)})


def _shares(room: Gathering, words: tuple[SlideWords, ...], row: int) -> Iterator[Span]:
    """How long each slide of a row is up: its minutes, or what the others leave."""
    whole = room.hours.row(row)
    left = whole.minutes - sum(slide.minutes or 0 for slide in words)
    after = 0
    for slide in words:
        minutes = max(left, 0) if slide.minutes is None and slide.kind != "title" else slide.minutes or 0
        is_whole = minutes in (0, whole.minutes)
        yield whole if is_whole else room.hours.part(whole, after=after, minutes=minutes)
        after += minutes


def _slides(room: Gathering, words: SlideWords, span: Span, row: int, factor: Factor | None) -> Iterator[Slide]:
    """One slide, or one for each group of questions, or a ladder for each factor that may be chosen."""
    told = room.words("deck")
    places = {**room.places, **span_places(room.library, told, span)}
    places["turns"] = told["between"].join(room.turns(row))
    places["halfway"] = _halfway(room, span)
    if words.kind == "ladder":
        for one in (factor,) if factor else working_factors(room.programme, room.library, room.kit):
            known = {
                **places,
                "factor": one.short,
                "whose_steps": whose_steps(room.library, room.programme, room.kit, [one]),
            }
            yield _slide(words, known, row, name=ladder_name(one), **_ladder(room, one))
    elif words.each == "group":
        sheet = room.words("dialogue-sheet")
        for group in room.question_groups():
            asked = [{"number": str(number), "text": found.text} for number, found in group.questions]
            # The sheet asks for own questions where the slide shows them.
            title = sheet["own_title"] if group.is_own else group.title
            # Beside the run sheet's rows: the slides are there for when somebody asks for them.
            in_row, name = None if words.minutes == 0 else row, questions_name(group.span)
            yield _slide(words, {**places, "group": title}, in_row, name=name, questions=asked)
    else:
        named = words if factor else _without_factor(words)
        places |= {"factor": factor.short if factor else room.factor_named(None)}
        if factor:
            places["ladder_slides"] = ladder_slides(told, [factor], room.named)
        yield _slide(named, places, row, **_fields(room, words, places))


def _halfway(room: Gathering, span: Span) -> str:
    """When half of a slide's time is over."""
    told, moment = room.words("deck")["halfway"], room.hours.session.at(span.begin + span.minutes // 2)
    if moment is None:
        return str(told["unknown"])
    return str(told["clock"].format(clock=room.library.language.clock_text(rounded(moment))))


def _slide(words: SlideWords, places: Mapping[str, str], row: int | None, *, name: str = "", **fields: Any) -> Slide:
    printed = words.model_dump(exclude_defaults=True, exclude=_INSTRUCTIONS)
    printed = {key: value for key, value in printed.items() if key not in fields}
    return filled_slide(words.kind, printed, places, row=row, name=name, **fields)


def _without_factor(words: SlideWords) -> SlideWords:
    """The words of a slide whose title would begin with a factor that nobody has chosen yet."""
    title = (words.title or "").removeprefix("{factor}: ")
    return words.model_copy(update={"title": title or words.title})


def _fields(room: Gathering, words: SlideWords, places: Mapping[str, str]) -> dict[str, Any]:
    """What a slide prints beside its own words: rows, lists of the tool's content, whom to ask."""
    tool, fields = room.held.tool, dict[str, Any]()
    if words.kind == "agenda":
        fields = {"columns": dict(room.words("deck")["columns"]), "rows": list(_agenda_rows(room))}
    if words.kind == "exercise":
        named = {"groups": [group.short for group in tool.questions.groups], "factors": _factor_names(room)}
        shown = [text for line in words.panel if (text := filled(line, places)) is not None]
        title = filled(words.panel_title or "", places) or ""
        fields |= panel(title, [label_of(text) for text in (*shown, *named.get(words.panel_of or "", ()))])
    if words.questions_of:
        fields["items" if words.kind == "result" else "questions"] = [
            {"text": text} for text in tool.questions.group(words.questions_of).questions
        ]
    if words.items_of:
        points = tool.about.passage(words.items_of).points
        fields |= _numbered(points) if words.kind == "question" else {"items": [{"text": text} for text in points]}
    if words.kind == "closing":
        fields |= _contact(room)
    return fields


def _numbered(points: Sequence[str]) -> dict[str, Any]:
    return {"questions": [{"number": str(number), "text": text} for number, text in enumerate(points, 1)]}


def _factor_names(room: Gathering) -> list[str]:
    return [factor.short for factor in working_factors(room.programme, room.library, room.kit)]


def _ladder(room: Gathering, factor: Factor) -> dict[str, Any]:
    columns = dict(room.words("deck")["ladder"])
    return {
        "columns": columns,
        "rows": [{"number": str(number), "name": step.name, "text": step.text} for number, step in factor.numbered],
    }


def _agenda_rows(room: Gathering) -> Iterator[dict[str, str]]:
    words, hours = room.words("deck"), room.hours
    for item, begin in zip(hours.items, hours.begins, strict=True):
        yield {"clock": _clock(room, begin), "title": item.heading, "minutes": str(item.minutes)}
    total = str(hours.session.minutes)
    end: str = room.words("run-sheet")["end"]
    yield {"clock": _clock(room, hours.session.minutes), "title": end, "minutes": words["total"].format(minutes=total)}


def _clock(room: Gathering, minutes: int) -> str:
    moment = room.hours.session.at(minutes)
    return room.library.language.clock_text(moment) if moment else room.words("deck")["blank"]["clock"]


def _contact(room: Gathering) -> dict[str, Any]:
    """Whom to ask on the last slide, or a place to write it."""
    words, contact = room.words("deck"), room.programme.contact
    known = words["between"].join(filter(None, (contact.name, contact.email)))
    text = words["contact"].format(text=known) if known else words["blank"]["contact"]
    return with_mail(room.programme, text, "contact")

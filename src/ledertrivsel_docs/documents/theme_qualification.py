"""The worksheet that makes a theme ready for its action card: four support questions and the kit's own fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import QualifiedTheme
from ..models.themes import Theme
from .copy import Copy
from .found_before import rated_line, reasons
from .frame import Context, frame, or_place
from .theme_rows import theme_number
from .wording import one_or_many

_ASSESSMENT = "assessment"
_SHORT_TITLE, _SHORT_QUESTION, _FOUND = 36, 85, 105  # letters that are likely to stay on one line
_LINES_TO_WRITE, _LINES_OF_A_GROUP = 3, 2


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `labels`, `questions` and `answers` by field key, and an assessment for each group."""
    form = library.samlet_plan.qualification
    words = library.words["theme-qualification"]
    theme = copy.theme
    number = theme_number(library, programme, theme.id) if theme else None
    replies = [reply for reply in programme.qualification if theme and reply.theme == theme.id]
    found = _found(library, programme, theme)
    extra_lines = _extra_lines(theme, replies) + bool(found) + (len(found) > _FOUND)
    labels = {field.key: field.label for field in form.own_fields}
    labels |= {question.key: question.label for question in form.questions}
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker_numbered"].format(number=number) if number else words["kicker"],
        title=or_place(theme.title if theme else None, words["title_blank"]),
    ) | {
        "has_title": theme is not None,
        "extra_lines": extra_lines,
        "theme_questions": theme.questions if theme else (),
        "question": or_place(None, words["question_blank"]),
        "hint": _hint(library, theme),
        "found": found,
        "group": or_place(_groups(words, replies), words["group_place"]),
        "purpose": form.intro[-1],
        "questions_title": form.questions_title,
        "instruction": form.questions_intro,
        "labels": labels,
        "help": {field.key: field.help for field in form.own_fields if field.help},
        "numbers": {question.key: number for number, question in enumerate(form.questions, 1)},
        "questions": {question.key: " ".join(question.questions) for question in form.questions},
        "answers": {key: or_place(_answers(words, replies, key), place) for key, place in words["by_hand"].items()},
        "assessments": _assessments(library, replies),
        "scale_help": words["scale_help"].format(scale=form.scale.text),
        "closing": words["closing"].format(minutes=library.language.minutes_in_words(_group_work_minutes(library))),
        "next": form.closing,
        "advice": library.samlet_plan.tool.step(Step.QUALIFY).points[-1],
        "own_note": f"{words['own_note']} {words['own_theme']}" if theme and theme.is_own else words["own_note"],
    }


def _extra_lines(theme: Theme | None, replies: Sequence[QualifiedTheme]) -> int:
    """How many lines title, questions and marks take beyond the least they can; the fewer, the more room to write."""
    if theme is None:
        return _LINES_TO_WRITE
    long_questions = sum(len(question) > _SHORT_QUESTION for question in theme.questions)
    lines = [len(theme.title) > _SHORT_TITLE, len(theme.questions) - 1, long_questions, bool(theme.hint)]
    return sum(lines) + _LINES_OF_A_GROUP * max(len(replies) - 1, 0)


def _label(library: Library, key: str) -> str:
    return next(question.label for question in library.samlet_plan.qualification.questions if question.key == key)


def _hint(library: Library, theme: Theme | None) -> str:
    """The source's pointer to another tool, with the name of that tool."""
    if theme is None or not theme.hint:
        return ""
    if theme.hint_tool is None:
        return theme.hint
    name = library.samlet_plan.tool.numbered_tool(theme.hint_tool).name
    return str(library.words["theme-qualification"]["hint"]).format(hint=theme.hint.rstrip("."), name=name)


def _found(library: Library, programme: Programme, theme: Theme | None) -> str:
    """What the first workshop found of the theme, and how many reasons there are for it."""
    words = library.words["theme-qualification"]["found"]
    if theme is None or not (rated := rated_line(library, programme, theme.id)):
        return ""
    count = len(reasons(library, programme, theme.id))
    told = one_or_many(words["reasons"], count).format(count=count) if count else ""
    return " ".join(filter(None, (words["before"].format(rated=rated), told)))


def _groups(words: Any, replies: Sequence[QualifiedTheme]) -> str:
    return str(words["group_list"]).join(str(reply.group) for reply in replies if reply.group is not None)


def _name(words: Any, reply: QualifiedTheme) -> str:
    return str(words["group_unnamed"] if reply.group is None else words["group_named"].format(group=reply.group))


def _answers(words: Any, replies: Sequence[QualifiedTheme], key: str) -> str:
    """The answers to a question: one as it is, those of several groups each with its group."""
    given = [(reply, text) for reply in replies if (text := getattr(reply, key, None))]
    if len(replies) == 1:
        return "".join(text for _, text in given)
    return "\n".join(words["group_answer"].format(group=_name(words, reply), text=text) for reply, text in given)


def _assessments(library: Library, replies: Sequence[QualifiedTheme]) -> list[dict[str, Any]]:
    """A scale for each group's mark, one without a name where there is only one group or none yet."""
    words, scale = library.words["theme-qualification"], library.samlet_plan.qualification.scale
    marks = range(scale.low, scale.high + 1)
    if len(replies) < 2:
        assessed = replies[0].assessment if replies else None
        return [{"group": "", "marks": [_mark(library, _ASSESSMENT, "", n, assessed) for n in marks]}]
    return [
        {
            "group": _name(words, reply),
            "marks": [
                _mark(library, f"{_ASSESSMENT}.{place}", _name(words, reply), n, reply.assessment) for n in marks
            ],
        }
        for place, reply in enumerate(replies, 1)
    ]


def _mark(library: Library, key: str, group: str, number: int, assessed: int | None) -> dict[str, Any]:
    words, scale = library.words["theme-qualification"], library.samlet_plan.qualification.scale
    title = words["assessment_group" if group else "assessment_mark"]
    ends = {scale.low: words["assessment_ends"]["low"], scale.high: words["assessment_ends"]["high"]}
    return {
        "key": f"{key}.{number}",
        "title": title.format(
            label=_label(library, _ASSESSMENT), group=group, number=number, high=scale.high, end=ends.get(number, "")
        ),
        "ticked": number == assessed,
    }


def _group_work_minutes(library: Library) -> int:
    """How long the groups work with the support questions; where that is the template's proposal, too."""
    row, place = library.samlet_plan.run_sheets.of(Step.QUALIFY).point("group-work")
    return row.points[place].length or row.minutes

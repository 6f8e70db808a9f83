"""Template tags: finding them in a text, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import Message, Problem, message

# While a part is being prepared, a tag stands in its tree as a number between two private use characters.
OPEN, CLOSE = "\ue00e", "\ue00f"
SIGNS = re.compile("[{}\ue000-\ue00f]")
HINTS = re.compile(r"\{[{%#]|[}%#]\}")
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")

MAX_TAG, LONGEST_TAG = 6_000, 2_000
"""Characters within which the end of a tag is looked for, and those that one may have."""
MAX_CODE = 200_000
"""Characters in all tags of a template."""
MAX_PROBLEMS = 500
"""Problems told of one part."""

_BODY = f".{{0,{MAX_TAG}}}?"
_TAG = re.compile(
    rf"\{{\{{(?P<print>{_BODY})\}}\}}|\{{%(?P<statement>{_BODY})%\}}|\{{\#(?P<comment>{_BODY})\#\}}"
    r"|(?P<literal>\{_\{|\}_\}|\{_%|%_\})|(?P<reserved>[\ue000-\ue00f])",
    re.DOTALL,
)
_PREFIX = re.compile(r"(tr|tc|sp|p|r)(?=\s)")
_STRING = re.compile(r"""("[^"]*"|'[^']*')""")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "\n": " ", "\r": " "})
_TYPOGRAPHY = str.maketrans({"–": "-", "\xa0": " "})
# What a template writes to get a tag's signs printed; as character references, so that Jinja doesn't see them.
_LITERALS = {"{_{": "&#123;&#123;", "}_}": "}}", "{_%": "&#123;%", "%_}": "%}"}


@dataclass(slots=True)
class Tag:
    """One tag of a template: its kind, the unit its prefix names (`p`, `tr` …), its Jinja text and its place."""

    kind: str
    prefix: str
    body: str
    raw: str
    place: Message | str = ""
    derived: bool = False

    @property
    def keyword(self) -> str:
        """The first word of a statement: `for`, `endif` …"""
        return self.body.split(maxsplit=1)[0] if self.body.strip() else ""

    @property
    def source(self) -> str:
        """What stands in the Jinja source; a newline inside it gives each body a line of its own and prints nothing."""
        if self.kind == "print":
            return f"{{{{\n{self.body} }}}}"
        return f"{{%\n{self.body} %}}" if self.kind == "statement" else self.body


class TagList:
    """All tags of one part, and the problems found on the way."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.tags: list[Tag] = []
        self.problems: list[Problem] = []

    def add(self, tag: Tag) -> str:
        """Keeps a tag; what stands for it in the tree."""
        self.tags.append(tag)
        return f"{OPEN}{len(self.tags) - 1}{CLOSE}"

    def derived(self, tag: Tag, kind: str, body: str) -> str:
        """Keeps a further tag that another one brings with it; what stands for it in the tree."""
        return self.add(Tag(kind, "", body, tag.raw, tag.place, derived=True))

    def at(self, mark: re.Match[str]) -> Tag:
        """The tag that a mark stands for."""
        return self.tags[int(mark[1])]

    def refuse(self, what: Message, remedy: Message | None = None, place: Message | str = "") -> None:
        """Notes a problem, once: a tag in a content control is written into more than one spot."""
        problem = Problem(what, remedy, file=self.template, where=place or None)
        if len(self.problems) < MAX_PROBLEMS and problem not in self.problems:
            self.problems.append(problem)

    def marked(self, text: str, place: Message | str) -> str:
        """A text in which marks stand for its tags."""
        return _TAG.sub(lambda match: self._mark(match, place), text)

    def _mark(self, match: re.Match[str], place: Message | str) -> str:
        kind = str(match.lastgroup)
        if kind == "comment":
            return self._comment(match, place)
        if kind == "literal":
            return self.add(Tag(kind, "", _LITERALS[match[0]], match[0], place))
        if kind == "reserved":
            return self.add(Tag(kind, "", f"&#x{ord(match[0]):X};", match[0], place))
        if len(match[0]) > LONGEST_TAG:
            what = message("The tag {tag} is longer than {limit} characters.", tag=match[0][:40], limit=LONGEST_TAG)
            self.refuse(what, message("Divide it with {{% set %}}."), place)
            return ""
        body = typed(match[kind])
        tag = Tag(kind, "", body.strip(), match[0], place)
        if prefix := _PREFIX.match(body):
            tag.prefix, tag.body = prefix[1], body[prefix.end() :].strip()
            if kind == "statement" and tag.prefix == "r":
                tag.prefix = ""  # a run of its own is what every statement gets
        self._check(tag, body)
        return self.add(tag)

    def _comment(self, match: re.Match[str], place: Message | str) -> str:
        prefix = _PREFIX.match(match["comment"])
        return self.add(Tag("comment", prefix[1], "", match[0], place)) if prefix else ""

    def _check(self, tag: Tag, body: str) -> None:
        if body[:1] in "+-" or body[-1:] in ("+", "-"):
            self.refuse(
                message("The tag {tag} trims white space, which has no meaning here.", tag=tag.raw),
                message("Leave out the sign next to the bracket."),
                tag.place,
            )
        if tag.kind == "print" and tag.prefix:
            self.refuse(
                message("The tag {tag} prints with a prefix, which this engine doesn't do.", tag=tag.raw),
                message("Write {{{{ {body} }}}}.", body=tag.body),
                tag.place,
            )
        if not tag.body:
            self.refuse(message("The tag {tag} is empty.", tag=tag.raw), message("Delete it, or fill it."), tag.place)

    def note_loose(self, text: str, place: Message | str) -> None:
        """Notes the tags of a text that are not whole."""
        rest = _TAG.sub(" ", text)
        for loose in HINTS.finditer(rest):
            near = rest[max(loose.start() - 15, 0) : loose.end() + 25].strip()
            self.refuse(
                message("“{bracket}” has no partner in this paragraph, near “{near}”.", bracket=loose[0], near=near),
                message(
                    "Open and close the tag in the same paragraph; write {literal} for the bare signs.", literal="{_{"
                ),
                place,
            )


def typed(body: str) -> str:
    """A tag's text with the signs that Word's autocorrection has made finer put back; a dash in a string stays."""
    pieces = _STRING.split(body.translate(_QUOTES))  # what stands between strings, and strings, in turn
    return "".join(piece if index % 2 else piece.translate(_TYPOGRAPHY) for index, piece in enumerate(pieces))

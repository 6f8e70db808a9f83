"""What can happen to a text file that somebody or an attacker has changed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

TextChange = Callable[[Random, list[str]], str]
NASTY = (
    *(
        "\0",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udfff",
        "😀",
        "\U0010ffff",
    ),
    *(
        "\u202bשלום\u202c",
        "e\u0301",
        "\u00a0",
        "{{ 7*7 }}",
        "{% for i in range(9**9) %}",
        "{%p if x %}",
        "{#",
        "]]>",
        "<w:p/>",
    ),
    *(
        "&amp;",
        "&#0;",
        "<!DOCTYPE x>",
        "../../../etc/passwd",
        "C:\\aux",
        "!!python/object/apply:os.system ['id']",
        "!!binary aGo=",
    ),
    *(
        "&a [*a, *a]",
        "*a",
        "<<: *a",
        "~",
        "null",
        "yes",
        "0x1F",
        "1e999",
        "-1",
        "9" * 400,
        ".inf",
        "2027-02-30",
        "25.61",
    ),
    *(
        "2027-01-12T09:00:00Z",
        "[" * 40,
        "{" * 40,
        "- - - -",
        "? x",
        "| ",
        "> ",
        "'",
        '"',
        "#",
        "%YAML 9.9",
        "---",
        "...",
        "\t",
    ),
    *(
        "x" * 5_000,
        "ord " * 1_200,
        "w" * 400,
        "\\" * 50,
        "å" * 300,
        "",
        " ",
        "=1+1",
        "@SUM(1)",
        "CON",
        "aux.",
        "a/b",
        "{theme}",
    ),
)
"""Texts that have broken programs."""


def _lines_changed(change: Callable[[Random, list[str], int], None]) -> TextChange:
    def changed(random: Random, lines: list[str]) -> str:
        lines = list(lines) or [""]
        change(random, lines, random.randrange(len(lines)))
        return "\n".join(lines)

    return changed


def _swap(random: Random, lines: list[str], at: int) -> None:
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _repeat(random: Random, lines: list[str], at: int) -> None:
    end = min(len(lines), at + random.choice((1, 1, 2, 5)))
    lines[end:end] = lines[at:end] * random.choice((1, 1, 1, 3, 60))


def _drop(random: Random, lines: list[str], at: int) -> None:
    del lines[at : at + random.choice((1, 1, 2, 8))]


def _indent(random: Random, lines: list[str], at: int) -> None:
    lines[at] = random.choice(("  ", " ", "\t", "      ", "- ")) + lines[at]


def _outdent(_: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].lstrip(" -")


def _value(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ": " + random.choice(NASTY)


def _quoted(random: Random, lines: list[str], at: int) -> None:
    text = random.choice(NASTY).replace("\\", "\\\\").replace('"', '\\"')
    lines[at] = f'{lines[at].partition(":")[0]}: "{text}"'


def _escaped(random: Random, lines: list[str], at: int) -> None:
    escape = random.choice((r"\0", r"\ud800", r"\uDFFF", r"\x07", r"\uFFFE", r"\U0010FFFF", r"\N", r"\L", r"\e", r"\q"))
    lines[at] = f'{lines[at].partition(":")[0]}: "Et {escape} tegn"'


def _key(random: Random, lines: list[str], at: int) -> None:
    head, colon, rest = lines[at].partition(":")
    space = head[: len(head) - len(head.lstrip())]
    lines[at] = space + random.choice((*NASTY, head.strip() + "x", head.strip().upper())) + colon + rest


def _inserted(random: Random, lines: list[str], at: int) -> None:
    place = random.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + random.choice(NASTY) + lines[at][place:]


def _bomb(random: Random, lines: list[str], at: int) -> None:
    depth = random.choice((3, 9, 30))
    bomb = [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}' if n else 'ha'] * 9)}]" for n in range(depth)]
    space = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines[at:at] = [space + line for line in bomb]


def _itself(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + random.choice((": &a [*a, *a]", ": &a {b: *a}", ": *nothing", ": &a"))


def _tag(random: Random, lines: list[str], at: int) -> None:
    tag = random.choice(
        ("!!python/object:os.system", "!!python/name:os.system", "!!set", "!!int", "!x", "!<tag:x,1:y>")
    )
    head, colon, rest = lines[at].partition(":")
    lines[at] = f"{head}{colon} {tag}{rest}"


def _deep(random: Random, lines: list[str], at: int) -> None:
    depth = random.choice((20, 300, 20_000))
    opening, closing = random.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[", "")))
    lines[at] = lines[at].partition(":")[0] + ": " + opening * depth + "x" + closing * depth


def _list_for_text(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + random.choice((": [1, a]", ": {a: b}", ": []", ": {}", ":", ": [[]]"))


def _huge(random: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ': "' + random.choice("xå ☐") * random.choice((5_000, 300_000)) + '"'


_LINES = (_swap, _repeat, _drop, _indent, _outdent, _value, _value, _quoted, _quoted, _escaped, _key, _inserted)
_ATTACKS = (_bomb, _itself, _tag, _deep, _list_for_text, _huge)
TEXT_CHANGES: tuple[TextChange, ...] = tuple(map(_lines_changed, (*_LINES, *_LINES, *_ATTACKS)))


def text_file(random: Random, content: bytes) -> bytes:
    """A text file, changed once or a few times: in its lines, then perhaps in its bytes."""
    text = content.decode()
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = random.choice(TEXT_CHANGES)(random, text.split("\n"))
    data = _encoded(random, text)
    return chewed(random, data) if random.random() < 0.15 else data


def _encoded(random: Random, text: str) -> bytes:
    chance = random.random()
    if chance < 0.85:
        return text.encode("utf-8", "surrogatepass" if chance < 0.1 else "replace")
    name = random.choice(("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp037", "utf-7"))
    data = text.encode(name, "replace")
    return random.choice((b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\xef\xbb\xbf")) + data


def chewed(random: Random, data: bytes) -> bytes:
    """Some bytes are others, the end is gone, or a piece stands twice."""
    whole = bytearray(data)
    match random.randrange(4):
        case 0:
            return bytes(whole[: random.randrange(len(whole) + 1)])
        case 1:
            at = random.randrange(len(whole) + 1)
            return bytes(whole[:at] + whole[max(0, at - 300) :])
        case _:
            for _ in range(random.choice((1, 2, 8, 40)) if whole else 0):
                whole[random.randrange(len(whole))] = random.randrange(256)
            return bytes(whole)

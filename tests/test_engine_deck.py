"""Decks: a slide for each kind, shapes that repeat, values, and files that stay valid."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation

from ledertrivsel_docs.engine import Link, Picture, Template
from tests.support.decks import A, Draft, P, boxes, lines, notes, slides
from tests.support.engine_decks import INCH, MM2, problems, rendered, two_kinds
from tests.support.office import libreoffice, needs_tool
from tests.support.packages import unzipped, zipped
from tests.support.pictures import PNG
from tests.support.validator import COMMAND, findings


class TestSlides:
    def test_one_context_fills_every_slide_once(self) -> None:
        made = rendered(two_kinds(), {"title": "A", "xs": [1, 2]})
        assert [lines(slide) for slide in slides(made)] == [["A", "static"], ["A!", "- 1", "- 2"]]
        assert notes(made) == [["Say A"], ["Do it"]]

    def test_come_in_the_order_asked_for_and_none_of_the_template_is_left(self) -> None:
        order = [
            ("øvelse", {"title": "1", "xs": []}),
            ("opening", {"title": "2"}),
            ("øvelse", {"title": "3", "xs": "ab"}),
        ]
        made = rendered(two_kinds(), order)
        assert [lines(slide) for slide in slides(made)] == [["1!"], ["2", "static"], ["3!", "- a", "- b"]]
        assert notes(made) == [["Do it"], ["Say 2"], ["Do it"]]
        names = [name for name in unzipped(made) if re.match(r"ppt/(slides|notesSlides)/[^_]", name)]
        assert len(names) == 6
        assert "ppt/slides/slide4.xml" not in str(unzipped(made))

    def test_can_be_none_at_all(self) -> None:
        assert slides(rendered(two_kinds(), [])) == []

    def test_open_in_python_pptx_and_can_be_edited_there(self) -> None:
        made = rendered(two_kinds(), [("opening", {"title": str(n)}) for n in range(12)])
        deck = Presentation(io.BytesIO(made))
        assert [slide.shapes.title.text for slide in deck.slides] == [str(n) for n in range(12)]
        assert deck.slides[3].notes_slide.notes_text_frame.text == "Say 3"
        assert deck.slides[3].notes_slide.part.related_part  # the notes know their slide
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "by hand"
        again = io.BytesIO()
        deck.save(again)
        assert len(slides(again.getvalue())) == 13

    def test_common_values_reach_every_slide_and_the_layouts(self) -> None:
        draft = two_kinds()
        draft.file.slide_layouts[5].placeholders[2].text_frame.text = "© {{ owner }}"
        made = rendered(draft.add("{{ owner }}", notes="{%slide end%}"), [("end", {})], common={"owner": "Us & co"})
        assert lines(slides(made)[0]) == ["Us & co"]
        layout = next(xml for name, xml in unzipped(made).items() if "© " in xml.decode(errors="ignore"))
        assert "© Us &amp; co" in layout.decode()

    def test_keep_nothing_that_tells_of_the_template(self) -> None:
        draft = two_kinds()
        made = unzipped(rendered(draft, {"title": "A", "xs": []}))
        assert "docProps/app.xml" not in made
        assert "docProps/thumbnail.jpeg" not in made
        assert b"creationId" not in b"".join(made.values())

    def test_take_only_their_own_pictures_along(self) -> None:
        draft = two_kinds()
        draft.slide.shapes.add_picture(io.BytesIO(real_png()), 0, 0)
        with_picture = rendered(draft, [("øvelse", {"title": "1", "xs": []})] * 2)
        without = rendered(draft, [("opening", {"title": "1"})])
        assert [name for name in unzipped(with_picture) if "media/image" in name and name.endswith("png")] == [
            "ppt/media/image1.png"
        ]
        assert not [name for name in unzipped(without) if "media/image" in name and name.endswith("png")]

    def test_a_potx_makes_a_pptx(self) -> None:
        parts = unzipped(two_kinds().data())
        types = parts["[Content_Types].xml"].replace(b"presentation.main+xml", b"template.main+xml")
        made = unzipped(Template(zipped(parts | {"[Content_Types].xml": types})).render({"title": "A", "xs": []}))
        assert b"presentation.main+xml" in made["[Content_Types].xml"]
        assert b"template.main+xml" not in made["[Content_Types].xml"]


def real_png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (20, 10), "white").save(target, "png")
    return target.getvalue()


class TestShapes:
    def test_a_repeated_shape_is_stacked(self) -> None:
        made = rendered(
            Draft().add("t").box("{%sp for x in xs %}{{ x }}{%sp endfor %}", at=(1, 2, 4, 1)), {"xs": "abc"}
        )
        found = [(text, x, y) for _, text, x, y, _ in boxes(slides(made)[0])]
        step = INCH + MM2
        assert found == [("a", INCH, 2 * INCH), ("b", INCH, 2 * INCH + step), ("c", INCH, 2 * INCH + 2 * step)]

    def test_a_repeated_shape_is_placed_in_an_area(self) -> None:
        draft = Draft().add("t").box(name="The map", at=(2, 1, 4, 2))
        tag = "{%sp for p in ps %}{%sp at p.x, p.y, p.w in The map %}{{ p.name }}{%sp endfor %}"
        draft.box(tag, name="theme:{{ p.name }}")
        made = rendered(
            draft, {"ps": [{"name": "a", "x": 0, "y": 0.5, "w": 0.25}, {"name": "b", "x": 0.75, "y": 1, "w": 1}]}
        )
        found = [box for box in boxes(slides(made)[0]) if box[0].startswith("theme:")]
        assert found == [
            ("theme:a", "a", 2 * INCH, 2 * INCH, INCH),
            ("theme:b", "b", 5 * INCH, 3 * INCH, 4 * INCH),
        ]

    def test_a_shape_is_left_out(self) -> None:
        draft = Draft().add("t").box("{%sp if yes %}kept{%sp endif %}").box("{%sp if no %}gone{%sp endif %}")
        assert lines(slides(rendered(draft, {"yes": 1, "no": ""}))[0]) == ["t", "kept"]

    def test_several_shapes_share_a_loop_and_a_condition(self) -> None:
        draft = (
            Draft()
            .add("t")
            .box("{%sp for x in xs %}{%sp if x.on %}A{{ x.n }}")
            .box("{%sp else %}B{{ x.n }}{%sp endif %}{%sp endfor %}")
        )
        assert lines(slides(rendered(draft, {"xs": [{"on": 1, "n": 1}, {"on": 0, "n": 2}]}))[0]) == ["t", "A1", "B2"]

    def test_tags_in_paragraphs_of_their_own_leave_nothing_behind(self) -> None:
        draft = (
            Draft()
            .add("t")
            .box("{%sp for x in xs %}", "{{ x }}", "{%p if x == 1 %}", "one", "{%p endif %}", "{%sp endfor %}")
        )
        tree = slides(rendered(draft, {"xs": [1, 2]}))[0]
        assert lines(tree) == ["t", "1", "one", "2"]
        assert all(lines(paragraph) for body in tree.iter(f"{P}txBody") for paragraph in body.iter(f"{A}p"))

    def test_every_copy_has_an_id_of_its_own(self) -> None:
        tree = slides(rendered(Draft().add("t").box("{%sp for x in xs %}{{ x }}{%sp endfor %}"), {"xs": range(50)}))[0]
        ids = [known.get("id") for known in tree.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids) == 52

    def test_rows_are_repeated_and_a_table_without_rows_is_gone(self) -> None:
        draft = (
            Draft()
            .add("t")
            .table(("{%tr for r in rows %}", "x"[:0]), ("{{ r.a }}", "{{ r.b }}"), ("{%tr endfor %}", ""))
        )
        made = slides(rendered(draft, {"rows": [{"a": 1, "b": 2}, {"a": 3, "b": 4}]}))[0]
        assert lines(made) == ["t", "1", "2", "3", "4"]
        assert slides(rendered(draft, {"rows": []}))[0].find(f".//{P}graphicFrame") is None

    def test_a_table_is_left_out(self) -> None:
        draft = Draft().add("t").table(("{%sp if yes %}{{ a }}{%sp endif %}", "b"))
        assert slides(rendered(draft, {"yes": 0, "a": 1}))[0].find(f".//{P}graphicFrame") is None
        assert lines(slides(rendered(draft, {"yes": 1, "a": 1}))[0]) == ["t", "1", "b"]

    def test_a_cell_never_ends_up_without_a_paragraph(self) -> None:
        draft = Draft().add("t").table(("{%p if no %}", "b"))
        draft.slide.shapes[-1].table.cell(0, 0).text_frame.text = "{%p if no %}\nx\n{%p endif %}"
        bodies = slides(rendered(draft, {"no": 0}))[0].iter(f"{A}txBody", f"{P}txBody")
        assert all(body.find(f"{A}p") is not None for body in bodies)


class TestValues:
    @pytest.mark.parametrize(
        "value", ["& < > ]]>", "</a:t>", "{{ 7*7 }}", "😀 שלום", "\ue007\ue0081;", "x" * 5000, " a "]
    )
    def test_are_what_they_say(self, value: str) -> None:
        made = rendered(Draft().add("[{{ v }}]", notes="({{ v }})"), {"v": value})
        assert lines(slides(made)[0]) == [f"[{value}]"]
        assert notes(made) == [[f"({value})"]]

    def test_a_newline_is_a_line_break_with_the_look_of_its_run(self) -> None:
        draft = Draft().add("t").box("x")
        run = draft.slide.shapes[-1].text_frame.paragraphs[0].runs[0]
        run.text, run.font.bold = "{{ v }}", True
        tree = slides(rendered(draft, {"v": "a\nb"}))[0]
        assert lines(tree)[1] == "a\nb"
        runs = list(tree.iter(f"{A}r"))[-2:]
        assert [look.get("b") for run in runs for look in run.iterfind(f"{A}rPr")] == ["1", "1"]

    def test_tags_split_over_runs_are_joined(self) -> None:
        draft = Draft().add("t").box("x")
        paragraph = draft.slide.shapes[-1].text_frame.paragraphs[0]
        for text in ("{", "{ na", "me }", "} {% if", " name %}", "yes", "{% endif", " %}"):
            paragraph.add_run().text = text
        assert lines(slides(rendered(draft, {"name": "N"}))[0]) == ["t", "xN yes"]

    def test_a_link_can_be_followed(self) -> None:
        made = rendered(Draft().add("t").box("See {{ at }}, ok"), {"at": Link("it", "https://at.dk/?a=1&b=2")})
        deck = Presentation(io.BytesIO(made))
        runs = deck.slides[0].shapes[1].text_frame.paragraphs[0].runs
        assert [(run.text, run.hyperlink.address) for run in runs if run.text] == [
            ("See ", None), ("it", "https://at.dk/?a=1&b=2"), (", ok", None),
        ]  # fmt: skip

    def test_a_text_box_with_one_tag_becomes_a_picture(self) -> None:
        draft = Draft().add("t").box("{{ logo }}", at=(1, 1, 4, 4))
        made = rendered(draft, {"logo": Picture(real_png(), "Our <logo>")})
        shape = Presentation(io.BytesIO(made)).slides[0].shapes[1]
        assert (shape.left, shape.top, shape.width, shape.height) == (INCH, 2 * INCH, 4 * INCH, 2 * INCH)
        assert shape.image.blob == real_png()
        assert shape._element.find(f".//{P}cNvPr").get("descr") == "Our <logo>"
        assert lines(slides(rendered(draft, {"logo": "none"}))[0]) == ["t", "none"]

    def test_a_picture_in_a_sentence_is_refused(self) -> None:
        told = problems(Draft().add("t").box("Here: {{ logo }}"), {"logo": Picture(PNG, "x")})
        assert "text box of its own" in told


def test_same_bytes_twice_and_in_another_process(tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(two_kinds().data())
    order: list[tuple[str, dict[str, object]]] = [("opening", {"title": "1"}), ("øvelse", {"title": "2", "xs": [1]})]
    made = Template(file).render(order)
    assert Template(file, cache=tmp_path / "cache").render(order) == made
    assert Template(file, cache=tmp_path / "cache").render(order) == made
    code = (
        "import sys; from ledertrivsel_docs.engine import Template;"
        f"sys.stdout.buffer.write(Template({str(file)!r}).render({order!r}));"
        "sys.exit('pptx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == made


def test_is_valid_for_powerpoint(tmp_path: Path) -> None:
    needs_tool(COMMAND)
    draft = (
        two_kinds()
        .add("{{ title }}", notes="{%slide all%}")
        .box(name="Map")
        .box("{%sp for x in xs %}{%sp at 0.1, 0.2 in Map %}{{ x }}{%sp endfor %}")
    )
    draft.box("{{ logo }}").box("{{ link }}").table(
        ("{%tr for x in xs %}", ""), ("{{ x }}", "b"), ("{%tr endfor %}", "")
    )
    values = {"title": "A\nB", "xs": ["1", "2"], "logo": Picture(real_png(), "alt"), "link": Link("l", "https://x.dk")}
    file = tmp_path / "deck.pptx"
    file.write_bytes(rendered(draft, [("all", values), ("opening", values), ("all", values)]))
    assert findings([file]) == []


def test_a_deck_template_saved_by_libreoffice_still_works(tmp_path: Path) -> None:
    needs_tool("soffice")
    file = tmp_path / "deck.pptx"
    file.write_bytes(
        two_kinds()
        .add("{{ title }}", notes="{%slide map%}")
        .box(name="Map", at=(1, 1, 4, 2))
        .box("{%sp for x in xs %}{%sp at 0.5, x in Map %}{{ x }}{%sp endfor %}")
        .data()
    )
    again = libreoffice([file], tmp_path / "again", "pptx")[0]
    made = Template(again).render([("map", {"title": "T", "xs": [0, 1]}), ("øvelse", {"title": "1", "xs": [1]})])
    assert [lines(slide) for slide in slides(made)] == [["T", "0", "1"], ["1!", "- 1"]]
    assert notes(made) == [[], ["Do it"]]
    tops = [y for _, text, _, y, _ in boxes(slides(made)[0]) if text in ("0", "1")]
    assert tops[1] - tops[0] == pytest.approx(2 * INCH, rel=0.02)
    assert etree.fromstring(unzipped(made)["ppt/presentation.xml"]) is not None

"""Decks that are wrong, and templates that look odd."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.errors import TemplateError
from tests.support.decks import A, Draft, P, boxes, lines, notes, slides
from tests.support.engine_decks import INCH, MM2, REL, problems, rendered, two_kinds
from tests.support.packages import unzipped, zipped
from tests.support.word import word


class TestErrors:
    def test_name_kind_shape_paragraph_and_tag(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide opening%}\nsay").box("one", "two {{ nmae }}", name="Main box")
        told = problems(draft, [("opening", {"title": "x", "name": "y"})])
        place = "slide “opening”, shape “Main box”, paragraph 2 (slide 1 of the deck)"
        assert f"{place}: {{{{ nmae }}}}: There is no value “nmae”." in told
        assert "Did you mean “name”?" in told

    def test_say_where_in_the_notes(self) -> None:
        assert "notes of slide “opening”" in problems(Draft().add("x", notes="{%slide opening%}\n{{ lost }}"))

    def test_are_told_once_however_many_slides_have_them(self) -> None:
        told = problems(Draft().add("{{ lost }}", notes="{%slide a%}"), [("a", {})] * 20)
        assert told.count("There is no value") == 1

    def test_an_unknown_kind_is_told_with_the_nearest(self) -> None:
        told = problems(two_kinds(), [("openning", {"title": "x"}), ("øvelse", {"title": "x", "xs": []})])
        assert "no slide of the kind “openning”" in told
        assert "There is opening." in told

    def test_two_slides_of_one_kind_are_refused(self) -> None:
        assert "2 slides are of the kind “a”" in problems(
            Draft().add("1", notes="{%slide a%}").add("2", notes="{%slide a%}")
        )

    def test_an_area_that_is_not_there_is_told_with_the_nearest(self) -> None:
        draft = (
            Draft().add("t").box(name="The map").box("{%sp for x in xs %}{%sp at 0, 0 in The mapp %}x{%sp endfor %}")
        )
        assert "There is The map." in problems(draft, {"xs": []})

    @pytest.mark.parametrize(
        "tag",
        ["{%sp at 1 in Map %}", "{%sp at in Map %}", "{%sp at (, 0 in Map %}", "{%sp at 0, 0 %}", "{%sp move x %}"],
    )
    def test_a_shape_tag_that_says_nothing_is_refused(self, tag: str) -> None:
        assert "sp " in problems(Draft().add("t").box(name="Map").box(f"{tag}x"))

    def test_a_place_that_is_no_number_is_told(self) -> None:
        draft = Draft().add("t").box(name="Map").box("{%sp at x, 0 in Map %}x")
        assert "not a place on the slide" in problems(draft, {"x": "left"})

    def test_an_open_loop_is_told(self) -> None:
        assert "never closed" in problems(Draft().add("t").box("{%sp for x in xs %}{{ x }}"), {"xs": []})

    def test_a_chart_is_refused_and_says_why(self) -> None:
        draft = Draft().add("t")
        chart: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        chart.categories = ["a"]
        chart.add_series("s", (1,))
        draft.slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, INCH, INCH, chart)
        assert "can't be copied with a slide: chart" in problems(draft)

    def test_slides_are_for_decks(self) -> None:
        with pytest.raises(TemplateError, match="no slide of the kind"):
            Template(word("x")).render([("a", {})])


class TestOddTemplates:
    """What designers and other programs make of a template."""

    def test_a_loop_in_a_group_gives_every_copy_an_id(self) -> None:
        draft = Draft().add("t")
        group = draft.slide.shapes.add_group_shape()
        group.shapes.add_textbox(0, 0, INCH, INCH).text_frame.text = "{%sp for x in xs %}{{ x }}{%sp endfor %}"
        tree = slides(rendered(draft, {"xs": "abc"}))[0]
        ids = [known.get("id") for known in tree.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids)
        assert lines(tree) == ["t", "a", "b", "c"]

    def test_a_made_deck_can_be_a_template_again(self) -> None:
        first = rendered(Draft().add("t").box("{%sp for x in xs %}{_{ y }_}{%sp endfor %}"), {"xs": [1, 2]})
        again = Template(first).render({"y": "Y"})
        ids = [known.get("id") for known in slides(again)[0].iter(f"{P}cNvPr")]
        assert lines(slides(again)[0]) == ["t", "Y", "Y"]
        assert len(set(ids)) == len(ids)

    def test_loops_inside_loops_and_conditions_stack_without_gaps(self) -> None:
        tag = "{%sp for r in rs %}{%sp for x in r %}{%sp if x %}{{ x }}{%sp endif %}{%sp endfor %}{%sp endfor %}"
        made = slides(rendered(Draft().add("t").box(tag), {"rs": [["a", "", "b"], ["c"]]}))[0]
        found = [(text, (y - 2 * INCH) // (INCH + MM2)) for _, text, _, y, _ in boxes(made)]
        assert found == [("a", 0), ("b", 1), ("c", 2)]

    def test_shapes_of_one_loop_are_stacked_as_a_block(self) -> None:
        draft = (
            Draft().add("t").box("{%sp for x in xs %}{{ x }}", at=(1, 1, 1, 1)).box("-{%sp endfor %}", at=(3, 1, 1, 2))
        )
        made = slides(rendered(draft, {"xs": "ab"}))[0]
        assert [y for _, _, _, y, _ in boxes(made)] == [INCH, INCH, 3 * INCH + MM2, 3 * INCH + MM2]

    def test_a_size_below_nothing_is_told(self) -> None:
        draft = Draft().add("t").box(name="Map").box("{%sp at 0, 0, w in Map %}x")
        assert "not a place on the slide" in problems(draft, {"w": -0.5})

    @pytest.mark.parametrize("name", ["Kort – højre", "Kort in Danish", "”Kort”"])
    def test_an_area_may_have_any_name(self, name: str) -> None:
        draft = Draft().add("t").box(name=name, at=(2, 1, 4, 2)).box(f"{{%sp at 0.5, 0 in {name} %}}x", name="x")
        assert [x for found, _, x, _, _ in boxes(slides(rendered(draft))[0]) if found == "x"] == [4 * INCH]

    def test_two_areas_of_one_name_are_told(self) -> None:
        draft = Draft().add("t").box(name="Map").box(name="Map").box("{%sp at 0, 0 in Map %}x")
        assert "there twice" in problems(draft)

    def test_columns_cannot_be_repeated(self) -> None:
        assert "{%tc for x in xs %}" in problems(Draft().add("t").table(("{%tc for x in xs %}", "a")), {"xs": []})

    def test_an_animated_shape_cannot_be_repeated(self) -> None:
        draft = Draft().add("t").box("{%sp for x in xs %}{{ x }}{%sp endfor %}", name="Moving")
        number = draft.slide.shapes[-1].shape_id
        timing = f'<p:timing xmlns:p="{P[1:-1]}"><p:bldLst><p:bldP spid="{number}" grpId="0"/></p:bldLst></p:timing>'
        draft.slide._element.append(etree.fromstring(timing))
        assert "“Moving” has an animation" in problems(draft, {"xs": []})

    def test_slides_that_are_not_listed_are_left_out(self) -> None:
        draft = two_kinds()
        listed = draft.file.slides._sldIdLst
        listed.remove(listed[1])
        made = unzipped(rendered(draft, [("opening", {"title": str(n)}) for n in range(3)]))
        assert len([name for name in made if re.match(r"ppt/slides/slide\d", name)]) == 3
        assert made["[Content_Types].xml"].count(b"/ppt/slides/slide2.xml") == 1

    def test_a_jump_to_a_slide_is_refused(self) -> None:
        draft = two_kinds()
        draft.slide.part.relate_to(draft.file.slides[0].part, f"{REL}/slide")
        assert "jumps to another slide" in problems(draft)

    def test_nobody_is_named(self) -> None:
        parts = unzipped(two_kinds().data())
        types = parts["[Content_Types].xml"].decode()
        authors = "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"
        types = types.replace(
            "</Types>", f'<Override PartName="/ppt/commentAuthors.xml" ContentType="{authors}"/></Types>'
        )
        relations = parts["ppt/_rels/presentation.xml.rels"].decode()
        known = f'<Relationship Id="rId99" Type="{REL}/commentAuthors" Target="commentAuthors.xml"/></Relationships>'
        changed = {
            "[Content_Types].xml": types.encode(),
            "ppt/_rels/presentation.xml.rels": relations.replace("</Relationships>", known).encode(),
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{P[1:-1]}"/>'.encode(),
        }
        made = unzipped(Template(zipped(parts | changed)).render({"title": "A", "xs": []}))
        assert "commentAuthors" not in str(made)

    def test_a_header_on_the_notes_page_does_not_hide_the_kind(self) -> None:
        draft = two_kinds()
        page = draft.file.slides[0].notes_slide
        body = page.notes_placeholder._element
        header = etree.fromstring(etree.tostring(body).replace(b'type="body"', b'type="hdr"'))
        next(header.iter(f"{A}t")).text = "Header"
        body.addprevious(header)
        made = Template(draft.data()).render([("opening", {"title": "1"})])
        assert notes(made) == [["Say 1"]]

    def test_a_kind_without_a_name_is_told(self) -> None:
        assert "name no kind" in problems(Draft().add("t", notes="{%slide %}"))

    def test_the_same_slide_twice_is_told(self) -> None:
        draft = two_kinds()
        first, second = draft.file.slides._sldIdLst
        second.rId = first.rId
        assert "list of slides is damaged" in problems(draft)

    def test_unusual_prefixes_are_told(self) -> None:
        parts = unzipped(two_kinds().data())
        name = "ppt/slides/slide1.xml"
        changed = re.sub(rb"<(/?)a:", rb"<\1y:", parts[name]).replace(b"xmlns:a=", b"xmlns:y=")
        with pytest.raises(TemplateError, match="unusual way"):
            Template(zipped(parts | {name: changed}))

    def test_an_excel_file_is_told(self) -> None:
        parts = unzipped(two_kinds().data())
        excel = b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
        types = re.sub(rb"application/[^\"]*presentation.main\+xml", excel, parts["[Content_Types].xml"])
        with pytest.raises(TemplateError, match="not a Word or PowerPoint file"):
            Template(zipped(parts | {"[Content_Types].xml": types}))

    @pytest.mark.parametrize(
        "name", ["pictured(0, 0, 9, 9)", "along(0, 9)", "scaled(1)", "framed", "stacked(1, 2)", "extent(9)"]
    )
    def test_the_engines_own_filters_are_not_for_templates(self, name: str) -> None:
        for make in (word, lambda text: Draft().add(text).data()):
            with pytest.raises(TemplateError, match="doesn't exist"):
                Template(make(f"{{{{ 1|{name} }}}}"))

    def test_too_many_slides_are_told_before_any_work(self) -> None:
        told = problems(two_kinds(), [("opening", {"title": "x"})] * 5_001)
        assert "can't have 5001 slides" in told

"""Checking templates that somebody has edited: everything wrong at once, with its place and what to do about it."""

from __future__ import annotations

import io
import re
import shutil
import time
from pathlib import Path

import docx
import pytest
from PIL import Image

import ledertrivsel_docs as ld
from ledertrivsel_docs.errors import Problem
from ledertrivsel_docs.models.template_fields import stems_with_fields
from ledertrivsel_docs.resources import templates_folder
from ledertrivsel_docs.template_check import check_template, check_templates
from tests.support.edited import changed, ours, slide_of, told, with_paragraphs, with_xml
from tests.support.office import libreoffice, needs_tool
from tests.support.packages import unzipped, zipped
from tests.support.word import MAIN, word

# What is written, and words of what is told about it: the same in Word and in PowerPoint.
WRONG = {
    "never opened": (("x }}",), "“}}” has no partner"),
    "never closed": (("{{ title",), "“{{” has no partner"),
    "spanning paragraphs": (("{{ title", "}}"), "“{{” has no partner"),
    "a block never closed": (("{% if title %}x",), "The block {% if title %} is never closed. Add {% endif %}"),
    "a stray end": (("x{% endif %}",), "{% endif %} closes or divides a block that isn't open"),
    "crossing blocks": (
        ("{% for i in steps %}{% if title %}{% endfor %}{% endif %}",),
        "{% endfor %} closes or divides a block that isn't open",
    ),
    "ends in two paragraphs": (("{% if title %}x", "y{% endif %}"), "stand in different parts"),
    "an unknown filter": (("{{ title|uper }}",), "uses “uper”, which doesn't exist. There is upper"),
    "an unknown test": (("{% if title is defind %}x{% endif %}",), "uses “defind”, which doesn't exist"),
    "content beside a prefix tag": (("x {%p if title %}", "{%p endif %}"), "“x”, which would be lost"),
    "a row tag outside a table": (("{%tr for i in steps %}", "{%tr endfor %}"), "has no such part around it"),
    "an unknown field": (("{{ titel }}",), "There is no field “titel”. Did you mean “title”?"),
    "an unknown field of a group": (("{{ header.step }}",), "“header” has no field “step”. Did you mean “steps”?"),
    "a field of a text": (("{{ title.text }}",), "“title” is a text and has no field “text”"),
    "a list printed": (("{{ header.steps }}",), "“header.steps” is a list, which can't be printed by itself. Go"),
    "a group printed": (("{{ header }}",), "“header” is not a text by itself. Print one of its fields: header."),
    "a text looped over": (("{% for i in title %}{{ i }}{% endfor %}",), "“title” is not a list"),
    "a field of a list": (("{{ header.steps.label }}",), "“header.steps” is a list; the field “label” can be one"),
    "a loop variable outside": (
        ("{% for step in header.steps %}{{ step.label }}{% endfor %}{{ step.label }}",),
        "“step” is known only between {% for %} and its {% endfor %}",
    ),
    "loop outside a loop": (("{{ loop.index }}",), "“loop” is known only between"),
    "a name that no loop has": (
        ("{% for i in header.steps %}{{ loop.indx }}{{ i.label }}{% endfor %}",),
        "A loop has no “indx”. Did you mean “index”?",
    ),
    "an unknown field in a loop": (
        ("{% for step in header.steps %}{{ step.lable }}{% endfor %}",),
        "“step” has no field “lable”. Did you mean “label”?",
    ),
    "an unknown field in a filter": (("{{ title|default(titel) }}",), "There is no field “titel”"),
    "an unknown attribute of map": (
        ("{{ header.steps|map(attribute='lable')|join }}",),
        "has no field “lable”. Did you mean “label”?",
    ),
    "a character that XML forbids": ((r"{{ '\x01' }}",), "the character U+0001, which XML forbids"),
    "nothing to repeat": (("{%p for i in header.steps %}", "{%p endfor %}"), "nothing between {% for %} and"),
    "yes or no printed": (
        ("{% for i in header.steps %}{{ i.current }}{% endfor %}",),
        "“i.current” is yes or no, and prints as True or False",
    ),
}  # fmt: skip
FINE = [
    "{% for i in header.steps %}{% if i.current %}{{ loop.index }}. {{ i.label|upper }}{% endif %}{% endfor %}",
    "{% set x = header.steps|first %}{{ x.label }} {% with y = title %}{{ y }}{% endwith %}",
    "{{ header.steps|map(attribute='label')|join(', ') }} {{ header.steps|length }} {{ header.steps[0].label }}",
    "{% for i in header.steps if i.current %}{{ i['label'] }}{% else %}{{ title.upper() }}{% endfor %}",
    "{{ title ~ ' ' ~ lead if lead else title }} {% for n in range(3) %}{{ n }}{% endfor %}",
    "{% for i in header.steps|selectattr('current')|list + header.steps|reverse|list %}{{ i.label }}{% endfor %}",
]
STEMS = {"docx": ("cases", "text, paragraph"), "pptx": ("deck", "slide “exercise”, shape “Titel”, paragraph")}


@pytest.mark.parametrize("suffix", STEMS)
@pytest.mark.parametrize("kind", WRONG)
def test_tells_what_is_wrong(kind: str, suffix: str) -> None:
    stem, place = STEMS[suffix]
    texts, words = WRONG[kind]
    found = told(with_paragraphs(stem, *(text.replace("in steps", "in header.steps") for text in texts)), stem)
    line = next((line for line in found if words in line), None)
    assert line is not None, found
    assert re.match(rf"(\? )?{stem}\.{suffix}: {place} \d+: ", line), line


@pytest.mark.parametrize("suffix", STEMS)
@pytest.mark.parametrize("text", FINE)
def test_says_nothing_about_what_works(text: str, suffix: str) -> None:
    stem, _ = STEMS[suffix]
    assert told(with_paragraphs(stem, text), stem) == []


@pytest.mark.parametrize("suffix", STEMS)
def test_one_slip_hides_no_other(suffix: str) -> None:
    """Where the tags of a part don't fit together, its fields are looked at all the same."""
    stem, _ = STEMS[suffix]
    found = told(with_paragraphs(stem, "{% if title %}", "{{ titel }}", "{{ title|uper }}", "{{ hed }} }}"), stem)
    for words in ("never closed", "“titel”", "“uper”", "“hed”", "“}}”"):
        assert any(words in line for line in found), (words, found)


def test_our_templates_are_as_they_should_be() -> None:
    assert check_templates(templates_folder()) == []


def test_our_templates_saved_by_libreoffice_have_no_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_tool("soffice")
    for suffix in ("docx", "pptx"):
        (tmp_path / suffix).mkdir()
        files = sorted((templates_folder() / suffix).glob(f"*.{suffix}"))
        for made, file in zip(libreoffice(files, tmp_path / "made", suffix), files, strict=True):
            shutil.move(made, tmp_path / suffix / file.name)
    shutil.rmtree(tmp_path / "made")
    # What it takes of marks for screen readers is told by other rules, which aren't about tags.
    monkeypatch.setattr("ledertrivsel_docs.template_check.one_file.hard_to_use", lambda *_: [])
    found = check_templates(tmp_path)
    assert [str(problem) for problem in found if "plain text now" not in str(problem)] == []
    assert all(problem.warning for problem in found)


class TestCompared:
    def test_fields_left_out_are_told_on_one_line(self) -> None:
        gone = changed(ours("coaching"), MAIN, lambda xml: xml.replace("{{ quoted }}", "").replace("{{ lead }}", ""))
        (line,) = [line for line in told(gone, "coaching") if "doesn't use" in line]
        assert line.startswith("? coaching.docx: The template doesn't use these fields: lead (")
        assert "quoted (Citatet fra kilden)" in line

    def test_a_form_field_that_is_gone_is_told_by_its_label(self) -> None:
        control = r"<w:sdt>(?:(?!</w:sdt>).)*\{\{ answers\.goal \}\}.*?</w:sdt>"
        gone = changed(ours("action-card"), MAIN, lambda xml: re.sub(control, "", xml, count=1, flags=re.DOTALL))
        assert any(
            "? " in line and "The form field “{{ labels.goal }}” is gone" in line for line in told(gone, "action-card")
        )

    def test_a_form_field_made_plain_text_is_told(self) -> None:
        control = (
            r"<w:sdt>(?:(?!</w:sdt>).)*(<w:r>(?:(?!</w:r>).)*\{\{ answers\.goal \}\}.*?</w:r>)</w:sdtContent></w:sdt>"
        )
        plain = changed(ours("action-card"), MAIN, lambda xml: re.sub(control, r"\1", xml, count=1, flags=re.DOTALL))
        found = told(plain, "action-card")
        assert any("These form fields are plain text now: {{ labels.goal }}." in line for line in found), found

    def test_a_style_that_is_gone_is_told_where_it_is_used(self) -> None:
        style = r'<w:style [^>]*w:styleId="FormLabel".*?</w:style>'
        gone = changed(ours("action-card"), "word/styles.xml", lambda xml: re.sub(style, "", xml, flags=re.DOTALL))
        assert any("text, table 1" in line and "“FormLabel” is used" in line for line in told(gone, "action-card"))

    def test_a_table_style_that_is_gone_is_told(self) -> None:
        style = r'<w:style [^>]*w:styleId="FormTable".*?</w:style>'
        gone = changed(ours("coaching"), "word/styles.xml", lambda xml: re.sub(style, "", xml, flags=re.DOTALL))
        assert any("The table style “FormTable” of our forms is gone" in line for line in told(gone, "coaching"))

    def test_a_header_row_that_is_gone_is_told(self) -> None:
        gone = changed(ours("run-sheet"), MAIN, lambda xml: re.sub(r"<w:tblHeader[^>]*/>", "", xml))
        assert any("no header row" in line and "text, table" in line for line in told(gone, "run-sheet"))

    def test_a_kind_of_slide_that_is_missing_is_an_error(self) -> None:
        renamed = changed_notes("{%slide exercise %}", "{%slide exercis %}")
        found = told(renamed, "deck")
        assert any(line.startswith("deck.pptx: There is no slide of the kind “exercise”") for line in found), found
        assert any("No deck shows a slide of the kind “exercis”. Did you mean “exercise”?" in line for line in found)

    def test_a_slide_of_no_kind_is_told(self) -> None:
        assert any("The slide is of no kind" in line for line in told(changed_notes("{%slide exercise %}", ""), "deck"))

    def test_a_slide_without_a_title_is_told(self) -> None:
        gone = changed(
            ours("deck"), slide_of("deck", "exercise"), lambda xml: xml.replace('<p:ph type="title"/>', "<p:ph/>")
        )
        assert any("slide “exercise”: The slide has no title any more" in line for line in told(gone, "deck"))

    def test_a_theme_that_can_be_dragged_keeps_its_name(self) -> None:
        part = slide_of("deck", "map")
        gone = changed(ours("deck"), part, lambda xml: xml.replace("theme:{{ theme.id }}", "Tekstfelt"))
        assert any("slide “map”: The shape “theme:{{ theme.id }}” is gone" in line for line in told(gone, "deck"))

    def test_a_field_that_may_be_missing_is_asked_for(self) -> None:
        bare = with_paragraphs("run-sheet", "{{ told.title }}")
        assert any("“told” isn't always there. Put it between {% if told" in line for line in told(bare, "run-sheet"))
        asked = with_paragraphs("run-sheet", "{% if told is defined %}{{ told.title }}{% endif %}")
        assert told(asked, "run-sheet") == []


def changed_notes(old: str, new: str) -> bytes:
    data = ours("deck")
    for name, content in unzipped(data).items():
        if name.startswith("ppt/notesSlides/n") and old in content.decode():
            return changed(data, name, lambda xml: xml.replace(old, new))
    raise AssertionError(old)


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ("word/comments.xml", "a comment"),
        ("word/charts/chart1.xml", "a chart"),
        ("word/diagrams/data1.xml", "a SmartArt drawing"),
        ("docProps/app.xml", "the properties of the file"),
        ("customXml/item1.xml", "what an add-in keeps"),
    ],
)
def test_tags_that_nothing_fills_are_told(part: str, where: str) -> None:
    data = zipped(unzipped(ours("cases")) | {part: b"<x><y>{{ ti</y><y>tle }}</y></x>"})
    assert any(f"{{{{ title }}}} stands where nothing fills it: {where}." in line for line in told(data, "cases"))


def test_tracked_changes_are_told() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>{{ title }}</w:delText></w:r></w:del></w:p>"
    found = told(with_xml("cases", deleted), "cases")
    assert any("A tag stands in text that is deleted" in line for line in found)
    assert any("The template has tracked changes" in line for line in found)


def test_a_character_that_no_xml_can_hold_is_named() -> None:
    data = changed(ours("cases"), MAIN, lambda xml: xml.replace("{{ title }}", "&#x1;{{ title }}", 1))
    assert told(data, "cases") == [
        "cases.docx: The part word/document.xml holds the character U+0001, which XML forbids. Delete it; it is usually"
        " invisible and came along with copied text."
    ]


class TestFolder:
    def test_every_file_is_looked_at(self, tmp_path: Path) -> None:
        (tmp_path / "docx").mkdir()
        (tmp_path / "pptx").mkdir()
        (tmp_path / "docx" / "cases.docx").write_bytes(with_paragraphs("cases", "{{ titel }}"))
        (tmp_path / "docx" / "coaching.docx").write_bytes(b"no zip")
        (tmp_path / "docx" / "actioncard.docx").write_bytes(ours("action-card"))
        (tmp_path / "docx" / "~$cases.docx").write_bytes(b"Word is open")
        (tmp_path / "docx" / "plan.dotx").write_bytes(ours("plan"))
        (tmp_path / "pptx" / "cases.docx").write_bytes(ours("cases"))
        (tmp_path / "brand.yaml").write_text("name: x\ncolour: red\n", encoding="utf-8")
        found = [str(problem) for problem in check_templates(tmp_path)]
        for words in (
            "docx/cases.docx: text, paragraph",
            "docx/coaching.docx: This is not a Word",
            "docx/actioncard.docx: No document uses a template called “actioncard”. Did you mean “action-card”?",
            "docx/plan.dotx: A template is a .docx or .pptx file.",
            "pptx/cases.docx: Nothing uses the template here. Its place is docx/cases.docx.",
            "brand.yaml:2: ",
        ):
            assert sum(line.startswith(words) for line in found) == 1, (words, found)
        assert not any("~$" in line for line in found)

    def test_a_folder_that_isnt_there_or_empty_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(ld.InputError, match="no such folder"):
            check_templates(tmp_path / "x")
        assert "no template" in str(check_templates(tmp_path)[0])


def test_accessibility_faults_are_told_once_for_each_rule() -> None:
    document = docx.Document(io.BytesIO(ours("cases")))
    picture = io.BytesIO()
    Image.new("RGB", (30, 30), "red").save(picture, "PNG")
    for _ in range(3):
        document.paragraphs[0].add_run().add_picture(picture)
    file = io.BytesIO()
    document.save(file)
    told = [str(problem) for problem in check_template(file.getvalue(), "cases")]
    assert len([one for one in told if "(3 places, the first here.)" in one]) == 1, told


def test_any_word_file_is_told_about_and_nothing_breaks() -> None:
    for stem in stems_with_fields():
        assert all(isinstance(problem, Problem) for problem in check_template(word("Hej {{ titel }}"), stem))


def test_a_check_is_quick() -> None:
    check_template(ours("coaching"), "coaching")
    started = time.process_time()
    check_template(with_paragraphs("coaching", "x"), "coaching")
    assert time.process_time() - started < 3

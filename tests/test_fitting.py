"""A deck is fitted to its template: what becomes smaller, what goes on on a next slide, and what is cut."""

from __future__ import annotations

import re
from copy import deepcopy
from math import ceil
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.util import Pt

from ledertrivsel_docs.documents.slides import Deck, Slide
from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.fitting import FittedDeck, fitted
from ledertrivsel_docs.measuring import face
from tests.support.decks import A, Draft, lines, slides

WORDS = {
    "continued": "{title} ({number} of {count})",
    "again": "{title} #{number}",
    "whole": "Whole: ",
    "go_on": "See before",
}
SENTENCE = "Vi taler om det, vi ser, og ikke om det, vi tror. "
LOOP = ("{%p for item in items %}", "{{ item }}", "{%p endfor %}")
AT = (1.0, 2.0, 6.0, 2.0)  # inches


def shrinking(draft: Draft, size: float) -> Draft:
    """The text of the last shape is set to fit its box."""
    frame = draft.slide.shapes[-1].text_frame
    frame.auto_size, frame.word_wrap = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE, True
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return draft


def template(*paragraphs: str, size: float = 20, at: tuple[float, float, float, float] = AT) -> Template:
    """A template with one kind of slides: a title, and a text that fits its box."""
    draft = Draft().add("{{ title }}", notes="{%slide one%}").box(*paragraphs, name="Box", at=at)
    return Template(shrinking(draft, size).data())


def deck(*contexts: dict[str, Any], **common: Any) -> Deck:
    return Deck(common, tuple(Slide("one", {"title": "T", "notes": [], **context}, row=7) for context in contexts))


def fit(made: Template, *contexts: dict[str, Any], **common: Any) -> FittedDeck:
    return fitted(made, deck(*contexts, **common), WORDS)


def titles(found: FittedDeck) -> list[str]:
    return [slide.context["title"] for slide in found.slides]


def items(found: FittedDeck, name: str = "items") -> list[Any]:
    return [item for slide in found.slides for item in slide.context[name]]


def letters(texts: Any) -> str:
    """What is said, without the blanks that a line break may take the place of."""
    return re.sub(r"\s", "", "".join(texts))


def fits_everywhere(made: Template, found: FittedDeck) -> bool:
    return all(one.fits for slide in found.slides for one in made.fits(slide.kind, {**found.common, **slide.context}))


def scale(found: FittedDeck) -> int:
    """Of the box on the first slide."""
    return found.scales[0].get(1, 100)


class TestType:
    @pytest.mark.parametrize(("size", "least"), [(40, 32), (32, 32), (24, 18), (20, 18), (18, 14), (14, 14), (12, 12)])
    def test_steps_down_to_its_floor_and_no_further(self, size: float, least: float) -> None:
        made = template("{{ text }}", size=size)
        contexts = [{"title": "T", "text": SENTENCE * count} for count in (1, 2, 4, 6, 8, 10, 14, 20, 400)]
        sizes = [made.fits("one", context)[1].scale * size / 100 for context in contexts]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[0] == size
        assert least <= sizes[-1] < least + size / 100

    def test_of_a_title_stays_large(self) -> None:
        found = fit(template("{{ text }}"), {"title": SENTENCE * 10, "text": ""})
        assert 32 <= found.scales[0][0] * 44 / 100 < 32.44

    def test_of_two_sizes_stops_at_the_floor_that_comes_first(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide one%}").box("{{ a }}", "{{ b }}", at=AT)
        shrinking(draft, 24)
        draft.slide.shapes[-1].text_frame.paragraphs[1].runs[0].font.size = Pt(15)
        texts = {"title": "T", "a": SENTENCE * 9, "b": SENTENCE * 9}
        assert Template(draft.data()).fits("one", texts)[1].scale == 94

    def test_is_written_where_powerpoint_looks_for_it(self) -> None:
        made = template("{{ text }}", size=24)
        found = fit(made, {"text": SENTENCE * 6}, {"title": "U", "text": "kort"})
        order = [(slide.kind, slide.context) for slide in found.slides]
        shown = slides(made.render(order, common=found.common, scales=found.scales))
        written = [[fitting.get("fontScale") for fitting in one.iter(f"{A}normAutofit")] for one in shown]
        assert written == [["100000", f"{scale(found)}000"], ["100000", "100000"]]
        assert scale(found) < 100


class TestMeasures:
    """A box that one line of 14 points just fits into, and a text that just fits into the line."""

    TEXT = "Vi taler om det, vi ser i dag hos os"

    def has_room(self, properties: str, text: str = TEXT, size: float = 14) -> bool:
        width = face("Calibri", bold=False).width(self.TEXT, 14) / 72 + 0.25  # inches, with the margins
        draft = Draft().add("{{ title }}", notes="{%slide one%}").box("{{ text }}", at=(1, 2, width, 0.35))
        shrinking(draft, size)
        look = parse_xml(f'<a:pPr xmlns:a="{A[1:-1]}" {properties}</a:pPr>')
        draft.slide.shapes[-1].text_frame.paragraphs[0]._p.insert(0, look)
        return Template(draft.data()).fits("one", {"title": "T", "text": text})[1].fits

    def test_a_line(self) -> None:
        assert self.has_room(">")
        assert not self.has_room(">", self.TEXT + " ja")

    def test_text_begins_behind_its_bullet(self) -> None:
        assert not self.has_room('marL="228600" indent="-228600"><a:buChar char="•"/>')
        assert not self.has_room('marL="228600" indent="-228600"><a:buNone/>', "1\t" + self.TEXT)

    @pytest.mark.parametrize(
        ("space", "fits"),
        [
            ('lnSpc><a:spcPct val="100000"/></a:lnSpc', True),
            ('lnSpc><a:spcPct val="120000"/></a:lnSpc', False),
            ('lnSpc><a:spcPts val="1600"/></a:lnSpc', True),
            ('lnSpc><a:spcPts val="2400"/></a:lnSpc', False),
            ('spcBef><a:spcPts val="9000"/></a:spcBef', True),
            ('spcAft><a:spcPts val="900"/></a:spcAft', False),
        ],
    )
    def test_spaces_that_a_paragraph_states(self, space: str, fits: bool) -> None:
        assert self.has_room(f"><a:{space}>") is fits


class TestLists:
    def test_go_on_whole_and_in_order(self) -> None:
        made, texts = template(*LOOP), [f"{number} {SENTENCE}" for number in range(30)]
        found = fit(made, {"items": texts})
        count = len(found.slides)
        assert items(found) == texts
        assert titles(found) == [f"T ({number} of {count})" for number in range(1, count + 1)]
        assert fits_everywhere(made, found)
        assert [len(slide.context["notes"]) for slide in found.slides] == [0, *[1] * (count - 1)]
        assert found.by_row() == {7: list(range(1, count + 1))}

    def test_that_have_room_stay_on_one_slide(self) -> None:
        found = fit(template(*LOOP), {"items": ["a", "b"]}, {"title": "U", "items": []})
        assert titles(found) == ["T", "U"]

    def test_take_no_more_slides_than_they_need(self) -> None:
        made, texts = template(*LOOP), [SENTENCE] * 12
        found = fit(made, {"items": texts})
        most = max(count for count in range(1, 13) if len(fit(made, {"items": texts[:count]}).slides) == 1)
        assert len(found.slides) == ceil(12 / most)

    def test_are_about_equally_long(self) -> None:
        made = template(*LOOP)
        for total in range(5, 40):
            lengths = [len(slide.context["items"]) for slide in fit(made, {"items": [SENTENCE] * total}).slides]
            assert sum(lengths) == total
            assert max(lengths) - min(lengths) <= 1, lengths

    def test_beside_one_that_goes_on_stay_as_they_are(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide one%}").box(*LOOP, at=AT)
        shrinking(draft, 20).box("{%p for x in others %}", "{{ x }}", "{%p endfor %}", at=(1, 4, 6, 2))
        found = fit(Template(shrinking(draft, 20).data()), {"items": [SENTENCE] * 9, "others": ["a", "b"]})
        assert len(found.slides) > 1
        assert [slide.context["others"] for slide in found.slides] == [["a", "b"]] * len(found.slides)

    def test_leave_a_text_in_their_box_whole(self) -> None:
        made = template("{{ head }}", *LOOP)
        found = fit(made, {"head": "Temaer", "items": [SENTENCE] * 20})
        assert {slide.context["head"] for slide in found.slides} == {"Temaer"}
        assert items(found) == [SENTENCE] * 20
        assert fits_everywhere(made, found)

    def test_of_fields_keep_their_fields(self) -> None:
        made = template("{%p for item in items %}", "{{ item.label }}", "{{ item.text }}", "{%p endfor %}")
        fields = [{"label": str(number), "text": SENTENCE * number} for number in range(1, 6)]
        found = fit(made, {"items": fields})
        assert fits_everywhere(made, found)
        assert {item["label"] for item in items(found)} == set("12345")
        assert letters(item["text"] for item in items(found)) == letters(item["text"] for item in fields)

    def test_in_tables_go_on_in_rows(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide one%}")
        draft.table(
            ("What", "Who"), ("{%tr for row in rows %}", ""), ("{{ row.a }}", "{{ row.b }}"), ("{%tr endfor %}", "")
        )
        made = Template(draft.data())
        rows = [{"a": f"{number} {SENTENCE}", "b": "x"} for number in range(20)]
        found = fit(made, {"rows": rows})
        assert len(found.slides) > 1
        assert items(found, "rows") == rows
        assert fits_everywhere(made, found)
        shown = slides(made.render([(slide.kind, slide.context) for slide in found.slides]))
        assert all("What" in lines(one) for one in shown)


class TestLongItems:
    def test_are_divided_between_sentences(self) -> None:
        made = template(*LOOP)
        found = fit(made, {"items": [SENTENCE * 40]})
        assert all(item.strip().endswith("tror.") for item in items(found))
        assert letters(items(found)) == letters(SENTENCE * 40)
        assert fits_everywhere(made, found)

    @pytest.mark.parametrize("text", ["ord " * 400, "w" * 3000, " \n\n " + "w" * 3000 + "\n" * 90 + "."])
    def test_without_sentences_are_divided_where_they_can_be(self, text: str) -> None:
        made = template(*LOOP)
        found = fit(made, {"items": ["før", text, "efter"]})
        assert letters(items(found)) == letters(["før", text, "efter"])
        assert all(item.strip() for item in items(found))

    def test_in_a_box_for_nothing_do_no_harm(self) -> None:
        found = fit(template(*LOOP, at=(1, 2, 1, 0.2)), {"items": ["Vi taler om det.", "ja"]})
        assert letters(items(found)) == "Vitaleromdet.ja"


class TestTexts:
    def test_that_are_cut_stand_whole_in_the_notes(self) -> None:
        made, whole = template("{{ text }}"), SENTENCE * 30
        found = fit(made, {"text": whole, "notes": [{"label": "", "text": "Sig goddag"}]})
        (slide,) = found.slides
        shown = slide.context["text"]
        assert shown.endswith("…")
        assert whole.startswith(shown[:-1])
        assert slide.context["notes"] == [{"label": "Whole: ", "text": whole}, {"label": "", "text": "Sig goddag"}]
        assert fits_everywhere(made, found)

    def test_that_end_in_dots_of_their_own_are_as_good_as_others(self) -> None:
        whole = SENTENCE * 30 + "og så videre…"
        (slide,) = fit(template("{{ text }}"), {"text": whole}).slides
        assert slide.context["notes"][0]["text"] == whole

    def test_that_have_room_are_left_alone(self) -> None:
        context = {"title": "T", "notes": [], "text": SENTENCE}
        assert fit(template("{{ text }}"), context).slides[0].context == context

    def test_are_cut_no_further_than_they_have_to_be(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide one%}").box("{{ a }}", "{{ b }}", at=AT)
        found = fit(Template(shrinking(draft, 20).data()), {"a": SENTENCE * 30, "b": "Kort"})
        assert found.slides[0].context["b"] == "Kort"
        assert len(found.slides[0].context["notes"]) == 1

    def test_of_the_footer_are_cut_without_a_word_in_the_notes(self) -> None:
        draft = Draft().add("{{ title }}", notes="{%slide one%}")
        holder = next(one for one in draft.slide.slide_layout.placeholders if "Footer" in one.name)
        draft.slide.shapes._spTree.append(deepcopy(holder._element))
        draft.slide.shapes[-1].text_frame.text = "{{ footer }}"
        made = Template(draft.data())
        found = fit(made, {}, footer=SENTENCE * 9)
        assert found.slides[0].context["footer"].endswith("…")
        assert found.slides[0].context["notes"] == []
        assert fits_everywhere(made, found)


class TestTitles:
    def test_that_are_taken_get_a_number(self) -> None:
        made = template("{{ text }}")
        found = fit(made, *({"title": title, "text": ""} for title in ("Ja", "JA", "Nej", "Ja", "Ja #2")))
        assert titles(found) == ["Ja", "JA #2", "Nej", "Ja #3", "Ja #2 #2"]

    def test_are_different_after_a_cut_as_well(self) -> None:
        made, long = template(*LOOP), SENTENCE * 10
        found = fit(made, *({"title": long + end, "items": [SENTENCE] * 9} for end in "abc"))
        assert len({title.casefold() for title in titles(found)}) == len(found.slides) > 3
        assert all("(" in title or "#" in title for title in titles(found))
        assert fits_everywhere(made, found)
        told = [[note["text"] for note in slide.context["notes"]] for slide in found.slides]
        assert sorted(one for one in told if one[0] != "See before") == [[long + end] for end in "abc"]


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]) | st.sampled_from(" .\n\t-–…æ\u0301\u200b🙂"),
    max_size=200,
)
BOX, LIST = template("{{ text }}"), template(*LOOP)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.integers(1, 30)).map(lambda pair: pair[0] * pair[1]), max_size=12), TEXTS)
def test_nothing_of_any_list_is_lost(texts: list[str], title: str) -> None:
    found = fit(LIST, {"title": title, "items": texts}, {"title": title, "items": texts[:1]})
    assert letters(items(found)) == letters([*texts, *texts[:1]])
    assert len({one.casefold() for one in titles(found)}) == len(found.slides)
    assert fits_everywhere(LIST, found)


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.integers(1, 60))
def test_any_text_fits_and_is_somewhere_whole(text: str, times: int) -> None:
    (slide,) = (found := fit(BOX, {"text": text * times})).slides
    assert fits_everywhere(BOX, found)
    assert text * times in (slide.context["text"], *(note["text"] for note in slide.context["notes"]))

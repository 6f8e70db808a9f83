"""A deck is fitted to its template: type becomes smaller, texts are cut and stand whole in the notes, titles differ."""

from __future__ import annotations

from copy import deepcopy

import pytest
from pptx.oxml import parse_xml
from pptx.util import Pt

from ledertrivsel_docs.engine import Template
from ledertrivsel_docs.measuring import face
from tests.support.decks import A, Draft, slides
from tests.support.fitted_decks import AT, LOOP, SENTENCE, fit, fits_everywhere, scale, shrinking, template, titles


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

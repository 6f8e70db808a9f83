"""A list that has no room goes on on a next slide: whole, in order, and no item is lost."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledertrivsel_docs.engine import Template
from tests.support.decks import Draft, lines, slides
from tests.support.fitted_decks import (
    AT,
    LOOP,
    SENTENCE,
    fit,
    fits_everywhere,
    items,
    letters,
    shrinking,
    template,
    titles,
)


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

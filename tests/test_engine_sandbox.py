"""A template can't break out of the engine, and a small one can't take all memory or time."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from ledertrivsel_docs.engine import Template, budget
from ledertrivsel_docs.errors import TemplateError
from tests.support.word import texts, word

HUGE = "10**9"
DOUBLING = "{% set x = 'aaaaaaaaaa' %}"
BREAKING_OUT = [
    *("{{ ''.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ a.__init__.__globals__ }}", "{{ a['__class__'] }}"),
    *("{{ cycler.__init__.__globals__ }}", "{{ lipsum.__globals__ }}", "{{ namespace() }}", "{{ joiner() }}"),
    *(
        "{{ a.append(1) }}",
        "{{ a.clear() }}",
        "{{ ''|attr('__class__') }}",
        "{{ a|map(attribute='__class__')|list|first }}",
    ),
    *(
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '%s' % a }}",
        "{{ self.__init__ }}",
        "{{ loop }}",
        "{{ run }}",
        "{{ __run__ }}",
    ),
]
BLOWING_UP = [
    *(f"{{{{ 'a' * {HUGE} }}}}", f"{{{{ {HUGE} * 'a' }}}}", f"{{{{ [1] * {HUGE} }}}}", f"{{{{ 2**{HUGE} }}}}"),
    *("{{ 9**9**9**9 }}", "{{ '%999999999d' % 1 }}", "{{ '{:999999999}'.format(1) }}", "{{ '{:>9}'.format_map({}) }}"),
    *("{{ 'a'.ljust(999999999) }}", "{{ 'a'.center(999999999) }}", "{{ 'a'.zfill(999999999) }}", "{{ 'a'.join('b') }}"),
    *("{{ 'a\t'.expandtabs(999999999) }}", "{{ 'a'.replace('a', 'b') }}", "{{ (1).to_bytes(999999999, 'big') }}"),
    *("{{ range(999999999) }}", "{% for i in range(10**9) %}x{% endfor %}", "{{ 1|round(999999999) }}"),
    *("{{ 1.5|round(999999999, 'ceil') }}", "{{ [1]|batch(999999999, 'x')|list }}", "{{ [1]|slice(999999999)|list }}"),
    "{% set x = range(99999)|join('aaaaa') %}{{ x|join(x)|length }}",
    "{% set x = range(99999)|join('aaaaa') %}{{ x|replace('a', x)|length }}",
    "{{ [[1]]|sum(start=[])|length }}",
    DOUBLING + "{% set x = x ~ x %}" * 40 + "{{ x|length }}",
    DOUBLING + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    DOUBLING + "{% set x = [x, x]|join %}" * 40 + "{{ x|length }}",
    DOUBLING + "{% set x = [x, x] %}" * 40 + "{{ x }}",
    DOUBLING + "{% set x = [x, x] %}" * 40 + "{{ x|string|length }}",
    DOUBLING + "{% set x = [x, x] %}" * 40 + "{{ [x]|join|length }}",
    "{% set x = a %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    "{% for i in range(99999) %}" * 4 + "x" + "{% endfor %}" * 4,
    "{% for i in range(99999) %}" * 4 + "{% endfor %}" * 4,
    "{% for i in range(99999)|map('upper') %}{% for j in range(99999)|select %}{% endfor %}{% endfor %}",
    "{% set x = range(99999)|join('aaaaaaaa') %}{% for i in range(99999) %}{{ x }}{% endfor %}",
]


def refused(tag: str) -> str:
    with pytest.raises(TemplateError) as caught:
        Template(word("first", tag), name="brev.docx").render({"a": [1, 2]})
    return str(caught.value)


@pytest.mark.parametrize("tag", BREAKING_OUT)
def test_nothing_to_break_out_with(tag: str) -> None:
    assert refused(tag).startswith("brev.docx: text, paragraph 2: ")


@pytest.mark.parametrize("tag", BLOWING_UP)
def test_a_small_template_takes_no_great_room_or_time(tag: str) -> None:
    template = Template(word("first", tag), name="brev.docx")
    started = time.perf_counter()
    with pytest.raises(TemplateError) as caught:
        template.render({"a": [1, 2]})
    assert time.perf_counter() - started < 20  # on a busy machine; without limits it takes hours
    assert str(caught.value).startswith("brev.docx: text, paragraph 2: {")


def test_the_memory_of_a_refused_render_is_small() -> None:
    made = Template(word("{% set x = range(9999)|join('aaaaaaaaaaaaaaa') %}{{ x|replace('a', x)|length }}"))
    tracemalloc.start()
    try:
        with pytest.raises(TemplateError):
            made.render({})
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_a_document_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_PART", 100_000)
    assert "grows beyond" in refused("{% for i in range(9999) %}{{ 'xxxxxxxxxxxxxxxxxxxx' }}{% endfor %}")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ 2 * 3 + 1 }} {{ 7 % 4 }} {{ 2**8 }}", "7 3 256"),
        ("{{ 'a' + 'b' }}{{ 'c' ~ 1 ~ none }}", "abc1None"),
        ("{{ [3, 1]|sort|join(', ') }} {{ rows|join('/', attribute='n') }}", "1, 3 1/2"),
        ("{{ ' x '.strip().upper() }} {{ 'a-b'|replace('-', '+') }} {{ 'a b'.split()[1] }}", "X a+b b"),
        ("{{ 2.345|round(1) }} {{ [1, 2]|sum }} {{ rows|sum(attribute='n') }}", "2.3 3 3"),
        ("{% for three in [1, 2, 3, 4]|batch(3) %}{{ three|join }};{% endfor %}", "123;4;"),
        ("{% for half in [1, 2, 3]|slice(2) %}{{ half|join }};{% endfor %}", "12;3;"),
        ("{% for row in rows %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ row.get('n') }}{% endfor %}", "1a12b2"),
        ("{% for key, n in rows[0].items() %}{{ key }}{{ n }}{% endfor %}", "n1"),
    ],
)
def test_everyday_expressions_work(tag: str, text: str) -> None:
    assert texts(Template(word(tag)).render({"rows": [{"n": 1}, {"n": 2}]})) == [text]

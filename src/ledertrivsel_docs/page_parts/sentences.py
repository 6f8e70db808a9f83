"""Running text whose unknown words can be written where they belong."""

from __future__ import annotations

from lxml import etree

from .forms import Field, control
from .markup import paragraph, run, statement


def sentence(style: str, name: str = "line") -> etree._Element:
    """A bold label where there is one, then text, links and places to write; `name` as a tag has it."""
    return paragraph(
        style,
        run(f"{{% if {name}.label %}}"),
        run(f"{{{{ {name}.label }}}}", "Strong"),
        run(f"{{% endif %}}{{% for piece in {name}.pieces %}}{{% if piece.key %}}"),
        control(Field("{{ piece.key }}", "{{ piece.name }}", "{{ piece.text }}")),
        run("{% else %}"),
        run("{{ piece.text }}"),
        run("{% endif %}{% endfor %}"),
    )


def sentences(name: str) -> list[etree._Element]:
    """The paragraphs of a list of that name: in a list, close to the next one, or by themselves."""
    return [
        statement(f"{{%p for line in {name} %}}"),
        statement("{%p if line.bullet %}"),
        sentence("TableBullet"),
        statement("{%p elif line.close %}"),
        sentence("FactValue"),
        statement("{%p else %}"),
        sentence("Normal"),
        statement("{%p endif %}"),
        statement("{%p endfor %}"),
    ]

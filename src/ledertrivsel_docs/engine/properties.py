"""The properties of a document: what Office shows under File > Info, and what our own files carry to be known again."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from .compiled import XML_HEAD
from .values import text_xml

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author and the like, and `custom` properties by name. No clock: `created` is what the caller says."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""
    language: str = ""
    created: datetime.date | None = None
    custom: Mapping[str, str] = field(default_factory=dict)

    def core_xml(self) -> bytes:
        """The core properties part (ECMA-376 part 2, 11); a text that XML can't hold is a `ValueProblem`."""
        texts = {
            "dc:title": self.title,
            "dc:subject": self.subject,
            "dc:creator": self.author,
            "cp:keywords": self.keywords,
            "dc:language": self.language,
        }
        body = "".join(f"<{tag}>{_text(text)}</{tag}>" for tag, text in texts.items() if text)
        if self.created:
            stamp = f"{self.created:%Y-%m-%d}T00:00:00Z"
            body += "".join(
                f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
                for name in ("created", "modified")
            )
        return (
            f"{XML_HEAD}<cp:coreProperties"
            ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{body}</cp:coreProperties>'
        ).encode()

    def custom_xml(self) -> bytes:
        """The custom properties part (ECMA-376 part 1, 15.2.12.2), every value a text."""
        body = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{_text(name)}">'
            f"<vt:lpwstr>{_text(value)}</vt:lpwstr></property>"
            for pid, (name, value) in enumerate(self.custom.items(), 2)
        )
        return (
            f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
            f' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{body}</Properties>'
        ).encode()


def _text(text: str) -> str:
    return text_xml(" ".join(text.split()))

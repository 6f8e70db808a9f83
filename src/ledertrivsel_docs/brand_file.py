"""A brand as a file to edit: the commented text of `content/brand-starter.yaml`, filled with a brand's values."""

from __future__ import annotations

from string import Template

from .models.brand import Brand
from .models.library import Library
from .models.palette import TINTED

_OFF = "# "


def brand_text(
    library: Library, brand: Brand | None = None, *, logo: str = "", templates: str = "", file: str = "brand.yaml"
) -> str:
    """The text of a brand file: what the brand has of its own is in use, the rest stands there as a comment.

    Args:
        library: the content, in whose words the file is written.
        brand: the brand; by default ours, for somebody to change.
        logo: the path of its logo, from the file's folder.
        templates: the path of its templates, from the file's folder.
        file: what the file is called.
    """
    given = brand or Brand.default()
    colours = {key: str(colour) for key, colour in given.colours.model_dump().items()}
    follows = Brand.model_validate({"colours": {"primary": colours["primary"]}}).colours
    own = {key: given.has_own_tint(key) for key in TINTED}
    values = {
        **colours,
        **{f"{key}_tint": given.tint(key) for key in TINTED},
        "file": file,
        "name": given.name or library.words["brand-sample"]["title_unnamed"],
        "logo": logo or "logo.png",
        "heading": given.fonts.heading,
        "body": given.fonts.body,
        "templates": templates or library.words["brand-sample"]["templates_folder"],
    }
    off = {
        "logo": not logo,
        "templates": not templates,
        "tints": not any(own.values()),
        **{key: brand is None or colours[key] == getattr(follows, key) for key in ("ink", "grey", "link", "green")},
        **{f"{key}_tint": not is_own for key, is_own in own.items()},
    }
    marks = {f"{key}_off": _OFF if is_off else "" for key, is_off in off.items()}
    return Template(library.brand_starter).substitute(values | marks)

"""A web service: a programme as JSON in, its kit as a zip out; and a blank action card for a theme.

    pip install fastapi uvicorn
    uvicorn --app-dir examples web_service:app
    curl -OJ --json '{"organisation": "Eksempel Kommune"}' localhost:8000/kits/samlet-plan
    curl -OJ localhost:8000/action-cards/sparring

What is wrong with a programme comes as 422: every problem with its path, in Danish, or in English where the browser
prefers it. A kit is 0.7 MB and takes a tenth of a second: it is made whole, and then streamed, so that no error is half
a zip.
"""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

import ledertrivsel_docs as ld


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, Any]]:
    """Reads the content and compiles all templates before the first request: six seconds, or one with a cache."""
    making: dict[str, Any] = {"library": ld.Library.default(), "cache": os.environ.get("LEDERTRIVSEL_CACHE")}
    ld.build_pack("alle", **making)
    yield {"making": making}


app = FastAPI(title="Ledertrivsel", lifespan=lifespan)


@app.post("/kits/{kit}")
def make_kit(kit: str, programme: dict[str, Any], request: Request) -> Response:  # without async: in a thread
    """A kit, filled; a programme that came as data opens no file."""
    pack = ld.build_pack(kit, ld.Programme.load(programme), **request.state.making)
    return StreamingResponse(pack.zip_chunks(), media_type="application/zip", headers=named(f"{pack.title}.zip"))


@app.get("/action-cards/{theme}")
def make_card(theme: str, request: Request) -> Response:
    """A blank action card for a theme, by its id or number."""
    card = ld.build_document("action-card", theme=theme, **request.state.making)
    return Response(card.bytes, media_type=card.media_type, headers=named(card.name))


def named(file: str) -> dict[str, str]:
    """The header that saves a file under its Danish name (RFC 6266)."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file, safe='')}"}


@app.exception_handler(ld.InputError)
def refused(request: Request, error: ld.InputError) -> JSONResponse:
    """Everything that is wrong: the path of the field, what is wrong with it, and what to write instead."""
    asked = re.findall(r"\b(da|en)\b[^,;]*(?:; *q=([\d.]+))?", request.headers.get("accept-language", "").lower())
    language, _ = max(asked, key=lambda found: found[1] or "1", default=("da", ""))
    tell = ld.translator(language)
    problems = [
        {"path": one.path, "message": one.message.told(tell), "remedy": one.remedy and one.remedy.told(tell)}
        for one in error.problems
    ]
    return JSONResponse({"problems": problems}, 422, {"Content-Language": language})

"""The examples, run by the commands of their README: what comes out says what they promise, and is what is pictured."""

from __future__ import annotations

import ast
import asyncio
import io
import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import docx
import httpx2
import pptx
import pytest
from fastapi.testclient import TestClient

import ledertrivsel_docs as ld
from examples import web_service
from tests.support.programmes import ROOT, filled
from tests.support.said import said
from tools import gallery

SOURCES = sorted((ROOT / "examples").glob("*.py"))
README = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")


def ran(name: str, folder: Path) -> str:
    """What an example prints; it has saved its files in the folder, and the README's picture shows them as they are."""
    printed = gallery.run_example(name, folder)
    pages = gallery.EXAMPLES_SHOWN[name]
    assert gallery.is_current(name, pages, folder), f"python tools/gallery.py {name}"
    return printed


def says(file: Path) -> str:
    return said(ld.Document("", file.name, "", "", file.read_bytes()))


def test_hr_makes_a_kit_from_a_file(tmp_path: Path) -> None:
    ran("pack", tmp_path / "ud")
    expected = ld.build_pack("samlet-plan", filled())
    assert {file.outcome for file in expected.save(tmp_path / "ud")} == {"unchanged"}
    assert "Byrådssalen" in says(tmp_path / "ud" / "1 Forbered" / "10 Invitation.docx")


def test_a_dask_cluster_makes_the_kits(tmp_path: Path) -> None:
    printed = ran("many_units", tmp_path / "ud")
    units = list(ld.read_units(ROOT / "examples" / "enheder.csv", ROOT / "examples" / "forloeb.yaml"))
    assert printed.splitlines() == [f"{unit.name}: made" for unit in units]
    kit = ld.build_pack("samlet-plan", units[0].programme)
    assert {found.outcome for found in kit.save(tmp_path / "ud" / units[0].name)} == {"unchanged"}


def test_the_lowest_scores_become_cards_that_leave_the_rest_to_people(tmp_path: Path) -> None:
    printed = ran("survey_cards", tmp_path / "ud")
    assert re.findall(r"35 Action card - (.+)\.docx", printed) == ["Restitution", "Sparring", "Nye ledere"]
    sheet = says(tmp_path / "ud" / "24 Arbejdsark - Sparring.docx")
    known = "”Jeg har nogen at drøfte svære sager med”: 2,4 af 5 (34 svar)"
    assert f"{known}, 4 enheder, fra 1,9 til 3,0." in sheet
    answers = ld.collect([tmp_path / "ud"])
    assert not answers.problems
    assert [sheet.assessment for sheet in answers.qualification] == [None] * 3
    assert [set(card.model_dump(exclude_defaults=True)) for card in answers.action_cards] == [
        {"theme", "follow_up", "source"}
    ] * 3
    assert answers.action_cards[2].follow_up == f"Vi spørger igen i næste måling. Nu: {known}."
    assert not any("Køkkenet" in says(file) for file in (tmp_path / "ud").glob("*.docx"))  # three answers only


def test_the_plan_holds_what_the_groups_wrote_and_where_they_disagree(tmp_path: Path) -> None:
    printed = ran("plan_from_cards", tmp_path / "ud").splitlines()
    assert printed[2] == "Gruppe 3.docx: Action card - Restitution: Hvad er målet? · Hvem er ansvarlig?"
    assert "Gruppe 2.docx: ”Gruppe 1.docx” har andre svar om ”Sparring”; begge er beholdt." in printed[3]
    assert len(printed) == 4
    plan = says(tmp_path / "ud" / "plan.docx")
    for goal in ("Alle ledere har en fast makker.", "Svære sager kommer på ledermødet.", "Ledere holder fri"):
        assert goal in plan
    assert "Kort 1a og 1b handler om samme tema og er ikke lagt sammen." in plan


def test_a_kit_in_the_corporate_look(tmp_path: Path) -> None:
    printed = ran("corporate_brand", tmp_path / "ud").splitlines()
    assert printed[-1] == "Samlet plan for ledertrivsel: 39 documents"
    assert not [line for line in printed[:-1] if "header.logo" not in line]  # the letterhead has its own
    kit = tmp_path / "ud" / "Samlet plan for ledertrivsel"
    [page, *_] = docx.Document(str(kit / "1 Forbered" / "10 Invitation.docx")).sections
    assert "Rådhuspladsen 1" in "".join(paragraph.text for paragraph in page.footer.paragraphs)
    logo = (ROOT / "examples" / "profil" / "logo.png").read_bytes()
    assert logo in [part.blob for part in page.header.part.related_parts.values() if "image" in part.content_type]
    deck: Any = pptx.Presentation(str(kit / "1 Forbered" / "12 Præsentation.pptx"))
    assert str(deck.slide_master.background.fill.fore_color.rgb) == "FBF6EC"
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)


def test_own_content_is_laid_over_ours(tmp_path: Path) -> None:
    printed = ran("own_content", tmp_path / "ud")
    own, plan = (tmp_path / "ud" / title for title in ("Trivselstjek hvert kvartal", "Samlet plan for ledertrivsel"))
    assert str(own / "2 Hold mødet" / "21 Dialogark.docx") in printed.splitlines()
    assert "Hvad har givet dig energi som leder siden sidst?" in says(own / "2 Hold mødet" / "21 Dialogark.docx")
    assert "9.00–9.45" in says(own / "1 Forbered" / "10 Drejebog.docx")
    invitation = says(plan / "1 Forbered" / "10 Invitation.docx").splitlines()
    assert "Kære kolleger" in invitation
    assert "Kære alle" not in invitation
    sheet = says(plan / "2 Kvalificer" / "24 Arbejdsark - Lederes arbejdstid.docx")
    assert "I hvor høj grad er det aftalt, hvornår ledere er på arbejde" in sheet


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(web_service.app) as client:
        yield client


def file_name(answer: httpx2.Response) -> str:
    disposition = answer.headers["Content-Disposition"]
    assert disposition.isascii()
    return unquote(disposition.removeprefix("attachment; filename*=UTF-8''"))


def test_a_kit_in_a_web_request(client: TestClient) -> None:
    data = {"organisation": "Ærø Kommune", "themes": {"selected": [3]}}
    answer = client.post("/kits/samlet-plan", json=data)
    pack = ld.build_pack("samlet-plan", ld.Programme.load(data))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/zip")
    assert answer.content == pack.zip_bytes()
    assert "Content-Length" not in answer.headers  # it is streamed
    assert file_name(answer) == "Samlet plan for ledertrivsel.zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == len(pack)


def test_a_card_in_a_web_request(client: TestClient, tmp_path: Path) -> None:
    answer = client.get("/action-cards/sparring")
    card = ld.build_document("action-card", theme="sparring")
    assert (answer.content, answer.headers["Content-Type"]) == (card.bytes, card.media_type)
    assert file_name(client.get("/action-cards/6")) == "35 Action card - Sygefravær.docx"
    ran("web_service", tmp_path / "ud")


WRONG = {"organisation": "Ærø", "participants": "mange", "workshops": {"prepare": {"date": "32.1.2027"}}}


@pytest.mark.parametrize(
    ("asked", "language", "told"),
    [
        ("da-DK,da;q=0.9,en;q=0.8", "da", "Datoen 32.1.2027 findes ikke."),
        ("en-GB, en;q=0.9, da;q=0.7", "en", "There is no such day as 32.1.2027."),
        ("en;q=0.3, da", "da", "Datoen 32.1.2027 findes ikke."),
        ("de, sv;q=0.5", "da", "Datoen 32.1.2027 findes ikke."),
    ],
)
def test_all_problems_come_in_the_readers_language(client: TestClient, asked: str, language: str, told: str) -> None:
    answer = client.post("/kits/samlet-plan", json=WRONG, headers={"Accept-Language": asked})
    assert (answer.status_code, answer.headers["Content-Language"]) == (422, language)
    problems = {tuple(problem["path"]): problem for problem in answer.json()["problems"]}
    assert list(problems) == [("participants",), ("workshops", "prepare", "date")]
    assert problems["workshops", "prepare", "date"]["message"] == told


@pytest.mark.parametrize(
    ("address", "data", "told"),
    [
        ("/kits/samlet-plam", {"organisation": "Ærø"}, "Mente du ”samlet-plan”?"),
        ("/kits/samlet-plan", {"organisation": "Ærø", "themes": {"selected": ["sparing"]}}, "Mente du ”sparring”?"),
        ("/kits/samlet-plan", {"organisation": "Ærø", "brand": "/etc/passwd"}, "Udelad den"),
    ],
)
def test_what_cannot_be_made_is_told_with_a_remedy(
    client: TestClient, address: str, data: dict[str, Any], told: str
) -> None:
    answer = client.post(address, json=data)
    [problem] = answer.json()["problems"]
    assert answer.status_code == 422
    assert told in problem["remedy"]


def test_kits_are_not_made_on_the_event_loop(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    build, on_the_loop = ld.build_pack, []

    def watched(*args: Any, **options: Any) -> ld.Pack:
        on_the_loop.append(asyncio._get_running_loop() is not None)
        return build(*args, **options)

    monkeypatch.setattr(ld, "build_pack", watched)
    assert client.post("/kits/lederrollen", json={"organisation": "Ærø"}).status_code == 200
    assert on_the_loop == [False]


@pytest.fixture
def address() -> Iterator[str]:
    """Where a server listens that was started by the README's command, on a free port."""
    command = [sys.executable, "-m", *gallery.commands()["web_service"], "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as server:
        late = threading.Timer(120, server.kill)
        late.start()
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        found = next((at for line in lines if (at := re.search(r"http://127\.0\.0\.1:\d+", line))), None)
        late.cancel()
        assert found is not None, "the server didn't start"
        yield found[0]
        server.terminate()
        server.communicate(timeout=30)


def test_many_requests_at_once_get_their_own_kits(address: str) -> None:
    names = [f"Enhed {number % 3}" for number in range(12)]

    def asked(name: str) -> bytes:
        answer = httpx2.post(f"{address}/kits/samlet-plan", json={"organisation": name}, timeout=120)
        return answer.raise_for_status().content

    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(asked, names))
    packs = {name: ld.build_pack("samlet-plan", ld.Programme(organisation=name)).zip_bytes() for name in set(names)}
    assert answers == [packs[name] for name in names]


def test_the_readme_shows_every_example_with_a_small_picture() -> None:
    assert set(gallery.commands()) == {path.stem for path in SOURCES} | {"pack"} == set(gallery.EXAMPLES_SHOWN)
    for name in gallery.commands():
        assert gallery.picture_of(name).stat().st_size < 60_000
    for link in re.findall(r"]\(([^):]+)\)", README):
        assert (ROOT / "examples" / link).exists(), link


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_an_example_is_short_and_public(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len([line for line in text.splitlines() if line]) <= 60
    told = ast.get_docstring(ast.parse(text)) or ""
    assert " ".join(gallery.commands()[path.stem]).replace(" ud", " FOLDER") in told
    assert re.findall(r"^.*import.*ledertrivsel_docs.*$", text, re.MULTILINE) == ["import ledertrivsel_docs as ld"]
    assert not re.search(r"\bld\._|from ledertrivsel_docs", text)


@pytest.mark.parametrize("name", gallery.SHOWN)
def test_the_gallery_shows_what_comes_out_now(name: str, tmp_path: Path) -> None:
    pages = gallery.save_shown(name, tmp_path)
    assert gallery.is_current(name, pages, tmp_path), f"python tools/gallery.py {name}"

"""Action cards from a survey: the themes that scored lowest, with what the survey found, and the rest left to people.

    pip install polars
    python examples/survey_cards.py FOLDER

It saves a worksheet and an action card for each of three themes: the worksheet says how the theme shows, the card when to
ask again. The survey, trivselsmaaling.csv, is invented, and so is which question tells of which theme. Units with fewer
than five answers are left out, and no unit is named. A score doesn't say what matters: take the three as a proposal.
"""

import sys
from pathlib import Path
from typing import Any

import polars as pl

import ledertrivsel_docs as ld

SURVEY = Path(__file__).with_name("trivselsmaaling.csv")
FEWEST, THEMES = 5, 3


def lowest(survey: pl.DataFrame) -> pl.DataFrame:
    """The questions that scored lowest: the mean of all answers, how many they are, and the units' lowest and highest."""
    score, answers = pl.col("score"), pl.col("svar")
    mean = (score * answers).sum() / answers.sum()
    questions = survey.filter(answers >= FEWEST).group_by("spørgsmål", "tema")
    asked = questions.agg(mean=mean, answers=answers.sum(), low=score.min(), high=score.max(), units=pl.len())
    return asked.sort("mean", "tema").head(THEMES)


def known(found: dict[str, Any]) -> str:
    """What the survey says of a question, as a Dane writes it."""
    return "”{spørgsmål}”: {mean:.1f} af 5 ({answers} svar)".format_map(found).replace(".", ",")


def spread(found: dict[str, Any]) -> str:
    """How far the units lie from each other."""
    return "I {units} enheder fra {low:.1f} til {high:.1f}".format_map(found).replace(".", ",")


def programme_of(themes: list[dict[str, Any]]) -> ld.Programme:
    """The themes, chosen, with what is known of each where it belongs."""
    return ld.Programme(
        organisation="Eksempel Kommune",
        themes=ld.ThemeChoice(selected=tuple(one["tema"] for one in themes)),
        qualification=tuple(
            ld.QualifiedTheme(theme=one["tema"], shows_as=f"{known(one)}. {spread(one)}.") for one in themes
        ),
        action_cards=tuple(
            ld.ActionCard(theme=one["tema"], follow_up=f"Vi spørger igen i næste måling. Nu: {known(one)}.")
            for one in themes
        ),
    )


def main(folder: str) -> None:
    """Saves the documents and prints their names."""
    survey = pl.read_csv(SURVEY, separator=";", decimal_comma=True, comment_prefix="#")
    programme = programme_of(lowest(survey).to_dicts())
    for theme in programme.themes.selected:
        for name in ("theme-qualification", "action-card"):
            document = ld.build_document(name, programme, theme=theme)
            document.save(Path(folder) / document.name)
            print(document.name)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Action cards from a survey: the themes that scored lowest, with what the survey found, and the rest left to people.

    pip install polars
    python examples/survey_cards.py FOLDER

It saves a worksheet and an action card for each of three themes: the worksheet says how the theme shows, the card when
to ask again. The survey, trivselsmaaling.csv, is invented, and so is which question tells of which theme. Units with
fewer than five answers are left out, and no unit is named. A score doesn't say what matters most: the three themes are
a proposal for the first workshop.
"""

import sys
from pathlib import Path
from typing import Any

import polars as pl

import ledertrivsel_docs as ld

SURVEY = Path(__file__).with_name("trivselsmaaling.csv")
FEWEST_ANSWERS, THEMES = 5, 3


def lowest(survey: pl.DataFrame) -> list[dict[str, Any]]:
    """The questions that scored lowest: the mean of all answers, how many these are, and the units' extremes."""
    score, answers = pl.col("score"), pl.col("svar")
    mean = (score * answers).sum() / answers.sum()
    questions = survey.filter(answers >= FEWEST_ANSWERS).group_by("spørgsmål", "tema")
    found = questions.agg(mean=mean, answers=answers.sum(), units=pl.len(), low=score.min(), high=score.max())
    return found.sort("mean", "tema").head(THEMES).to_dicts()


def programme_of(found: list[dict[str, Any]]) -> ld.Programme:
    """The themes as chosen, and what is known of each in the field where it belongs."""
    sheets, cards = [], []
    for one in found:
        known = "”{spørgsmål}”: {mean:.1f} af 5 ({answers} svar)".format_map(one).replace(".", ",")
        units = "{units} enheder, fra {low:.1f} til {high:.1f}".format_map(one).replace(".", ",")
        sheets.append(ld.QualifiedTheme(theme=one["tema"], shows_as=f"{known}, {units}."))
        cards.append(ld.ActionCard(theme=one["tema"], follow_up=f"Vi spørger igen i næste måling. Nu: {known}."))
    chosen = ld.ThemeChoice(selected=tuple(card.theme for card in cards))
    return ld.Programme(
        organisation="Eksempel Kommune", themes=chosen, qualification=tuple(sheets), action_cards=tuple(cards)
    )


def main(folder: str) -> None:
    """Saves the documents and prints their names."""
    programme = programme_of(lowest(pl.read_csv(SURVEY, separator=";", decimal_comma=True, comment_prefix="#")))
    for theme in programme.themes.selected:
        for name in ("theme-qualification", "action-card"):
            document = ld.build_document(name, programme, theme=theme)
            document.save(Path(folder) / document.name)
            print(document.name)


if __name__ == "__main__":
    main(*sys.argv[1:])

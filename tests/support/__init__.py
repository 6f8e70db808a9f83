"""What several tests share.

- `programmes`: who documents are made for (nobody yet, the example, one that asks for too much, one of which only so
  much is known), and in which looks.
- `said`, `outline`, `deck_outline`, `papers`: what a document says, as text to look for sentences in.
- `packages`, `word`, `decks`: Word files and decks, made and taken apart from their XML.
- `cards`, `forms`, `dragged`: forms and decks as people fill them in and send them back.
- `faults`: the rules that every document keeps, from `rules` for Word and `deck_rules` for decks.
- `office`, `validator`, `pdfua`: LibreOffice and the validators; they skip where a tool is missing.
- `command`: the command line. `refusals`: what is said when something can't be used.
"""

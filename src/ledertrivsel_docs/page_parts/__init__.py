"""Page parts: the pieces that our Word templates are made of, built with python-docx from a base file."""

"""PDFs of documents, made by LibreOffice where that is installed, and sets to print for each workshop."""

from .convert import Converted, to_pdf
from .print_sets import with_pdfs

__all__ = ["Converted", "to_pdf", "with_pdfs"]

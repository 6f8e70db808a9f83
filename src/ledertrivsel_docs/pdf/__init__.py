"""Tagged PDF of finished documents, through LibreOffice: bytes in, bytes out."""

from .converting import PDF, PdfError, to_pdf

__all__ = ["PDF", "PdfError", "to_pdf"]

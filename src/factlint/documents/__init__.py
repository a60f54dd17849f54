"""Documents: the bytes a source gave, and their parsed forms, one file each."""

from factlint.documents.base import Document
from factlint.documents.detect import FORMATS, detect, looks_like

__all__ = ["FORMATS", "Document", "detect", "looks_like"]

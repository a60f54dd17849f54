"""XML documents, parsed by lxml with entities, DTDs and the network off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.documents.base import Document
from factlint.documents.detect import MARKUP, detect, looks_like
from factlint.documents.text import decode
from factlint.errors import (
    EmptyDocumentError,
    FactlintError,
    MissingExtraError,
    TooDeepError,
    UnparseableError,
)

if TYPE_CHECKING:
    from lxml.etree import _Element


def xml(document: Document, override: str = "") -> _Element:
    """Return the root element; a page (HTML) is parsed as browsers do.

    Raises UnparseableError (also for a document that declares entities), EmptyDocumentError, TooDeepError
    and MissingExtraError.
    """
    name = "html" if detect(document, override) == "html" else "xml"
    return document.parsed(f"xml:{name}", _parse_html if name == "html" else _parse_xml)


def xml_text(document: Document) -> str:
    """Return the text of all elements, a blank line between those that hold text of their own."""
    parts = (" ".join(str(part).split()) for part in xml(document, "xml").itertext())
    return "\n\n".join(filter(None, parts))


def _parse_xml(document: Document) -> _Element:
    etree = _lxml()
    if not document.body.strip():
        raise EmptyDocumentError(f"{document.address} gave an empty document")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: _Element = etree.fromstring(document.body, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(document, str(error)) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):
        # XPath's string() would expand them, whatever the parser was told
        raise UnparseableError(f"{document.address} declares entities of its own, which are not expanded")
    return root


def _parse_html(document: Document) -> _Element:
    etree = _lxml()
    root: _Element | None = etree.fromstring(decode(document), etree.HTMLParser(no_network=True))
    if root is None:
        raise UnparseableError(f"{document.address} holds no element")
    return root


def _lxml() -> Any:
    try:
        from lxml import etree
    except ImportError:
        raise MissingExtraError("XML needs an extra", hint="pip install 'factlint[xml]'") from None
    return etree


def _broken(document: Document, reason: str) -> FactlintError:
    if "depth" in reason:
        return TooDeepError(f"{document.address} nests elements too deep: {reason}")
    seen = looks_like(document).replace("XML", "broken XML")
    hint = "say 'format: html'" if seen == looks_like(document) == MARKUP[0] else reason
    return UnparseableError(f"{document.address} gave {seen} where XML was expected", hint=hint)

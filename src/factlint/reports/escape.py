"""Escaping for where text lands. Every word of a report may come from a stranger: nothing lands raw.

``visible`` comes first everywhere: characters that steer a terminal, turn the reading direction or hide
(Trojan Source, CVE-2021-42574) are shown as ``\\x1b`` or ``\\u202e`` instead of acting.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from markupsafe import Markup

_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # bidi, zero width, separators
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates and non-characters: illegal in UTF-8 or XML
    "\U000e0000-\U000e007f"  # tags
)
_HIDDEN = re.compile(f"[{_STEERING}]")
_RUNNER_COMMAND = re.compile(r"##(\w{0,16})\[")  # ##[group] and ##vso[...] act anywhere in a line of a CI log
_WORKFLOW_COMMAND = re.compile(r"::(?=[A-Za-z])")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~#&$]|::|@|://|(?i:(?<=www)\.)|^(?=[-+=])")
_PLAIN_NUMBER = re.compile(r"[-+]?\d[\d,. \u00a0]*%?")


def visible(text: str) -> str:
    """Return ``text`` with hidden and steering characters spelled out; tabs and line feeds stay."""
    if text.isprintable() and "##" not in text:  # Unicode counts none of them as printable
        return text
    shown = _HIDDEN.sub(_spell, text.replace("\r\n", "\n"))
    return _RUNNER_COMMAND.sub(r"##\1\\x5b", shown)


def line(text: str) -> str:
    """Return ``text`` visible and on one line, with single spaces."""
    return " ".join(visible(text).split())


def terminal(text: str) -> str:
    """Return ``text`` for a terminal or a CI log, on one line: no control codes, no ``::command``."""
    return _WORKFLOW_COMMAND.sub(": :", line(text))


def html(text: object) -> Markup:
    """Return ``text`` for an HTML element or a quoted attribute; markup that was made safe stays."""
    import markupsafe

    if hasattr(text, "__html__"):
        return markupsafe.escape(text)
    safe = str(markupsafe.escape(visible(str(text))))
    return markupsafe.Markup(safe.replace("::", "&#58;&#58;"))  # noqa: S704 -- escaped on the line before


def markdown(text: str) -> str:
    """Return ``text`` for GitHub Markdown, within a line: no markup, HTML, mention, issue or link acts."""
    return _MARKDOWN.sub(_markdown, line(text))


def markdown_link(text: str, url: str) -> str:
    """Return a Markdown link, or the bare words where ``url`` is no web address."""
    target = safe_link(url)
    if not target:
        return markdown(text)
    encoded = re.sub(r"[\s()<>|\\\"'`\[\]]", lambda found: f"%{ord(found[0]):02X}", target)
    return f"[{markdown(text)}]({encoded})"


def workflow(text: str) -> str:
    """Return ``text`` as the message of a GitHub workflow command."""
    return line(text).replace("%", "%25")


def workflow_property(text: str) -> str:
    """Return ``text`` as a property of a GitHub workflow command."""
    return workflow(text).replace(":", "%3A").replace(",", "%2C")


def csv_cell(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    cell = line(text)
    if cell[:1] in tuple("=+-@:") and not _PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def json_text(data: object, *, indent: int | None = 2) -> str:
    """Return ``data`` as JSON whose strings are whole, yet hold no raw steering character or ``<``."""
    return json_safe(json.dumps(data, ensure_ascii=False, indent=indent))


def json_safe(text: str) -> str:
    """Return JSON text as equivalent text that holds no raw steering character or ``<``."""
    text = text.replace("<", "\\u003c").replace("::", ":\\u003a")
    return _HIDDEN.sub(_json_escape, _RUNNER_COMMAND.sub(r"##\1\\u005b", text))


def safe_link(url: str) -> str:
    """Return ``url`` where it is a plain http or https address, else an empty string."""
    if _HIDDEN.search(url) or any(letter.isspace() for letter in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc else ""


def _spell(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def _json_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


_MARKDOWN_WORDS = {
    "": "\\",
    "@": "@&#8203;",
    "#": "\\#&#8203;",
    "://": ":&#8203;//",
    "::": "&#58;&#58;",
    ".": "&#8203;.",
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
}


def _markdown(found: re.Match[str]) -> str:
    return _MARKDOWN_WORDS.get(found[0], f"\\{found[0]}")

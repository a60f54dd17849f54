"""Every error factlint raises on purpose, as one tree.

Each concrete class has a stable code (``FL001`` …) and a docstring that is its documentation page:
what happened, and what to do. ``registry()`` lists them; ``factlint rules FL012`` prints one.

Numbering: FL0xx project files, FL1xx sources and fetching, FL2xx documents and selectors,
FL3xx values and comparisons, FL4xx judging, baseline and gate, FL5xx the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: ``line`` and ``column`` count from 1; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class FactlintError(Exception):
    """Base of all errors with a code. ``message`` says what is wrong, ``hint`` what would be right."""

    code: ClassVar[str] = ""

    def __init__(self, message: str, *, hint: str = "", where: Where | None = None, claim: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where
        self.claim = claim

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        claim = f"claim {self.claim}: " if self.claim else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.code} {claim}{self.message}{hint}"

    def located(self, *, where: Where | None = None, claim: str = "") -> FactlintError:
        """Return self with the place and claim filled in where they were still unknown."""
        self.where = self.where or where
        self.claim = self.claim or claim
        return self


# -- project files ---------------------------------------------------------------------------------------


class ProjectProblem(FactlintError):
    """Base of faults in the files of a project: claims, sources and settings."""


class YamlSyntaxError(ProjectProblem):
    """The file is not well-formed YAML. The message gives the parser's reason; the place is where it
    noticed, which is often one line below the cause (a missing quote or a wrong indent)."""

    code = "FL001"


class DuplicateKeyError(ProjectProblem):
    """A mapping holds the same key twice, so one of the two would be lost. Remove or rename one."""

    code = "FL002"


class UnknownKeyError(ProjectProblem):
    """A key that factlint doesn't know. The message names the nearest known key, if one is near."""

    code = "FL003"


class MissingKeyError(ProjectProblem):
    """A key that is needed here is missing. Add it."""

    code = "FL004"


class InvalidFieldError(ProjectProblem):
    """A field's value is of the wrong type, outside its choices, or malformed (a bad pattern or path).
    The message says what stands there, the hint what the field takes; ``factlint schema`` prints every field."""

    code = "FL005"


class UnknownSourceError(ProjectProblem):
    """A reference names a source that ``sources.yaml`` doesn't define. The message names the nearest one."""

    code = "FL006"


class DuplicateClaimError(ProjectProblem):
    """Two claims have the same id. Ids name claims in the baseline, so they must be unique in a project."""

    code = "FL007"


class NoSuchDateError(ProjectProblem):
    """A date that can't be read or doesn't exist, such as 2025-02-30. Dates are EDTF: ``2025-08-28``,
    ``2025-08``, ``2025``, ``2022/2024``, ``[2025-08-28..2025-08-29]``."""

    code = "FL008"


class AnchorMissingError(ProjectProblem):
    """The article doesn't contain the claim's quote. Copy the words from the article again, or, if the
    article was edited, update the claim. The message shows the nearest words that the article has."""

    code = "FL009"


class AnchorAmbiguousError(ProjectProblem):
    """The article contains the claim's quote more than once. Add ``prefix`` or ``suffix`` words, or
    lengthen the quote until it is unique."""

    code = "FL010"


class AnchorValueError(ProjectProblem):
    """The quote holds a value of the claim's type, and it is not the declared value. One of the two has
    a slip."""

    code = "FL011"


class MissingFileError(ProjectProblem):
    """A file that was named doesn't exist or can't be read. Paths on the command line
    are relative to where you are, those in a project's files to the file that names them: correct the path."""

    code = "FL012"


class NothingToCheckError(ProjectProblem):
    """There is no claims file, no claim, or the filter matches none. Checking nothing is never green."""

    code = "FL013"


class UnknownProfileError(ProjectProblem):
    """A profile was asked for that no source and no reference defines. Use one of those
    that the hint lists, or define it under ``profiles`` of a source or reference."""

    code = "FL014"


class YamlLimitError(ProjectProblem):
    """The file is larger, more deeply nested or expands to more nodes through aliases than is allowed,
    or uses an explicit tag. Claims files may come from strangers; keep them plain."""

    code = "FL015"


class InvalidProjectError(ProjectProblem):
    """The project has faults; ``problems`` holds them all, in file order. Mend them from the top;
    ``factlint validate`` shows them all again."""

    code = "FL016"

    def __init__(self, problems: list[FactlintError]) -> None:
        first = problems[0]
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        super().__init__(f"{first.message}{more}", hint=first.hint, where=first.where, claim=first.claim)
        self.problems = problems


# -- sources and fetching --------------------------------------------------------------------------------


class SourceProblem(FactlintError):
    """Base of failures to read a source.

    transient: whether asking again later may well succeed
    wait: the seconds that the host asked to be left alone
    """

    transient: ClassVar[bool] = False
    wait: float = 0.0


class BlockedAddressError(SourceProblem):
    """The fetch gate refused the address: its scheme isn't http or https, its host isn't in
    ``network.allow_hosts``, or one of its IP addresses is private, loopback, link-local or otherwise not
    public. If the address is yours and meant, list its host or network under ``network.allow_private``."""

    code = "FL101"


class NameLookupError(SourceProblem):
    """The host's name has no address. Check its spelling, then the connection."""

    code = "FL102"
    transient = True


class ConnectionFailedError(SourceProblem):
    """The host refused or dropped the connection, or spoke no valid HTTP. Try again later."""

    code = "FL103"
    transient = True


class TlsError(SourceProblem):
    """The secure connection failed, most often over an expired or mismatched certificate. factlint never
    skips this check; a private authority goes into the file that ``SSL_CERT_FILE`` names."""

    code = "FL104"


class FetchTimeoutError(SourceProblem):
    """The host didn't answer in full within ``network.timeout`` seconds. Try again, or raise the limit."""

    code = "FL105"
    transient = True


class TooLargeError(SourceProblem):
    """The answer or file exceeds ``network.max_bytes``, counted after decompression. Narrow the request
    (most statistical addresses take a filter), or raise the limit."""

    code = "FL106"


class TooManyRedirectsError(SourceProblem):
    """The address redirects more often than ``network.max_redirects``, or in a circle. Name the final
    address in the source."""

    code = "FL107"


class GoneError(SourceProblem):
    """The host says that the address doesn't exist (404) or no longer does (410). Find where the page has
    moved, or name an archived copy of it."""

    code = "FL108"


class RefusedError(SourceProblem):
    """The host refused the request (a 4xx status other than 404, 410 and 429). A 401 or 403 often wants a
    credential or a contact in the User-Agent: set ``headers`` of the source and ``network.contact``."""

    code = "FL109"


class RateLimitedError(SourceProblem):
    """The host asks for fewer requests (429) and kept asking. Lower ``network.rate``, raise the ``ttl`` of
    the source, or come back at the time that the host named."""

    code = "FL110"
    transient = True


class ServerFaultError(SourceProblem):
    """The host failed to answer (a 5xx status), also when asked again. Try again later."""

    code = "FL111"
    transient = True


class EmptyBodyError(SourceProblem):
    """The host answered with success and no content, which proves nothing. Open the address in a browser,
    and look for one that returns the document itself."""

    code = "FL112"


class OfflineError(SourceProblem):
    """The run is offline and the cache holds no copy that is within the source's ``ttl``. Run once online,
    raise the ``ttl``, or choose a profile that reads local files."""

    code = "FL113"


class MissingCredentialError(SourceProblem):
    """A source needs a credential that isn't there. Credentials come from environment variables that
    ``network.credentials`` names with the hosts they are for; set the variable, or add it there."""

    code = "FL114"


class CredentialScopeError(SourceProblem):
    """A credential was about to be sent to a host that it isn't for. ``network.credentials`` lists the
    hosts of each one; add the host there if it should have it."""

    code = "FL115"


class SourceFileMissingError(SourceProblem):
    """The file of a source doesn't exist, isn't a regular file or can't be read. Paths are relative to the
    folder of the sources file."""

    code = "FL116"


class OutsideRootError(SourceProblem):
    """The path of a source leads outside the folder of the sources file, itself or through a symbolic link. Copy the
    file into the project."""

    code = "FL117"


class BudgetSpentError(SourceProblem):
    """The run has used up ``network.budget``, the seconds that all fetching together may take. Raise it, or
    check fewer claims at a time with ``--only``."""

    code = "FL118"
    transient = True


class BadEncodingError(SourceProblem):
    """The answer is compressed in a way that wasn't asked for, or the compressed data is damaged. Nothing
    of it is used. Run again; if it persists, save the page by other means and read it with kind ``file``."""

    code = "FL119"


class MissingQueryError(SourceProblem):
    """The source's address has a ``{placeholder}`` that the reference's ``query`` doesn't fill. Give
    the reference that value under ``query``."""

    code = "FL120"


class NoDataError(SourceProblem):
    """The source answered properly and has nothing on what was asked: no such series, item or revision, or
    none on or before the day. Check the reference's ``query``, and whether the source reaches back that far.
    It says nothing about the claim."""

    code = "FL121"


class ReportedFaultError(SourceProblem):
    """The source answered with an error message of its own, some under the status of a success. The message
    says what it wants; most often an unknown code in the reference's ``query``."""

    code = "FL122"


class UnexpectedAnswerError(SourceProblem):
    """The answer isn't of the shape that the source documents: it has changed, or something else answers in
    its place. Open the address, and check ``base`` where the source sets it."""

    code = "FL123"


class UnknownQueryError(SourceProblem):
    """The reference's ``query`` asks for something that this kind of source doesn't take. The message lists
    what it takes."""

    code = "FL124"


class NotRecordedError(SourceProblem):
    """A replay needs an answer that the evidence file doesn't hold: the claims or sources have changed since
    it was recorded. Check with the claims of that day, or record anew with ``--save-evidence``."""

    code = "FL125"


class RepositoryError(SourceProblem):
    """The local clone of a ``git`` source can't be read. ``repository`` names a clone under the project's
    root, ``branch`` a branch that it has, and the program ``git`` must be installed."""

    code = "FL126"


class BrokenEvidenceError(SourceProblem):
    """The evidence file is no WARC file of factlint's, or has been damaged or changed: a digest doesn't
    match what it stands for. Take another copy."""

    code = "FL127"


# -- documents and selectors ----------------------------------------------------------------------------


class DocumentProblem(FactlintError):
    """Base of problems in parsing a document or in finding a passage in it."""


class UnparseableError(DocumentProblem):
    """The document isn't what the selector needs. The message says what was expected and what the
    document looks like (an HTML error page where JSON was expected is the usual case). Check the source's
    address, or say what it is with ``format:``."""

    code = "FL201"


class EmptyDocumentError(DocumentProblem):
    """The source answered with no content. Check its address; some servers do so when overloaded."""

    code = "FL202"


class TooDeepError(DocumentProblem):
    """The document nests objects, elements or archives deeper than is allowed. No reference needs that."""

    code = "FL203"


class DocumentLimitError(DocumentProblem):
    """The document unpacks to more bytes, rows or cells than is allowed, or its parser used more time or
    memory than is allowed. Point the source at a smaller file."""

    code = "FL204"


class MissingExtraError(DocumentProblem):
    """This format needs an optional part of factlint that isn't installed. Install
    it as the hint says (``pip install 'factlint[pdf]'``), or use a source in another format."""

    code = "FL205"


class NoMatchError(DocumentProblem):
    """The selector finds nothing. The message shows what is there instead and the nearest match. If the
    page was rebuilt, correct the selector; if the row isn't there yet, the reference doesn't cover the day."""

    code = "FL210"


class SeveralMatchesError(DocumentProblem):
    """The selector finds several places, and picking one silently would be a guess. The message shows
    them. Narrow the selector, or say ``many: true`` where a list is wanted."""

    code = "FL211"


class SeriesFallsError(DocumentProblem):
    """A series declared ``cumulative: true`` falls, which a running total can't do: the source revised or
    mixed two series, or the column is per period. Look at the rows named, or drop the flag."""

    code = "FL212"


class NotAValueError(DocumentProblem):
    """The selector finds a container (a JSON object, a list) where one value is needed. Extend its path to
    the value, or say ``many: true`` for the members of a list."""

    code = "FL213"


class QueryError(DocumentProblem):
    """The query can't be run: its syntax, a name it uses, or something that reading doesn't allow (queries
    may only read the document itself). Correct the query as the message says."""

    code = "FL214"


# -- values and comparisons ---------------------------------------------------------------------------


class ValueProblem(FactlintError):
    """Base of problems in reading or comparing values."""


class UnreadableValueError(ValueProblem):
    """The text holds no value of the type asked for. Write the value as the article prints it."""

    code = "FL301"


class AmbiguousValueError(ValueProblem):
    """The text can be read in two ways (``3.350`` in an undeclared locale, ``03/04/2025`` with no date
    order, two values where one was asked for). Declare the locale or date order, or narrow the text."""

    code = "FL302"


class DimensionClashError(ValueProblem):
    """Two quantities measure different things (kilometres and kilograms, per cent and percentage points),
    so they can't be compared or converted. Check the unit of the claim and of the reference."""

    code = "FL303"


class MissingRateError(ValueProblem):
    """Two currencies were compared with no declared exchange rate. Declare a rate and its date."""

    code = "FL304"


class IncommensurableError(ValueProblem):
    """The claim and the reference count different things (killed against killed or wounded, soldiers
    against civilians) or have different types. Choose a reference that measures what the claim says."""

    code = "FL305"


class UnknownRuleError(ValueProblem):
    """A comparison rule was named that doesn't exist for these types of value. ``factlint
    rules`` lists the rules; leave ``rule`` out for the one that the values ask for."""

    code = "FL306"


class ReferenceTooCoarseError(ValueProblem):
    """The reference agrees with the claim as far as it goes, but is too coarse to settle it: 2022-02 against
    2022-02-24, "around 20%" against 19.8%. Find a more exact reference, or state the claim more coarsely."""

    code = "FL307"


# -- reports ----------------------------------------------------------------------------------------------


class ReportProblem(FactlintError):
    """Base of problems in asking for or writing a report."""


class UnknownFormatError(ReportProblem):
    """A report format was named that factlint doesn't have. The message names the nearest one."""

    code = "FL520"


class ReportOptionError(ReportProblem):
    """``--report`` takes ``FORMAT=FILE`` parts with commas between them, each format once:
    ``html=report.html,sarif=report.sarif``."""

    code = "FL521"


class PublisherMissingError(ReportProblem):
    """ClaimReview says who publishes the fact check, and ``factlint.yaml`` doesn't. Add ``publisher:``
    with ``name:`` and ``url:``."""

    code = "FL522"


# -- judging, baseline and gate ----------------------------------------------------------------------


class DerivationError(FactlintError):
    """A derived value can't be computed: the expression is malformed, names a part that isn't located,
    divides by zero or needs a figure that the reference leaves open. Expressions hold names of located
    values, decimals and ``+ - * / ( )``."""

    code = "FL401"


class NotAcceptableError(FactlintError):
    """The claim can't be accepted, because no reference could be checked for it. A failure is never
    accepted: mend the source or the selector first, or name another reference."""

    code = "FL402"


class LockVersionError(FactlintError):
    """The baseline was written by a newer factlint, in a form that this one doesn't know. Upgrade factlint;
    reading what it doesn't understand could lose what others have accepted."""

    code = "FL403"


class HistoryError(FactlintError):
    """The history of runs can't be read or written, or holds no such run. It is a record for people and for
    patience with failing sources, and holds nothing that a check needs: delete it if it is damaged."""

    code = "FL404"


class CantEditError(FactlintError):
    """A file can't be edited so that everything else in it stays as it is: its claim is written in an unusual
    form, or the words to change aren't there exactly once. Make the change by hand."""

    code = "FL405"


class RevisionError(FactlintError):
    """git doesn't know the revision, or the project isn't in a git repository. In CI, fetch enough of the
    history (the base branch too), and name the revision as ``origin/main`` or by its hash."""

    code = "FL406"


class UntrustedError(FactlintError):
    """``--untrusted`` can't keep its promise here: no base revision was named, or kinds of plug-ins were loaded
    before it was asked for. It reads sources, settings, baseline and waivers from ``--base`` alone."""

    code = "FL407"


# -- the command line --------------------------------------------------------------------------------


class FileExistsHereError(FactlintError):
    """``factlint init`` found a file where it would write one. Nothing was written: name another folder,
    or move the file away."""

    code = "FL501"


class EndpointError(FactlintError):
    """The endpoint that was to help with a draft can't be reached, or didn't answer as the OpenAI-compatible
    interface does. Check ``--endpoint`` and ``--model``; without them the draft needs no endpoint."""

    code = "FL502"


def registry() -> dict[str, type[FactlintError]]:
    """Return every concrete error class by its code, sorted by code."""
    return dict(sorted((kind.code, kind) for kind in _descendants(FactlintError) if kind.code))


def _descendants(kind: type[FactlintError]) -> Iterator[type[FactlintError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)

"""What a project allows on the network."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field


def _host_or_network(text: str) -> str:
    """Accept a host name as it is and a CIDR network if it parses."""
    if "/" in text or ":" in text:
        ip_network(text)
    return text.lower()


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Host = Annotated[str, AfterValidator(str.lower)]
Hosts = Annotated[tuple[Host, ...], BeforeValidator(_one_or_many)]
Private = Annotated[
    tuple[Annotated[str, AfterValidator(_host_or_network)], ...], BeforeValidator(_one_or_many)
]


class Network(BaseModel):
    """Manners and limits of fetching. Times are in seconds, sizes in bytes.

    A host in a list stands for itself and its subdomains.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    offline: bool = Field(False, description="Open no connection; read the cache within each source's ttl.")
    timeout: float = Field(30, gt=0, description="Longest that one answer may take in full.")
    budget: float = Field(600, gt=0, description="Longest that all fetching of a run may take.")
    max_bytes: int = Field(32 * 2**20, gt=0, description="Largest answer or file, after decompression.")
    max_redirects: int = Field(
        5, ge=0, le=20, description="Redirects that are followed; each is checked like the first address."
    )
    workers: int = Field(16, ge=1, le=64, description="Sources read at the same time.")
    per_host: int = Field(4, ge=1, le=64, description="Requests to one host at the same time.")
    rate: float = Field(5, ge=0, description="Requests per second to one host; 0 sets no pace.")
    retries: int = Field(3, ge=0, le=10, description="Further attempts after a transient failure.")
    backoff: float = Field(0.5, ge=0, description="First wait between attempts; it doubles, with jitter.")
    max_wait: float = Field(60, ge=0, description="Longest wait before an attempt, also if a host asks more.")
    allow_hosts: Hosts = Field((), description="If set, only these hosts are fetched.")
    allow_private: Private = Field((), description="Hosts and CIDR networks that may be non-public.")
    user_agent: str = Field("", description="Replaces the default User-Agent.")
    contact: str = Field("", description="A URL or mail address that hosts can complain to.")
    credentials: dict[str, Hosts] = Field(
        default_factory=dict, description="Environment variables that sources may use, each with its hosts."
    )
    cache: str = Field(".factlint/cache", description='Folder of the cache, under the project; "" for none.')


def covers(hosts: tuple[str, ...], host: str) -> bool:
    """Whether ``host`` is one of ``hosts`` or a subdomain of one."""
    host = host.lower().rstrip(".")
    return any(host == known or host.endswith("." + known) for known in hosts)

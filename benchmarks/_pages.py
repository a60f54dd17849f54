"""A server of small pages in a process of its own: prints its port, answers each request after 5 ms.

``/page/17`` is a page of 2 KB, ``/count`` the number of pages served so far.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LATENCY = 0.005  # seconds
FILLER = "".join(f"<li>Row {number} of the station's log</li>" for number in range(45))


def figure(number: int) -> str:
    """Return the count that page ``number`` states."""
    return f"{1000 + number:,}"


def page(number: int) -> bytes:
    """Return page ``number``."""
    text = f"Station {number} counted <b>{figure(number)}</b> birds."
    html = f"<!doctype html><title>Station {number}</title><p id=count>{text}</p><ul>{FILLER}</ul>"
    return html.encode()


class Pages(asyncio.Protocol):
    """Just enough HTTP/1.1 to answer GET."""

    served = 0

    def __init__(self) -> None:
        self._pending = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self._pending = (self._pending + data).split(b"\r\n\r\n")
        for request in requests:
            asyncio.get_running_loop().call_later(LATENCY, self._answer, request.split(b" ", 2)[1].decode())

    def _answer(self, path: str) -> None:
        if self._transport.is_closing():
            return
        if path == "/count":
            body = str(Pages.served).encode()
        else:
            Pages.served += 1
            body = page(int(path.rpartition("/")[2]))
        head = f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: "{len(body)}"\r\n'
        self._transport.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)


@dataclass(frozen=True)
class Server:
    """A running server."""

    base: str

    def url(self, number: int) -> str:
        return f"{self.base}/page/{number}"

    def served(self) -> int:
        with urllib.request.urlopen(f"{self.base}/count") as answer:
            return int(answer.read())


@contextmanager
def serving() -> Iterator[Server]:
    """Run this file in a process of its own."""
    process = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Server(f"http://127.0.0.1:{process.stdout.readline().strip()}")
    finally:
        process.terminate()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


async def _main() -> None:
    server = await asyncio.get_running_loop().create_server(Pages, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main())

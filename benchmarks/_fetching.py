"""Fetch the pages with factlint's client alone: what of a whole check is fetching.

python _fetching.py BASE PAGES FOLDER
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from factlint.sources.client import Client
from factlint.sources.settings import Network


def main(base: str, pages: int, root: Path) -> None:
    network = Network(allow_private=("127.0.0.1",), per_host=16, rate=0)
    with Client(network, root) as client, ThreadPoolExecutor(network.workers) as pool:
        reader = client.keeping(timedelta(hours=1))
        documents = list(pool.map(lambda number: reader.get(f"{base}/page/{number}"), range(pages)))
    assert len(documents) == pages


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))

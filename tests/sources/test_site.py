from __future__ import annotations

import pytest

from factlint.sources.site import same_site, site


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://edition.cnn.com/a", "https://www.cnn.com/b", True),
        ("https://cnn.com/a", "http://data.cnn.com:8080/b", True),
        ("https://news.bbc.co.uk/", "https://www.bbc.co.uk/", True),
        ("https://www.gov.uk/", "https://www.ons.gov.uk/", False),
        ("https://one.github.io/", "https://two.github.io/", False),
        ("https://paper.example/", "https://news.paper.example./", True),
        ("https://paper.example/", "https://notpaper.example/", False),
        ("http://127.0.0.1:1/", "http://127.0.0.1:2/", True),
        ("http://127.0.0.1/", "http://10.0.0.1/", False),
        ("", "", False),
        ("", "references/a.csv", False),
        ("http://[broken", "http://[broken", False),
    ],
)
def test_hosts_under_one_registrable_domain_are_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same
    assert same_site(other, one) is same


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://data.stats.example.co.uk/x", "example.co.uk"),
        ("http://[::1]:80/", "::1"),
        ("http://localhost/", "localhost"),
        ("references/a.csv", ""),
    ],
)
def test_a_site_is_named_by_its_registrable_domain(address: str, name: str) -> None:
    assert site(address) == name

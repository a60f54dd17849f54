from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.listing import read_list


def items(text: str) -> list[tuple[str, str]]:
    return [(type(item).__name__, item.text) for item in read_list(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy, San Marino and Myanmar", ["Italy", "San Marino", "Myanmar"]),
        ("Italy, San Marino, and Myanmar", ["Italy", "San Marino", "Myanmar"]),
        ("Italy and Myanmar", ["Italy", "Myanmar"]),
        ("Italy", ["Italy"]),
        ("Italy; San Marino; and Myanmar.", ["Italy", "San Marino", "Myanmar"]),
        ("Serbia, Bosnia and Herzegovina and Italy", ["Serbia", "Bosnia and Herzegovina", "Italy"]),
        ("Trinidad and Tobago, Haiti", ["Trinidad and Tobago", "Haiti"]),
        ("- Aleksandr Lukashenko, President of Belarus\n- Masoud Pezeshkian, President of Iran",
         ["Aleksandr Lukashenko, President of Belarus", "Masoud Pezeshkian, President of Iran"]),
        ("The leaders:\n1. Xi Jinping\n2. Vladimir Putin", ["Xi Jinping", "Vladimir Putin"]),
        ("Italy\nSan Marino\nMyanmar", ["Italy", "San Marino", "Myanmar"]),
        ("Ministry of Health and Welfare, World Bank", ["Ministry of Health and Welfare", "World Bank"]),
        ("", []),
        (" , ,and ", []),
    ],
)  # fmt: skip
def test_names_in_a_list_are_parted(text: str, expected: list[str]) -> None:
    assert items(text) == [("Name", name) for name in expected]


def test_each_item_is_read_as_what_it_is() -> None:
    assert items("fighter jets, missile defence and hypersonic weapons") == [
        ("Text", "fighter jets"),
        ("Text", "missile defence"),
        ("Text", "hypersonic weapons"),
    ]
    assert items("1,200, 3,400 and 5 km") == [
        ("Quantity", "1,200"),
        ("Quantity", "3,400"),
        ("Quantity", "5 km"),
    ]
    assert items("3 May 2020 and 4 June 2021") == [("DateValue", "3 May 2020"), ("DateValue", "4 June 2021")]


def test_the_text_of_the_list_is_kept() -> None:
    assert read_list(" Italy,\n San Marino ").text == "Italy, San Marino"


@given(st.text(alphabet="ab, and;\n-*1.2&", max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_item_is_empty_and_nothing_raises(text: str) -> None:
    assert all(item.text for item in read_list(text).items)


@given(st.lists(st.sampled_from(["Italy", "Serbia", "Haiti", "Peru", "Chad"]), min_size=1, max_size=5))
def test_a_written_list_is_read_back(names: list[str]) -> None:
    written = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    assert [item.text for item in read_list(written).items] == names

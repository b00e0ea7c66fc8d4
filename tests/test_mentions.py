"""Names and figures, their offsets and the form in which two texts compare."""

from __future__ import annotations

import pytest

from framing.mentions import names, numbers, same_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ann Lee spoke.", ["ann lee"]),
        ("Dr. Martin O'Neil of the United Nations agreed.", ["martin o'neil", "united nations"]),
        (
            "North Korea’s Kim Jong Un met CIA Director Mike Pompeo.",
            ["north korea", "kim jong un", "cia", "mike pompeo"],
        ),
        ("On Monday the U.S. House of Representatives voted.", ["us house of representatives"]),
        ("The storm passed. Police left in March.", []),
        ("Smith left. Later, Smith returned.", ["smith", "smith"]),
        ("Trump’s lawyer left.", ["trump"]),
        ("J. K. Rowling’s book", ["j k rowling"]),
        ("", []),
    ],
)
def test_names(text, expected):
    found = names(text)
    assert [name.norm for name in found] == expected
    assert all(text[name.start : name.end].replace(".", " ") == name.text.replace(".", " ") for name in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.2 million", ["number:4200000"]),
        ("three hundred and fifty homes", ["number:350"]),
        ("twenty-five hurt, half a million, a dozen", ["number:25", "number:500000", "number:12"]),
        ("1,200 people", ["number:1200"]),
        ("12 per cent, 7%, 3.5 percent", ["percent:12", "percent:7", "percent:3.5"]),
        ("$1.2m. and 1.2bn euros", ["money:1200000", "money:1200000000"]),
        ("March 3, 2013; 3 March; in May 2018; 1999", ["date:20130303", "date:303", "date:20180500", "date:19990000"]),
        ("at 5 p.m. Monday, 2.10 at 2.10, 14:30", ["time:1020", "weekday:0", "number:2.1", "time:130", "time:870"]),
        ("one of them", []),
        ("one million", ["number:1000000"]),
    ],
)
def test_numbers(text, expected):
    found = numbers(text)
    assert [number.norm for number in found] == expected
    assert all(text[number.start : number.end] == number.text for number in found)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("4.2 million", "more than four million", True),
        ("4.2 million", "four million", False),
        ("nearly 100", "97", True),
        ("March 3", "3 March 2013", True),
        ("March 3, 2012", "3 March 2013", False),
        ("12 percent", "12 people", False),
        ("at 2.10", "2:10 a.m.", True),
    ],
)
def test_same_number(left, right, expected):
    assert same_number(numbers(left)[0], numbers(right)[0]) is expected

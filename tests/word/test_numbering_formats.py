"""The formats of ST_NumberFormat (ECMA-376 17.18.59), values written by hand from its descriptions and MS-OI29500."""

from __future__ import annotations

import pytest

from clausecheck.word.number_formats import custom, formatted

VALUES = {
    "decimal": {1: "1", 10: "10"},
    "decimalZero": {0: "00", 1: "01", 9: "09", 10: "10", 100: "100"},
    "lowerRoman": {1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 90: "xc", 400: "cd", 1999: "mcmxcix"},
    "upperRoman": {4: "IV", 1999: "MCMXCIX"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 28: "bb", 52: "zz", 53: "aaa", 780: "z" * 30, 781: "a"},
    "upperLetter": {26: "Z", 28: "BB"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 22: "22nd", 111: "111th"},
    "cardinalText": {1: "One", 12: "Twelve", 20: "Twenty", 21: "Twenty-one", 100: "One hundred", 1000: "One thousand"},
    "ordinalText": {1: "First", 5: "Fifth", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 100: "One hundredth"},
    "hex": {9: "9", 10: "A", 255: "FF"},
    "chicago": {1: "*", 2: "†", 3: "‡", 4: "§", 5: "**", 8: "§§", 9: "***"},
    "numberInDash": {7: "- 7 -"},
    "none": {3: ""},
    "bullet": {3: ""},
    "russianLower": {1: "а", 29: "я", 30: "аа"},
    "russianUpper": {2: "Б"},
    "aiueo": {1: "ｱ", 5: "ｵ", 6: "ｶ", 45: "ｦ", 46: "ﾝ", 47: "ｱ"},
    "aiueoFullWidth": {1: "ア", 5: "オ", 6: "カ", 38: "ヨ", 44: "ワ", 45: "ヲ", 46: "ン", 47: "ア"},
    "iroha": {1: "ｲ", 2: "ﾛ", 3: "ﾊ", 12: "ｦ", 25: "ヰ", 43: "ヱ", 47: "ｽ", 48: "ﾝ", 49: "ｲ"},
    "irohaFullWidth": {1: "イ", 3: "ハ", 7: "ト", 47: "ス", 48: "ン", 49: "イ"},
    "decimalFullWidth": {1: "１", 10: "１０"},
    "decimalFullWidth2": {25: "２５"},
    "decimalHalfWidth": {25: "25"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {10: "⑩"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "ideographDigital": {1: "一", 10: "一〇", 21: "二一", 305: "三〇五"},
    "japaneseDigitalTenThousand": {10: "一〇"},
    "japaneseCounting": {
        1: "一", 10: "十", 11: "十一", 20: "二十", 23: "二十三", 100: "百", 105: "百五", 110: "百十", 111: "百十一",
        1000: "千", 1234: "千二百三十四", 10000: "一万", 11111: "一万千百十一",
    },
    "japaneseLegal": {
        1: "壱", 2: "弐", 3: "参", 5: "伍", 10: "壱拾", 12: "壱拾弐", 100: "壱百", 120: "壱百弐拾", 1005: "壱阡伍",
        10000: "壱萬",
    },
    "ideographTraditional": {1: "甲", 2: "乙", 3: "丙", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 2: "丑", 12: "亥", 13: "13"},
    "ideographZodiacTraditional": {1: "甲子", 2: "乙丑", 11: "甲戌", 60: "癸亥", 61: "61"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩", 11: "11"},
    "chineseCounting": {10: "十", 11: "十一", 25: "二十五", 100: "一○○"},
    "taiwaneseCounting": {10: "十", 99: "九十九", 101: "一○一"},
    "chineseCountingThousand": {
        10: "十", 12: "十二", 20: "二十", 100: "一百", 101: "一百零一", 110: "一百一十", 111: "一百一十一",
        1001: "一千零一", 1010: "一千零一十", 1234: "一千二百三十四", 10001: "一万零一",
    },
    "taiwaneseCountingThousand": {11: "十一", 105: "一百零五"},
    "taiwaneseDigital": {10: "一○"},
    "chineseLegalSimplified": {1: "壹", 2: "贰", 10: "壹拾", 101: "壹佰零壹", 110: "壹佰壹拾"},
    "ideographLegalTraditional": {2: "貳", 6: "陸", 10: "壹拾", 21: "貳拾壹"},
    "ganada": {1: "가", 14: "하", 15: "가"},
    "chosung": {1: "ㄱ", 14: "ㅎ", 15: "ㄱ"},
    "koreanDigital": {1: "일", 10: "일영"},
    "koreanDigital2": {1: "一", 10: "一零"},
    "koreanCounting": {1: "일", 10: "십", 11: "십일", 20: "이십", 100: "백", 1234: "천이백삼십사"},
    "koreanLegal": {1: "하나", 10: "열", 11: "열하나", 20: "스물", 99: "아흔아홉"},
    "unknownFormat": {5: "5"},
    "001": {7: "007", 1234: "1234"},
}  # fmt: skip


@pytest.mark.parametrize(("kind", "number"), [(kind, number) for kind, known in VALUES.items() for number in known])
def test_number_as_word_writes_it(kind, number):
    assert formatted(number, kind) == VALUES[kind][number]


@pytest.mark.parametrize("kind", VALUES)
def test_numbers_that_a_format_cannot_write_are_decimal_or_nothing(kind):
    assert formatted(0, kind) in ("0", "00", "")
    assert formatted(99_999, kind) in ("99999", "")


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("001, 002, 003, ...", "001"),
        ("00001, 00002, 00003, ...", "00001"),
        ("01, 02, 03, ...", "decimalZero"),
        ("1, 2, 3, ...", "decimal"),
        ("One, Two, Three, ...", "cardinalText"),
        ("First, Second, Third, ...", "ordinalText"),
        ("ア, イ, ウ, ...", "aiueoFullWidth"),
        ("①, ②, ③, ...", "decimalEnclosedCircle"),
        ("壱, 弐, 参, ...", "japaneseLegal"),
        ("", "decimal"),
        ("x, y, z, ...", "decimal"),
    ],
)
def test_custom_format_is_known_by_its_first_numbers(pattern, kind):
    assert custom(pattern) == kind

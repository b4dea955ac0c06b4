"""Japanese, Chinese and Korean numbers of lists (ECMA-376 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from dataclasses import dataclass

_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_KANJI, _HANGUL = "〇一二三四五六七八九", "영일이삼사오육칠팔구"

ROUND = {  # beyond its end a series begins again, as Word does it (MS-OI29500 2.1.540)
    "aiueo": _HALF_AIUEO,
    "aiueoFullWidth": _AIUEO,
    "iroha": _IROHA.translate(str.maketrans(_AIUEO, _HALF_AIUEO)),  # ヰ and ヱ have no half-width form
    "irohaFullWidth": _IROHA,
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
}
ENDING = {  # beyond its end a series goes on in decimals
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",  # in parentheses, whatever its name says (MS-OI29500 2.1.540)
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
}
DIGITS = {  # figure by figure
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "ideographDigital": _KANJI,
    "japaneseDigitalTenThousand": _KANJI,
    "taiwaneseDigital": "○" + _KANJI[1:],
    "koreanDigital": _HANGUL,
    "koreanDigital2": "零" + _KANJI[1:],
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers with words for ten, hundred and thousand: 二十三."""

    digits: str = _KANJI
    units: str = "千百十"
    great: str = "万"
    bare_up_to: int = 1000  # a leading one is left out before units of that size or less: 百, not 一百
    gap: str = ""  # written once for figures that are zero in between: 一百零一
    figures_from: int = 0  # from there on figure by figure; 0: never

    def write(self, number: int) -> str:
        """``number`` in words; at least 1."""
        if self.figures_from and number >= self.figures_from:
            return "".join(("○" + self.digits[1:])[int(figure)] for figure in str(number))
        thousands, rest = divmod(number, 10_000)
        written = self._below(thousands, leading=False) + self.great if thousands else ""
        return written + self._below(rest, leading=not thousands, gap=bool(thousands) and rest < 1000)

    def _below(self, number: int, *, leading: bool, gap: bool = False) -> str:
        written = ""
        for size, unit in zip((1000, 100, 10, 1), (*self.units, ""), strict=True):
            count, number = divmod(number, size)
            if not count:
                gap = gap or (bool(written) and bool(number))
                continue
            bare = count == 1 and 1 < size <= self.bare_up_to and (leading or self.bare_up_to == 1000)
            written += (self.gap if gap else "") + ("" if bare else self.digits[count]) + unit
            leading = gap = False
        return written


_CHINESE = Counted(bare_up_to=10, gap="零")
COUNTED = {
    "japaneseCounting": Counted(),
    "japaneseLegal": Counted("零壱弐参四伍六七八九", "阡百拾", "萬", bare_up_to=0),
    "chineseCounting": Counted(bare_up_to=10, figures_from=100),
    "taiwaneseCounting": Counted(bare_up_to=10, figures_from=100),
    "chineseCountingThousand": _CHINESE,
    "taiwaneseCountingThousand": _CHINESE,
    "chineseLegalSimplified": Counted("零壹贰叁肆伍陆柒捌玖", "仟佰拾", "萬", bare_up_to=0, gap="零"),
    "ideographLegalTraditional": Counted("零壹貳參肆伍陸柒捌玖", "仟佰拾", "萬", bare_up_to=0, gap="零"),
    "koreanCounting": Counted(_HANGUL, "천백십", "만"),
}
_NATIVE_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")


def korean_native(number: int) -> str:
    """하나, 열둘, 아흔아홉: Korean's own words, which end at 99."""
    return _NATIVE_TENS[number // 10] + _NATIVE_ONES[number % 10] if number < 100 else str(number)


def sexagenary(number: int) -> str:
    """甲子, 乙丑 … 癸亥: the cycle of sixty, stems and branches side by side."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else str(number)

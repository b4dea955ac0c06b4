"""Characters of symbol fonts: those of ``w:sym`` (ECMA-376 17.3.3.30), and words that are set in such a font."""

from __future__ import annotations

from lxml import etree

from .xml import W

UNKNOWN = "\ufffd"

_GREEK = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
_ASCII = {code: chr(code) for code in (*range(0x20, 0x40), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)}
_SYMBOL = _ASCII | _GREEK | dict(zip(
    (0x22, 0x24, 0x27, 0x2A, 0x2D, 0x40, 0x5C, 0x5E, 0x7E, 0xA0), "∀∃∋∗−≅∴⊥∼€", strict=True,
)) | dict(zip(
    range(0xA1, 0xC0), "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True,
)) | dict(zip(
    range(0xC0, 0xE0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True,
)) | dict(zip((0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xF1, 0xF2), "◊⟨®©™∑⟩∫", strict=True))  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3E: "✇", 0x3F: "✍", 0x41: "✌",
    0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠", 0x51: "✈", 0x52: "☼", 0x54: "❄",
    0x56: "✞", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x5B: "☯", 0x5D: "☸", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "❐",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x7A: "⌘", 0x7D: "❝",
    0x7E: "❞", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪",
    0xA8: "☐", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xAF: "✵", 0xB5: "✪", 0xB6: "✰", 0xD5: "⌫",
    0xD6: "⌦", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘",
    0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
} | {0x81 + n: chr(0x2460 + n) for n in range(10)} | {0x8C + n: chr(0x2776 + n) for n in range(10)}  # fmt: skip
_WINGDINGS_2 = {
    0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "•", 0xA0: "■",
    0xA2: "■", 0xA3: "☐",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_FONTS_ONLY_OF_SYMBOLS = frozenset({*_FONTS, "wingdings 3", "webdings", "marlett", "zapfdingbats"})
_WRITTEN = (b"ingdings", b'"Symbol"', b"'Symbol'", b"ebdings", b"ZapfDingbats", b"Marlett")
_NAMED, _ASCII_FONT = W + "rFonts", W + "ascii"


def symbol(font: str, code: str) -> str:
    """The character that a symbol font shows for a hexadecimal code; U+FFFD where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    return _shown(font.casefold(), point)


def names_symbol_fonts(raw: bytes) -> bool:
    """Whether a part may name a font of symbols: most name none, and need not be looked through."""
    return raw[:1] != b"<" or any(name in raw for name in _WRITTEN)


def symbol_fonts(story: etree._Element) -> dict[etree._Element | None, str]:
    """The runs of a story that set their words in a font of symbols, and that font."""
    found: dict[etree._Element | None, str] = {}
    for named in story.iter(_NAMED):
        font = (named.get(_ASCII_FONT) or "").casefold()
        look = named.getparent() if font in _FONTS_ONLY_OF_SYMBOLS else None
        if look is not None:
            found[look.getparent()] = font
    return found


def in_symbols(words: str, font: str) -> str:
    """Words as a symbol font shows them, one character for each; those beyond its 8 bits stay as they are."""
    return "".join(_shown(font, ord(c)) if c < "\u0100" or "\uf000" <= c <= "\uf0ff" else c for c in words)


def _shown(font: str, point: int) -> str:
    private = 0xF000 <= point <= 0xF0FF  # the private area where Word keeps the 8-bit codes of symbol fonts
    if font in _FONTS_ONLY_OF_SYMBOLS:
        code = point - 0xF000 if private else point
        return _FONTS.get(font, {}).get(code, " " if code == 0x20 else UNKNOWN)
    return chr(point) if 0x20 <= point < 0xD800 or 0xF900 <= point < 0x110000 else UNKNOWN

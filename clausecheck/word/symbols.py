"""Characters that ``w:sym`` takes from a symbol font (ECMA-376 17.3.3.30)."""

from __future__ import annotations

UNKNOWN = "\ufffd"

_GREEK = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
_SYMBOL = _GREEK | {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD7: "⋅", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x2D: "−",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA0: "▪",
    0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str:
    """The character that a symbol font shows for a hexadecimal code; U+FFFD where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    private = 0xF000 <= point <= 0xF0FF  # the private area where Word keeps the 8-bit codes of symbol fonts
    code_in_font = point - 0xF000 if private else point
    table = _FONTS.get(font.casefold())
    if table is None:
        return chr(point) if 0x20 <= point < 0xD800 or 0xF900 <= point < 0x110000 else UNKNOWN
    plain = font.casefold() == "symbol" and 0x20 <= code_in_font < 0x40  # figures and signs stand where ASCII has them
    return table.get(code_in_font, chr(code_in_font) if plain else UNKNOWN)

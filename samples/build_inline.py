"""The marks inside a sample's sentences, written as Word runs.

``**bold**``, ``//italic//`` and marks in braces::

    {ref:id}          a REF field to the paragraph called id, its number as the stored result
    {badref:id}       a REF field whose bookmark is gone, with Word's error text as the stored result
    {+mori} … {/+}    inserted by the author called mori; {-mori} … {/-} deleted by that author
    {comment:key} … {/comment}    the words that a comment hangs on
    {control:Tag} … {/control}    a plain-text content control
    {mark} … {/mark}  highlighted
    {note:key}        a footnote      {br} a soft line break      {tab} a tab
    {cut}             a run ends here for no visible reason
    {page} {pages}    the page number, the number of pages
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

MARK = re.compile(r"(\*\*|//|\{[^{}]+\})")
ERROR_TEXT = "Error! Reference source not found."  # what Word leaves where a bookmark was deleted


@dataclass
class Sheet:
    """What all paragraphs of one sample share: who writes in it, and the ids that Word wants unique."""

    authors: dict[str, dict[str, str]]
    labels: dict[str, str] = field(default_factory=dict)  # id of a paragraph -> its number as a REF field shows it
    notes: list[str] = field(default_factory=list)  # keys in the order of their marks
    comments: list[str] = field(default_factory=list)
    fields: bool = True  # False: references are typed
    last_id: int = 0

    def next_id(self) -> int:
        """A number for a bookmark, tracked change or content control, unique in the file."""
        self.last_id += 1
        return self.last_id

    def change(self, kind: str, author: str) -> str:
        """The start tag of a tracked change, without its closing bracket."""
        who = self.authors[author]
        return f'<w:{kind} w:id="{self.next_id()}" w:author={quoteattr(who["name"])} w:date="{who["date"]}"'


def bookmark(name: str) -> str:
    """The bookmark that Word would set for a cross-reference to the paragraph called ``name``."""
    return "_Ref" + str(500000000 + sum(ord(letter) * 131**place for place, letter in enumerate(name)) % 90000000)


def curly(text: str) -> str:
    """Typographic quotation marks and apostrophes, as Word sets them while one types."""
    text = re.sub(r'(^|[\s(\[}])"(?=[\w*{])', "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(^|[\s(\[}])'(?=[\w*{])", "\\1\N{LEFT SINGLE QUOTATION MARK}", text)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


@dataclass
class Look:
    """The character formatting in force while a text is written."""

    bold: bool = False
    italic: bool = False
    mark: bool = False
    deleted: bool = False

    def properties(self, extra: str = "") -> str:
        """``w:rPr`` in the order that the schema wants."""
        inner = extra + "<w:b/>" * self.bold + "<w:i/>" * self.italic + '<w:highlight w:val="yellow"/>' * self.mark
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def run(self, content: str, extra: str = "") -> str:
        """One run round ``content``."""
        return f"<w:r>{self.properties(extra)}{content}</w:r>"

    def words(self, text: str) -> str:
        """A run of plain words, or nothing."""
        tag = "delText" if self.deleted else "t"
        return self.run(f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>') if text else ""


def field_runs(look: Look, instruction: str, result: str) -> str:
    """A complex field with its stored result (ECMA-376 part 1, 17.16.18)."""
    parts = [
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    ]
    return "".join(look.run(part) for part in parts) + look.words(result) + look.run('<w:fldChar w:fldCharType="end"/>')


def reference(sheet: Sheet, look: Look, name: str) -> str:
    """A cross-reference to the paragraph called ``name``."""
    if not sheet.fields:
        return look.words(sheet.labels[name])
    switch = "\\w" if "(" in sheet.labels[name] else "\\r"
    return field_runs(look, f"REF {bookmark(name)} {switch} \\h", sheet.labels[name])


def bad_reference(look: Look, name: str) -> str:
    """A cross-reference to a paragraph that was deleted."""
    return field_runs(Look(bold=True, mark=look.mark), f"REF {bookmark(name)} \\r \\h", ERROR_TEXT)


def comment_end(sheet: Sheet, look: Look, key: str) -> str:
    number = sheet.comments.index(key)
    style = '<w:rStyle w:val="CommentReference"/>'
    return f'<w:commentRangeEnd w:id="{number}"/>' + look.run(f'<w:commentReference w:id="{number}"/>', style)


def comment_start(sheet: Sheet, key: str) -> str:
    sheet.comments.append(key)
    return f'<w:commentRangeStart w:id="{len(sheet.comments) - 1}"/>'


def footnote(sheet: Sheet, look: Look, key: str) -> str:
    sheet.notes.append(key)
    style = '<w:rStyle w:val="FootnoteReference"/>'
    return look.run(f'<w:footnoteReference w:id="{len(sheet.notes)}"/>', style)


def control_start(sheet: Sheet, tag: str) -> str:
    properties = f'<w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{sheet.next_id()}"/><w:text/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>"


def runs(sheet: Sheet, text: str, bold: bool = False) -> str:
    """A marked text as the inline content of one paragraph."""
    look = Look(bold=bold)
    return "".join(mark(sheet, look, piece) for piece in MARK.split(curly(text)) if piece)


def mark(sheet: Sheet, look: Look, piece: str) -> str:
    """One mark or stretch of words; toggles change ``look`` for what follows."""
    if piece in ("**", "//", "{mark}", "{/mark}"):
        name = {"**": "bold", "//": "italic"}.get(piece, "mark")
        setattr(look, name, not getattr(look, name))
        return ""
    if not piece.startswith("{"):
        return look.words(piece)
    if piece[1] in "+-/":
        return change_mark(sheet, look, piece[1:-1])
    name, _, value = piece[1:-1].partition(":")
    return brace(sheet, look, name, value)


def change_mark(sheet: Sheet, look: Look, name: str) -> str:
    """The start or the end of a tracked change, comment range or content control."""
    if name in ("/+", "/-"):
        look.deleted = False
        return "</w:ins>" if name == "/+" else "</w:del>"
    if name == "/control":
        return "</w:sdtContent></w:sdt>"
    if name == "/comment":
        return comment_end(sheet, look, sheet.comments[-1])
    look.deleted = name[0] == "-"
    return sheet.change("del" if look.deleted else "ins", name[1:]) + ">"


def brace(sheet: Sheet, look: Look, name: str, value: str) -> str:
    """A mark that stands alone or opens a range."""
    match name:
        case "ref":
            return reference(sheet, look, value)
        case "badref":
            return bad_reference(look, value)
        case "comment":
            return comment_start(sheet, value)
        case "control":
            return control_start(sheet, value)
        case "note":
            return footnote(sheet, look, value)
        case "page" | "pages":
            return field_runs(look, "PAGE" if name == "page" else "NUMPAGES", "1")
        case "br" | "tab":
            return look.run(f"<w:{name}/>")
        case "cut":
            return ""
    raise ValueError(f"unknown mark {{{name}}}")

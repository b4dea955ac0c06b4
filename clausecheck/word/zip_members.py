"""The members of a zip, each unpacked within its declared size, and copied to another zip as they lie there."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise

from ..model import ClausecheckError

_LOCAL, _ENTRY, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_DESCRIPTOR, _UTF8 = 0x08, 0x800  # flags: sizes stand behind the data; the name is UTF-8
_UNKNOWN = (0, 0xFFFFFFFF)  # what a local header says where the sizes stand elsewhere
_ZIP64 = 1  # the extra field of sizes that need more than 32 bits: none here does
_VERSION = 20  # of the zip format, in tenths, that deflate needs


class Members:
    """The members of one zip, through its central directory, as Word reads it."""

    def __init__(self, raw: bytes, infos: Sequence[zipfile.ZipInfo]) -> None:
        self._raw = raw
        self._infos = {info.filename: info for info in infos}
        self._data = {info.filename: _data_of(raw, info) for info in infos}
        _refuse_overlaps(infos, self._data)

    def packed(self, name: str) -> bytes:
        """The bytes of a member as they lie in the zip."""
        begin, end = self._data[name]
        return self._raw[begin:end]

    def unpacked(self, name: str) -> bytes:
        """The content of a member; its size, its end and its checksum are those that the zip declares.

        Raises:
            ClausecheckError: the member is damaged, or lies about its size.
        """
        info, packed = self._infos[name], self.packed(name)
        content = packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info.file_size)
        if content is None or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise ClausecheckError(
                f"The part {name} of this file is damaged: open the draft in Word, repair it and save it again."
            )
        return content


class Archive:
    """A new zip, of members that are copied and members that are made."""

    def __init__(self, comment: bytes = b"") -> None:
        self._comment = comment
        self._bytes = bytearray()
        self._entries: list[bytes] = []

    def copy(self, info: zipfile.ZipInfo, packed: bytes) -> None:
        """Add a member of another zip as it lies there: name, date, attributes, method and packed bytes."""
        self._add(info, info.compress_type, packed, info.CRC, info.file_size)

    def put(self, info: zipfile.ZipInfo, content: bytes) -> None:
        """Add new content under the name, date, attributes and method of ``info``."""
        packed = content if info.compress_type == zipfile.ZIP_STORED else _deflated(content)
        self._add(info, info.compress_type, packed, zlib.crc32(content), len(content))

    def close(self) -> bytes:
        """The whole zip."""
        directory, number = b"".join(self._entries), len(self._entries)
        end = _END.pack(b"PK\5\6", 0, 0, number, number, len(directory), len(self._bytes), len(self._comment))
        return b"".join((self._bytes, directory, end, self._comment))

    def _add(self, info: zipfile.ZipInfo, method: int, packed: bytes, crc: int, size: int) -> None:
        name, extra, offset = _name(info), _extra(info.extra), len(self._bytes)
        flags = info.flag_bits & ~_DESCRIPTOR
        common = (flags, method, *_moment(info.date_time), crc, len(packed), size, len(name), len(extra))
        self._bytes += _LOCAL.pack(b"PK\3\4", _VERSION, *common) + name + extra + packed
        made_by = info.create_system << 8 | _VERSION
        rest = (len(info.comment), 0, info.internal_attr, info.external_attr, offset)
        self._entries.append(_ENTRY.pack(b"PK\1\2", made_by, _VERSION, *common, *rest) + name + extra + info.comment)


def _data_of(raw: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Where the packed bytes of a member lie; its local header must say what the central directory says."""
    at = info.header_offset
    head = raw[at : at + _LOCAL.size] if at >= 0 else b""
    if len(head) < _LOCAL.size or head[:4] != b"PK\3\4":
        raise _damaged(info)
    flags, method, packed, size, name, extra = (_LOCAL.unpack(head)[i] for i in (2, 3, 7, 8, 9, 10))
    begin = at + _LOCAL.size + name + extra
    named = raw[at + _LOCAL.size : at + _LOCAL.size + name] == _name(info)
    sized = flags & _DESCRIPTOR or ((packed in (*_UNKNOWN, info.compress_size)) and size in (*_UNKNOWN, info.file_size))
    if not named or not sized or method != info.compress_type or begin + info.compress_size > len(raw):
        raise _damaged(info)
    return begin, begin + info.compress_size


def _refuse_overlaps(infos: Sequence[zipfile.ZipInfo], data: dict[str, tuple[int, int]]) -> None:
    """Members that share their bytes make a small file unpack to any size."""
    places = sorted((info.header_offset, data[info.filename][1]) for info in infos)
    for (_, end), (begin, _) in pairwise(places):
        if begin < end:
            raise ClausecheckError("This file holds members that lie over each other: it is not opened.")


def _damaged(info: zipfile.ZipInfo) -> ClausecheckError:
    return ClausecheckError(
        f"The entry of {info.filename[:100]} in this file contradicts itself: "
        "open the draft in Word, repair it and save it again."
    )


def _inflated(packed: bytes, size: int) -> bytes | None:
    """What deflated bytes hold, if they end where they should; None where they do not, or hold more than ``size``."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, size + 1)
    except zlib.error:
        return None
    return content if inflater.eof and not inflater.unused_data else None


def _deflated(content: bytes) -> bytes:
    deflater = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(content) + deflater.flush()


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace")


def _moment(date: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    """Time and date as a zip holds them, in steps of two seconds from 1980 on."""
    year, month, day, hour, minute, second = date
    return hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day


def _extra(extra: bytes) -> bytes:
    """The extra fields of an entry without those of a large zip: the sizes stand in the headers now."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept

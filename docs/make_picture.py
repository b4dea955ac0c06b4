"""Write docs/images/reviewed-page.png, a page of the reviewed sample with its comments in the margin.

``python docs/make_picture.py`` needs LibreOffice and poppler-utils.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "images" / "reviewed-page.png"
PAGE = 2  # tracked changes, comments and an inserted clause on one page
WIDTH = 1400  # pixels


def printed(folder: Path) -> Path:
    """The reviewed sample as PDF, its comments in the margin."""
    subprocess.run([sys.executable, "-m", "clausecheck", "demo", "--output", str(folder)], check=True)
    margin = json.dumps({"ExportNotesInMargin": {"type": "boolean", "value": "true"}})
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", f"pdf:writer_pdf_Export:{margin}"]
    subprocess.run([*convert, "--outdir", str(folder), str(folder / "faulty.internal.docx")], check=True)
    return folder / "faulty.internal.pdf"


def picture(pdf: Path, target: Path) -> None:
    """One page of the PDF."""
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    page = ["-f", str(PAGE), "-l", str(PAGE), "-singlefile", *size]
    subprocess.run(["pdftoppm", "-png", *page, str(pdf), str(target.with_suffix(""))], check=True)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        picture(printed(Path(place)), TARGET)

"""Write docs/images/reviewed-page.png, a page of the reviewed sample with its comments in the margin.

``python docs/make_picture.py`` needs LibreOffice and poppler-utils.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "images" / "reviewed-page.png"
PAGE = 2  # tracked changes, comments and an inserted clause on one page
DOTS = 130  # an inch
LEFT, TOP, WIDTH, HEIGHT = 0.58, 1.45, 7.15, 8.75  # inches: the page without its white edges
# LibreOffice leaves comments out of a PDF that it exports without a window; it prints them where its settings say so
MARGIN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>4</value></prop>
</item>
</oor:items>
"""


def printed(folder: Path) -> Path:
    """The reviewed sample as PDF, its comments in the margin."""
    day = {**os.environ, "SOURCE_DATE_EPOCH": "1793599200"}  # 2 November 2026, as the samples are dated
    subprocess.run([sys.executable, "-m", "clausecheck", "demo", "--output", str(folder)], check=True, env=day)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(MARGIN, encoding="utf-8")
    out = folder / "printed"
    out.mkdir()
    call = ["soffice", f"-env:UserInstallation={settings.parents[1].as_uri()}", "--headless", "--print-to-file"]
    subprocess.run([*call, "--outdir", str(out), str(folder / "faulty.internal.docx")], check=True)
    return out / "faulty.internal.pdf"


def picture(pdf: Path, target: Path) -> None:
    """One page of the PDF."""
    corner = ["-x", str(int(LEFT * DOTS)), "-y", str(int(TOP * DOTS))]
    size = ["-W", str(int(WIDTH * DOTS)), "-H", str(int(HEIGHT * DOTS))]
    page = ["-f", str(PAGE), "-l", str(PAGE), "-singlefile", "-r", str(DOTS)]
    subprocess.run(["pdftoppm", "-png", *page, *corner, *size, str(pdf), str(target.with_suffix(""))], check=True)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        picture(printed(Path(place)), TARGET)

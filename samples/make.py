"""Write the sample drafts: ``python samples/make.py`` makes samples/NAME.docx from each samples/text/NAME.yaml."""

from __future__ import annotations

from pathlib import Path

import yaml
from build_package import package, save

HERE = Path(__file__).resolve().parent


def make(target: Path) -> list[Path]:
    """Write every sample into the folder ``target``; the files written, in the order of their names."""
    made = []
    for text in sorted((HERE / "text").glob("*.yaml")):
        made.append(target / f"{text.stem}.docx")
        save(package(yaml.safe_load(text.read_text(encoding="utf-8"))), made[-1])
    return made


if __name__ == "__main__":
    for file in make(HERE):
        print(file.relative_to(HERE.parent))

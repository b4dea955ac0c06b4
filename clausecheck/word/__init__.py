"""Word files: opened safely, read as Word shows them, and marked without harm to what is there."""

from .package import Package, open_package
from .reading import read

__all__ = ["Package", "open_package", "read"]

"""Word files: opened safely, read as Word shows them, and marked without harm to what is there."""

from .ours import Lifted, lift
from .package import Package, open_package
from .reading import read

__all__ = ["Lifted", "Package", "lift", "open_package", "read"]

"""What setup.cfg cannot say: rules/, templates/ and samples/ ship as data, without the scripts beside it."""

from __future__ import annotations

from setuptools import setup
from setuptools.command.build_py import build_py

DATA = ("clausecheck.rules", "clausecheck.templates", "clausecheck.samples")


class BuildPy(build_py):
    """Takes no module from a folder of data, such as samples/make.py."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        return [] if package in DATA else super().find_package_modules(package, package_dir)


setup(cmdclass={"build_py": BuildPy})

"""LibreOffice accepts and rejects tracked changes: a program that knows nothing of ours says what a file holds."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Decide(folder As String)
  Dim names(2000) As String
  Dim name As String, size As Integer, i As Integer
  name = Dir(folder &amp; "/*.docx")
  Do While name &lt;&gt; ""
    names(size) = folder &amp; "/" &amp; name
    size = size + 1
    name = Dir()
  Loop
  For i = 0 To size - 1
    Save(names(i), ".uno:AcceptAllTrackedChanges", ".accepted.txt")
    Save(names(i), ".uno:RejectAllTrackedChanges", ".rejected.txt")
  Next i
End Sub

Sub Save(name As String, decision As String, suffix As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim document As Object, dispatcher As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(name), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, decision, "", 0, Array())
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName" : text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions" : text(1).Value = "UTF8,LF,,,"
  document.storeToURL(ConvertToURL(name &amp; suffix), text())
  document.close(True)
End Sub
</script:module>
"""


class Office:
    """One LibreOffice with a profile of its own."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._run("--terminate_after_init")  # which writes a profile; the macro goes in afterwards
        library = profile / "user/basic/Standard"
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (library / "Changes.xba").write_text(_MODULE, encoding="utf-8")

    def decide(self, files: Iterable[Path]) -> list[tuple[list[str], list[str]]]:
        """The lines of each file with all changes accepted, and with all rejected; the files stand in one folder."""
        files = list(files)
        self._run(f"macro:///Standard.Changes.Decide({files[0].parent})")
        return [(self._lines(one, "accepted"), self._lines(one, "rejected")) for one in files]

    def _run(self, *arguments: str) -> None:
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        subprocess.run(["soffice", profile, "--headless", "--norestore", *arguments], capture_output=True, timeout=600)

    @staticmethod
    def _lines(file: Path, view: str) -> list[str]:
        return file.with_name(f"{file.name}.{view}.txt").read_text(encoding="utf-8-sig").split("\n")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    return Office(tmp_path_factory.mktemp("office"))

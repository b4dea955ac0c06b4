"""What a deal's own file says beside its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody of ours decided to live with a finding, named by its rule's code or by its own fingerprint."""

    reason: str
    code: str = ""
    fingerprint: str = ""
    by: str = ""
    until: str = ""  # ISO date, the last day on which it counts; empty = for good


@dataclass(frozen=True, slots=True)
class Deal:
    """The settings of one deal; what is empty, the file does not say."""

    file: str = ""  # its path; empty where there is no such file
    side: str = ""
    paper: str = ""
    stage: str = ""
    people: tuple[str, ...] = ()  # ours, whose replies in Word count
    facts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    extends: str = ""  # the rulebook that it stands over
    changes_rules: bool = False  # it extends, disables or overrides rules

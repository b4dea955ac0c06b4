"""Templates from elsewhere: what could read, hang or fill the memory is refused in one sentence."""

from __future__ import annotations

import time

import pytest

from clausecheck.model import ClausecheckError
from clausecheck.suggest.sandbox import offered, run

HOSTILE = {
    "class": "{{ licensor.__class__ }}",
    "class by key": "{{ licensor['__class__'] }}",
    "method of a text": "{{ licensor.upper() }}",
    "format": "{{ '{0.__class__}'.format(licensor) }}",
    "method of a mapping": "{{ terms.items() }}",
    "globals of a function": "{{ fill.__globals__ }}",
    "import": "{% import 'confidentiality.j2' as other %}",
    "include": "{% include '/etc/passwd' %}",
    "extends": "{% extends '../secret.j2' %}",
    "endless range": "{% for i in range(10**9) %}x{% endfor %}",
    "unknown function": "{{ range(3) }}",
    "power": "{{ 9 ** 999999999 }}",
    "long text": "{{ 'x' * 999999999 }}",
    "padded text": "{{ licensor|center(999999999) }}",
    "joined characters": "{{ licensor|joined }}",
    "loop in loop": "{% for a in patents %}{% for b in patents %}x{% endfor %}{% endfor %}",
    "recursion": "{{ _again() }}",
    "doubling recursion": "{{ _twice() }}",
    "growing text": "{{ _d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d(_d('x')))))))))))))))) }}",
    "printed list": "{{ patents }}",
    "unknown variable": "{{ password }}",
    "unknown term": "{{ terms.password }}",
    "wrong arguments": "{{ fill() }}",
    "syntax": "{% if %}",
    "deep brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "too long": "x" * 30_000,
}
MACROS = """
{% macro _again() %}{{ _again() }}{% endmacro %}
{% macro _twice() %}{{ _twice() }}{{ _twice() }}{% endmacro %}
{% macro _d(x) %}{{ x }}{{ x }}{{ x }}{% endmacro %}
"""
CONTEXT = {"licensor": "Licensor", "terms": {"field": ""}, "patents": ["JP 1", "JP 2"], "fill": lambda key, what: what}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_template_is_refused_in_one_sentence(body):
    started = time.monotonic()
    with pytest.raises(ClausecheckError) as caught:
        run(f"{MACROS}{{% macro stance() %}}{body}{{% endmacro %}}", "theirs.j2", "stance", CONTEXT)
    assert time.monotonic() - started < 1
    message = str(caught.value)
    assert message.startswith("Template theirs.j2")
    assert message.endswith(".")
    assert "\n" not in message
    assert len(message) < 300


def test_error_names_the_line():
    with pytest.raises(ClausecheckError, match=r"Template mine\.j2, line 2 cannot be used: “Include” is not allowed"):
        offered("{% macro one() %}\n{% include 'x' %}{% endmacro %}", "mine.j2")


def test_plain_template_gives_heading_and_text():
    source = '{% set heading = "Names" %}{% macro one() %}{{ licensor }}: {{ patents|joined }}.{% endmacro %}'
    assert offered(source, "mine.j2") == ("one",)
    assert run(source, "mine.j2", "one", CONTEXT) == ("Names", "Licensor: JP 1 and JP 2.")


def test_stance_that_is_not_there_is_said():
    with pytest.raises(ClausecheckError, match="no stance “two”"):
        run("{% macro one() %}x{% endmacro %}", "mine.j2", "two", CONTEXT)

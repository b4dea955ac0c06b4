"""python -m clausecheck."""

from .cli.main import main

main()

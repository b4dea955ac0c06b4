"""The one kind of error that a user ever sees."""


class ClausecheckError(Exception):
    """One sentence for counsel: what is wrong, and what to do. The command line prints it and ends with exit code 2."""

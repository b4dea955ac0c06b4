"""clausecheck: reads a technology-licence draft in Word and says what to mend before signing."""

__version__ = "0.1.0"

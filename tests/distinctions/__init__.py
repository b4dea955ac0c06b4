"""Small drafts that differ in one fine point, and what a careful lawyer reads in each."""

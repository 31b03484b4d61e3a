"""Which mentions are one person, by the verdicts given, and how to take that back."""

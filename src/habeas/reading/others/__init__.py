"""Readers by others: what they are asked, what they may answer, and what of it gets in."""

"""Bytes become text, text becomes drafts of claims. Plain functions; no register, no clock."""

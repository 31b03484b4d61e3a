"""Readers by others that read files or talk to a model: how they are asked, and under which rules."""

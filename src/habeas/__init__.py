"""Habeas: an evidence-backed register of people imprisoned for political reasons."""

__version__ = "0.1.0"

"""Finders: where in a sentence people, numbers of people, days, places and events are named."""

"""Everything that would change with a new language: names, numbers, days, sentences; as data packs."""

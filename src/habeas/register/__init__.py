"""The store: one log that is the truth, and tables derived from it. The only room with a database."""

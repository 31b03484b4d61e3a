"""Keys, sealing, and the chain of the log. Talks to no store and knows no claim."""

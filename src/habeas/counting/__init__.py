"""Numbers about people over time: stays in custody, who is inside on a day."""

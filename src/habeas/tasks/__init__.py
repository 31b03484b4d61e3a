"""One module per thing a person does. The only floor that joins rooms."""

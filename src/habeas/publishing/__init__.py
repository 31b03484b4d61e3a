"""What an outsider sees: charts, and later editions."""

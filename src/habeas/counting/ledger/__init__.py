"""The ledger of reported totals: which can all be right, which cannot, and what they allow."""

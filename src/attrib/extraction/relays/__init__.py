"""Accounts of accounts: who passes on whom, and where one ends."""

"""Protecting people: anonymising with a vault, backups, and what is told of the data held."""

"""Findings and quotes: what the study claims, and whether it still stands."""

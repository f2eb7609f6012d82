"""Choosing cases: sampling frames, selections, and what the shipped area data say of cases."""

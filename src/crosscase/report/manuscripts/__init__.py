"""The prose of a manuscript: its sentences, numbers, quotes and marks."""

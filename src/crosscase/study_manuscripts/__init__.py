"""Manuscripts, in Word and Markdown, checked against the study."""

"""Cross-case analysis: from coded passages to what a study concludes about its cases."""

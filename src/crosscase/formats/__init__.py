"""Bytes to plain records and back, one module a format; nothing here knows a study."""

"""Alembic looks for this file; the migrations are run by ``store/migrating.py``."""

"""The first log tables."""

from __future__ import annotations

from alembic import op

from crosscase.store.log_tables import log_metadata

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make all tables of the log; later migrations spell their changes out."""
    log_metadata.create_all(op.get_bind())

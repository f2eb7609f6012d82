"""The tables that hold the log. They are migrated, never rebuilt; all else is read from them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

__all__ = [
    "APPLICATION_ID",
    "LOG_VERSION",
    "blob",
    "change",
    "entity",
    "head",
    "log_metadata",
    "meta",
    "operation",
    "purged",
    "receipt",
    "writer",
]

APPLICATION_ID = 0x43524F53  # "CROS"
LOG_VERSION = 1

log_metadata = MetaData()

# Small facts about the file itself: study id, who may read it, which state tables it holds.
meta = Table(
    "meta",
    log_metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

writer = Table(
    "writer",
    log_metadata,
    Column("row", Integer, primary_key=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
)

operation = Table(
    "operation",
    log_metadata,
    Column("row", Integer, primary_key=True),
    Column("writer", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("wall_ms", Integer, nullable=False),
    Column("person", LargeBinary(16)),
    Column("sentence", LargeBinary, nullable=False),
    Column("heads", LargeBinary, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    # Local facts, not hashed: which receipt brought it, and whether its clock ran ahead of ours.
    Column("receipt", Integer),
    Column("future", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("writer", "seq"),
)
Index("operation_at", operation.c.at)
Index("operation_receipt", operation.c.receipt, sqlite_where=operation.c.receipt.is_not(None))

entity = Table(
    "entity",
    log_metadata,
    Column("row", Integer, primary_key=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("kind", Integer, nullable=False),
)
Index("entity_kind", entity.c.kind)

change = Table(
    "change",
    log_metadata,
    Column("entity", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("writer", Integer, nullable=False),
    Column("operation", Integer, nullable=False),
    Column("kind", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("fields", LargeBinary),
    Column("salt", LargeBinary(16)),
    Column("hash", LargeBinary(32), nullable=False),
    Column("over", LargeBinary, nullable=False),
    Column("seal", Integer, nullable=False),
    PrimaryKeyConstraint("entity", "at", "writer"),
    sqlite_with_rowid=False,
)
Index("change_operation", change.c.operation)

head = Table("head", log_metadata, Column("operation", Integer, primary_key=True))

purged = Table(
    "purged",
    log_metadata,
    Column("entity", Integer, primary_key=True),
    Column("operation", Integer, nullable=False),
)

receipt = Table(
    "receipt",
    log_metadata,
    Column("row", Integer, primary_key=True),
    Column("wall_ms", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("operations", Integer, nullable=False),
    Column("taken_out", Integer, nullable=False, server_default=text("0")),
)

blob = Table(
    "blob",
    log_metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

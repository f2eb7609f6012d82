"""What the routes take and answer, in the field's words; the interface's types come from these."""

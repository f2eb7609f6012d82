"""The field: cases, participants, their memberships and attributes, and who speaks."""

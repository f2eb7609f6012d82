"""Reporting checklists: what journals ask for, item by item."""

"""Fieldwork over the stages: guides and topics, and what follows from sources and contacts."""

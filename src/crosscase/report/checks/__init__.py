"""The language of checks: what a finding says can be counted."""

"""A paragraph becomes lines."""

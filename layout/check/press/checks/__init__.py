"""The checks of preflight, a file each, by the numbers of the list in docs/preflight.md."""

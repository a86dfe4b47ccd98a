"""The press PDF. `document.PressBackend` makes it; importing this package loads nothing."""

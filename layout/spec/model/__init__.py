"""What specs and style sheets may say: a class a mapping, an option a key."""

"""The words of messages: a key and values where something is told, words where it is shown."""

"""What happens to a press file afterwards: who keeps what of it (docs/afterwards.md)."""

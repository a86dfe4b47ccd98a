"""What happens to a press file afterwards."""

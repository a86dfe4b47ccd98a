"""Pictures of type and print that stand in for photographs, drawn with numpy and Pillow."""

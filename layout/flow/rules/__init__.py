"""Rules, borders and the ornaments they are made of, as what is drawn."""

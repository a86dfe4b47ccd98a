"""The pages of a PDF put apart by ink: its operators rewritten in grey, once for each plate."""

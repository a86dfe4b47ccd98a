"""Pictures in their frames, alone or in groups, with their captions."""

"""Drawn pictures for `specs/daily`: a store of reels, copies on a belt, a page planned on paper."""

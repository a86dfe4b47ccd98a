"""The live proof: an edition in a browser, which changes as its files are saved.

`worker` (one thread) makes pages and knows their state (`state`); `watcher` tells it that files
may have changed; `checker`, a process of its own, runs checks and preflight while nobody waits.
`hub` knows the browsers and sends each what it lacks (`messages`), `app` and `guard` are the door:
requests, and what is refused. `server` starts and ends it all. Importing this loads nothing.
"""

"""The thread that tells the worker that files may have changed."""

import threading
import time
from pathlib import Path

from layout.making.watched import LOOK_MS, looks
from layout.preview.worker import Worker


class Watcher:
    """Watches the folders of a proof's files, which change with what its pages name."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._stop = threading.Event()
        self._watched: frozenset[Path] = frozenset()
        self._thread = threading.Thread(target=self._run, name="banxin-watcher", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, patience: float = 2.0) -> None:
        """End."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def is_set(self) -> bool:
        """Whether the watch under way is to end: for good, or because of other folders."""
        return self._stop.is_set() or self._worker.folders != self._watched

    def _run(self) -> None:
        while not self._stop.is_set():
            self._watched = self._worker.folders
            try:
                self._worker.look()  # what was saved before the watch began
                for _ in looks(self._worker.interest, self):
                    self._worker.look()
            except OSError:  # a folder has just gone, or the system's limit is reached
                time.sleep(LOOK_MS / 1000)

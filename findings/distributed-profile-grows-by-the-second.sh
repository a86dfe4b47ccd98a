#!/usr/bin/env bash
# distributed 2026.8.0: a worker keeps a profile of every second of work, for an hour, by default.
#
# Each hundredth of a second the stacks of the threads of its pool are taken down
# (`distributed.worker.profile.enabled`), and each second a tree of them goes into
# `Worker.profile_history`, 3600 of which are kept. The tree of one second holds every frame met,
# with its file, name and row as text: where calls lie deep and are of many kinds, as in setting a
# page, that is some 100 KB a second, and a worker grows for its first hour by what looks like a leak
# of the task. The same work on a thread of the task's own is not seen, and costs next to nothing.
# So: a worker whose memory is to stay as it is works on a thread of its own, or the profile is off.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check distributed==2026.8.0
cat >"$dir/seen.py" <<'PY'
import pickle
import random
import time
from concurrent.futures import ThreadPoolExecutor

# 60 functions, each of which calls another one by chance, 25 deep.
SOURCE = """
def f{n}(depth, dice):
    total = sum(range(2000))
    return total if not depth else CALLS[dice.randrange(60)](depth - 1, dice)
"""
CALLS = []
space = {"CALLS": CALLS}
for n in range(60):
    exec(SOURCE.format(n=n), space)
    CALLS.append(space[f"f{n}"])


def work(seconds):
    dice = random.Random(1)
    end = time.process_time() + seconds
    while time.process_time() < end:
        CALLS[0](25, dice)


def apart(seconds):
    with ThreadPoolExecutor(1) as own:
        own.submit(work, seconds).result()


def kept(dask_worker):
    return len(pickle.dumps([tree for _, tree in dask_worker.profile_history]))


if __name__ == "__main__":
    from distributed import Client, LocalCluster

    sizes = {}
    for call in (work, apart):
        with (
            LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            client.submit(call, 8).result()
            time.sleep(2)  # the last second is written down
            (sizes[call.__name__],) = client.run(kept).values()
    print("bytes of profile after 8 s of work, on a thread of the pool and on one of its own:", sizes)
    assert sizes["work"] > 200_000 > 20_000 > sizes["apart"]
PY
cd "$dir" && DASK_CONFIG="$dir" PYTHONPATH="$dir" "$dir/venv/bin/python" seen.py

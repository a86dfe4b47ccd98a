"""What making an archive on a cluster says in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "BUILD.folder": (
        "nothing can be written here, and nothing of it is made: {why}",
        "give another folder (-o)",
    ),
    "CLUSTER.projects": (
        "{file}: its pages are of several projects, which are not sent together",
        "leave one banxin.yaml above them all",
    ),
    "CLUSTER.refused": (
        "worker {worker} is given nothing: it would make other files ({parts})",
        "install the same Banxin there, by the same lock",
    ),
    "CLUSTER.twice": (
        "another command makes pages here too ({count:#folder} in all): each is made twice",
        "end one of them; the other makes them all",
    ),
    "CLUSTER.unasked": (
        "worker {worker} is given nothing: it does not say what it makes pages with: {why}",
        "install the same Banxin there, by the same lock",
    ),
    "CLUSTER.waiting": (
        "no worker has connected yet; one is waited for, {seconds:#second}",
        "dask worker begins one",
    ),
    "MADE-AGAIN.changed": (
        "it is not as the manifest says, and is made again",
        "a fault of the disk, or somebody changed it",
    ),
    "MADE-AGAIN.gone": "the file is gone, and is made again",
    "MADE-AGAIN.program": "Banxin, a package or a face is another one than last time: what was "
    "made is made again",
    "MADE-AGAIN.way": "the options are others than last time: what was made so is made again",
    "MANIFEST.unread": "{count:#line} of the manifest cannot be read and {count:?is|are} left out",
    "SAME-FILE.folders": (
        "this edition and {other} would both be written to {file}",
        "build them into two folders, or rename one",
    ),
    "SAME-FILE.projects": (
        "{other} stands in {file} already, and this is of another project: it is not made",
        "give another folder (-o)",
    ),
    "USE.cluster-address": "--cluster takes the address of a scheduler, tcp://127.0.0.1:8786, "
    "not {given:quoted}",
    "USE.cluster-alone": "--cluster makes press pages on the workers: without --jobs, --watch and "
    "other renderers",
    "USE.cluster-tls": (
        "{given}: a cluster on other machines is spoken to through TLS alone",
        "tls://…, with the certificates that Dask's configuration names",
    ),
    "part.archive": "{made:#page} made, {before} made before, {left} not made",
    "part.archive-faulty": "{count:#page} made with errors",
    "part.archive-goes-on": "the same command goes on where this one ended",
    "part.archive-more": "{line}; {what:clauses}",
    "part.archive-volumes": "{made:#edition} made, {before} made before, {left} not made",
    "part.archive-without": "{count:#edition} without {kind}",
    "part.bundle-file": "a file did not come whole: {file}",
    "part.bundle-head": "what came is no bundle of files",
    "part.bundle-large": "too much to be sent: at most {files:#file}, {most:#byte} in all",
    "part.bundle-name": "a name that cannot be sent: {file}",
    "part.bundle-other": "the files that came are not those that were sent",
    "part.cluster-byte-order": "byte order",
    "part.cluster-certificates": "no certificates are given: write them in {file}, as "
    "docs/archive.md says",
    "part.cluster-compressor": "compressor",
    "part.cluster-faces": "faces",
    "part.cluster-gone": "{address} answers no more; what is made stays, and the next run goes on",
    "part.cluster-missing": "--cluster needs {package}: `pip install banxin[cluster]`",
    "part.cluster-nobody": "{address}: no worker has connected (begin one: dask worker)",
    "part.cluster-none": "{address}: no worker that can be used ({count} refused)",
    "part.cluster-part": "{name} {there}, here {here}",
    "part.cluster-profiles": "profiles",
    "part.cluster-uncertified": "the certificates of {file} cannot be used: {why}",
    "part.cluster-unreached": "{address} cannot be reached: has the scheduler (dask scheduler) "
    "begun, and is it the right port?",
    "part.cluster-unreached-tls": "{address} cannot be reached: has the scheduler (dask scheduler "
    "--protocol tls) begun, is it the right port, are the certificates of one authority?",
    "part.made-before": "made before",
    "part.made-before-unfiled": "made before, no file of its own",
    "part.made-unfiled": "made, no file of its own",
    "part.no-volume": "{kinds:and} not made",
    "part.worker-failed": "failed on the worker: {why}",
    "part.worker-gone": "ended on the worker, {number:#time}",
    "part.worker-unlike": "was on the worker, where {file} is not the same as here",
    "part.worker-unsent": "was not begun: {why}",
}

"""What the operating system says of a file, in words of ours."""

import errno
from typing import Final

from layout.words.said import Said, said

_FAULTS: Final = {
    errno.EACCES: "part.os-denied",
    errno.EBUSY: "part.os-busy",
    errno.EDQUOT: "part.os-quota",
    errno.EEXIST: "part.os-exists",
    errno.EFBIG: "part.os-large",
    errno.EINVAL: "part.os-invalid",
    errno.EIO: "part.os-device",
    errno.EISDIR: "part.os-folder",
    errno.ELOOP: "part.os-loop",
    errno.EMFILE: "part.os-many",
    errno.ENAMETOOLONG: "part.os-long-name",
    errno.ENFILE: "part.os-many",
    errno.ENOENT: "part.os-missing",
    errno.ENOMEM: "part.os-memory",
    errno.ENOSPC: "part.os-full",
    errno.ENOTDIR: "part.os-no-folder",
    errno.ENOTEMPTY: "part.os-not-empty",
    errno.EPERM: "part.os-not-permitted",
    errno.EROFS: "part.os-read-only",
}
"""POSIX.1-2017, 2.3 Error Numbers: those that opening, reading, writing and naming files give."""


def reason(exc: OSError | ValueError | RuntimeError) -> Said | str:
    """Why a file could not be used; what Python says where the system's number is unknown."""
    key = _FAULTS.get(getattr(exc, "errno", None) or 0)
    if key is not None:
        return said(key)
    return getattr(exc, "strerror", None) or str(exc) or exc.__class__.__name__

"""What a run was made on: versions and cores, and nothing that names the machine."""

import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from layout.render.press.flate import best_compressor

PACKAGES: Final = ("uharfbuzz", "reportlab", "PyYAML", "pillow", "deflate", "typst", "weasyprint")
SYSTEM_FACE: Final = "Noto Sans CJK SC"


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def facts() -> str:
    """One paragraph for the head of a report."""
    found = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {sys.platform}, "
        f"{cores()} cores{_processor()}; {found}. "
        f"Streams packed by {best_compressor().name}. Load before the run {os.getloadavg()[0]:.1f}."
    )


def system_faces() -> tuple[int, bool]:
    """How many families the system gives Typst, and whether Noto CJK is among them."""
    import typst

    families = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    return len(families), SYSTEM_FACE in families


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    try:
        model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        return ""
    return f" ({model[1]})" if model else ""

"""Numbers as they stand in a PDF: no exponent, no needless zero, never `-0`."""


def num(value: float) -> str:
    """A length in points to 4 decimals (0.035 µm)."""
    text = f"{value:.4f}"
    if text[-1] != "0":
        return text
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def box(values: tuple[float, float, float, float]) -> str:
    """A PDF rectangle."""
    return f"[{' '.join(num(v) for v in values)}]"

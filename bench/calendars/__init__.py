"""Which package has the 农历 right: `make calendars` asks each for every day of 1929 to 2100.

Seen in November 2026, against DE440 at UTC+8; a month that begins a day off is thirty days wrong:

    package                 wrong months        wrong terms         wheels          干支 changes at
    borax 4.1.3             2089                1979 2084           any             正月初一
    celestial-calendar 0.9  none                none                by system       -
    cnlunar 0.2.5           2057 2097           1979 2084, 2100     any             正月初一
    cnlunardate 0.0.4       1933 1996 2060 …    -                   any             -
    LunarCalendar 0.0.9     2089                9, 7 of summer time any             -
    lunardate 0.3.0         1933 1954 1978 …    -                   any; GPL        -
    lunar_python 1.4.8      2097                2084                none            正月初一
    sxtwl 2.0.7             2057 2097           2084                to Python 3.13  立春 by default
    tyme4py 1.5.0           2097                2084                none            立春 by default
    zhdate 0.1              2057 2097           -                   any             -

2057, 2084 and 2097 nobody can decide yet (tests/test_almanac.py). The locks take wheels alone.
celestial-calendar is right throughout; it is a library of machine code at version 0.9, of 1.6 MB,
and takes five times as long to load. borax is a table in pure Python, under the MIT licence, and of
what can be decided it has one month and one term wrong, which `layout/almanac.py` puts right.
"""

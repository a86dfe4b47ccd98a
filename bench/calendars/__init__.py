"""Which package has the 农历 right: `make calendars`."""

"""How quick the program is, as ratios within one run: `make bench`. Nothing here runs with the tests."""

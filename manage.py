#!/usr/bin/env python3
"""Django's command line, for those who look for it here; `counterpoint` is the same thing."""

from counterpoint.__main__ import main

if __name__ == "__main__":
    main()

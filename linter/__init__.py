"""resolint reads, checks and repairs draft resolutions of the United Nations."""

__version__ = "0.1.0"

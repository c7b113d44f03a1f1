"""The version of the program, read by the build and shown by `juanzong --version`."""

__version__ = "0.1.0"

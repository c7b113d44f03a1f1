"""Benchmarks of the full-text index beside its peers: `python -m tests.bench --help`."""

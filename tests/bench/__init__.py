"""Benchmarks of the full-text index beside its peers, on real articles. Run: `python -m tests.bench --help`."""

"""Campaigns: long trials by force, run by hand or before a release, never by pytest.

python -m tests.campaigns.kill --times 300
"""

"""A message is fetched from where the settings say, and from nowhere else."""

import pytest

from bot.actions.cap_sources import may_fetch

LIST = ("https://www.12379.example/cap", "https://cap.example.org:8443/feed/")


@pytest.mark.parametrize(
    "url",
    ["https://www.12379.example/cap/1.xml", "https://www.12379.example/cap", "https://cap.example.org:8443/feed/a/b.xml"],
)  # fmt: skip
def test_what_is_on_the_list(url):
    assert may_fetch(url, LIST)


@pytest.mark.parametrize(
    "url",
    [
        "http://www.12379.example/cap/1.xml", "https://www.12379.example/capital/1.xml",
        "https://www.12379.example.evil.org/cap/1", "https://user@www.12379.example/cap/1", "https://evil@/cap/1",
        "https://www.12379.example:444/cap/1", "https://www.12379.example/cap/../admin", "file:///etc/passwd",
        "https://www.12379.example/cap/%2e%2e/admin", "https://127.0.0.1/cap/1", "", "https://", "https://[::1/cap",
        "https://www.12379.example\\@evil.org/cap/1", "https://cap.example.org/feed/1", "https://x:99999999/cap",
    ],
)  # fmt: skip
def test_what_is_not(url):
    assert not may_fetch(url, LIST)
    assert not may_fetch(url, ())

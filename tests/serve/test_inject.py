"""A page gets the preview's script, and no more freedom than it needs."""

import pytest

from sitegen.serve.inject import digest_page, inject_script, relax_policy

STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'none'"


@pytest.mark.parametrize(
    ("policy", "relaxed"),
    [
        (STRICT, f"{STRICT}; connect-src 'self'"),
        (f"{STRICT}; connect-src https://a.example", f"{STRICT}; connect-src https://a.example 'self'"),
        ("script-src 'none'; style-src *; connect-src 'self'", "script-src 'self'; style-src *; connect-src 'self'"),
        ("", "script-src 'self'; style-src 'self'; connect-src 'self'"),
    ],
)
def test_a_policy_lets_the_preview_pass_and_nothing_else(policy: str, relaxed: str) -> None:
    assert relax_policy(policy) == relaxed


def test_the_script_stands_at_the_end_of_the_body() -> None:
    page = inject_script(b"<body><pre>&lt;/body></pre></body></html>", 7)
    assert page.startswith(b'<body><pre>&lt;/body></pre><script src="/__sitegen/reload.js" data-pages="7"')
    assert page.endswith(b"</script>\n</body></html>")


def test_a_page_without_an_end_gets_the_script_too() -> None:
    assert b"/__sitegen/reload.js" in inject_script(b"<p>half", 1)


def test_the_name_of_a_style_sheet_does_not_make_another_page() -> None:
    page = b'<link rel="stylesheet" href="assets/style.%s.css"><img src="assets/logo.%s.svg">'
    assert digest_page(page % (b"0123abcd", b"11111111")) == digest_page(page % (b"ffffffff", b"11111111"))
    assert digest_page(page % (b"0123abcd", b"11111111")) != digest_page(page % (b"0123abcd", b"22222222"))

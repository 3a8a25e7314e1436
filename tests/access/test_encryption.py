"""What is sealed opens with each password alone, is the same each time, and no nonce serves for two texts."""

import hashlib
import json
import os
import shutil
import subprocess
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.access import Sealed, make_lock, seal
from sitegen.access.encryption import ROUNDS, SALT_BYTES

ANN, BOB = "gova-luje zuge-gogu", "пароль з літер і цифр 12"
LOCK = make_lock("Firm", "acme", [ANN, BOB])
READER = Path(__file__).with_name("open.mjs")
NODE = shutil.which("node")


def open_elsewhere(sealed: Sealed, password: str) -> bytes | None:
    """Open what is sealed with another implementation, Node's WebCrypto; None where the password is wrong."""
    if NODE is None:
        message = "node is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    asked = {
        "salt": sealed.salt,
        "rounds": sealed.rounds,
        "keys": sealed.keys,
        "text": sealed.text,
        "path": sealed.path,
        "kind": "file" if sealed.is_file else "page",
        "password": password,
    }
    done = subprocess.run(
        [NODE, str(READER)], input=json.dumps(asked), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return None if answer is None else b64decode(answer)


@pytest.mark.parametrize("password", [ANN, BOB, f" {ANN}\n", unicodedata.normalize("NFD", BOB)])
def test_each_password_opens_it_elsewhere(password: str) -> None:
    text = "Стан проєкту \N{BAR CHART}\r\n\x00".encode()
    assert open_elsewhere(seal(text, "acme/index.html", LOCK), password) == text


@pytest.mark.parametrize("password", ["", "gova-luje zuge-gogo", ANN.upper(), BOB[:-1], ANN + BOB])
def test_no_other_password_opens_it(password: str) -> None:
    assert open_elsewhere(seal(b"text", "acme/index.html", LOCK), password) is None


def test_empty_and_large_texts_open(tmp_path: Path) -> None:
    for text in (b"", bytes(3_000_000)):
        assert open_elsewhere(seal(text, "a", LOCK), ANN) == text


def test_these_bytes_were_published() -> None:
    """A change here seals every page anew, and asks everybody who was remembered again."""
    sealed = seal(b"text", "acme/index.html", LOCK)
    written = json.dumps([sealed.salt, sealed.rounds, sealed.keys, sealed.text, sealed.digest])
    assert hashlib.sha256(written.encode()).hexdigest() == (
        "af803add47a407315692aab8a6e629180f2b752eeaa168dfd048acee89860189"
    )


def test_the_digest_is_that_of_all_a_browser_reads() -> None:
    sealed = seal(b"text", "a", LOCK)
    lines = [sealed.salt, str(sealed.rounds), *sealed.keys, sealed.text, "page", "a"]
    assert sealed.digest == hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_rounds_and_sizes_are_those_of_the_contract() -> None:
    sealed = seal(b"", "a", LOCK)
    assert sealed.rounds == ROUNDS == 600_000
    assert len(b64decode(sealed.salt)) == SALT_BYTES
    assert [len(b64decode(key)) for key in sealed.keys] == [12 + 32 + 16] * 2
    assert len(b64decode(sealed.text)) == 12 + 16


def nonce_of(sealed: Sealed) -> bytes:
    return b64decode(sealed.text)[:12]


PIECES = st.tuples(st.text(max_size=20), st.binary(max_size=40), st.booleans())


@settings(deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=30, unique=True))
def test_neither_two_texts_nor_two_places_share_a_nonce(pieces: list[tuple[str, bytes, bool]]) -> None:
    sealed = [seal(text, path, LOCK, is_file=is_file) for path, text, is_file in pieces]
    assert len(set(map(nonce_of, sealed))) == len(pieces)


@pytest.mark.parametrize("place", [{"path": "other.html"}, {"is_file": True}])
def test_what_is_sealed_opens_in_its_own_place_alone(place: dict[str, Any]) -> None:
    """A host that writes cannot put one page, or an attachment, in place of another."""
    sealed = seal(b"text", "index.html", LOCK)
    with pytest.raises(AssertionError, match="OperationError"):
        open_elsewhere(replace(sealed, **place), ANN)


def test_path_and_text_cannot_be_taken_for_one_another() -> None:
    assert nonce_of(seal(b"bc", "a", LOCK)) != nonce_of(seal(b"c", "ab", LOCK))


@settings(deadline=None)
@given(st.text(max_size=20), st.binary(max_size=100))
def test_the_same_is_sealed_the_same(path: str, text: bytes) -> None:
    assert seal(text, path, LOCK) == seal(text, path, replace(LOCK))


def test_the_order_of_people_does_not_matter_and_does_not_show() -> None:
    assert seal(b"text", "a", LOCK) == seal(b"text", "a", make_lock("Firm", "acme", [BOB, ANN]))


def test_whoever_is_cut_off_cannot_open_what_is_sealed_later() -> None:
    """Not even with the content key that they once had, whose wrapping for others is public."""
    before, after = seal(b"one", "a", LOCK), seal(b"two", "a", make_lock("Firm", "acme", [BOB]))
    assert open_elsewhere(after, ANN) is None
    assert open_elsewhere(after, BOB) == b"two"
    assert not set(before.keys) & set(after.keys)
    nonces = {key[:16] for key in (*before.keys, *after.keys)}
    assert len(nonces) == 3, "one wrapping key, two content keys, two nonces"


def test_firm_and_reader_each_change_everything() -> None:
    locks = [make_lock(firm, owner, [ANN]) for firm in ("Firm", "Firma") for owner in ("acme", "beta")]
    sealed = [seal(b"text", "a", lock) for lock in locks]
    assert len({each.salt for each in sealed}) == len({each.keys for each in sealed}) == 4
    assert len({nonce_of(each) for each in sealed}) == 4


def test_a_changed_bit_is_noticed() -> None:
    sealed = seal(b"text", "a", LOCK)
    box = bytearray(b64decode(sealed.text))
    box[-1] ^= 1
    with pytest.raises((InvalidTag, AssertionError)):
        open_elsewhere(replace(sealed, text=b64encode(bytes(box)).decode()), ANN)


def test_neither_password_nor_text_shows() -> None:
    sealed = seal(b"a text that nobody shall read", "a", LOCK)
    assert ANN not in repr(LOCK) and BOB not in repr(LOCK)
    assert b"nobody" not in b64decode(sealed.text)


def test_the_cipher_is_the_one_that_its_makers_describe() -> None:
    """Test case 14 of the Galois/Counter Mode specification, AES with 256 bits."""
    found = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), None)
    assert found.hex() == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"

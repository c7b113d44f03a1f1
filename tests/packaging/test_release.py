"""Installer, portable copy and check sums: the same bundle gives the same files."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import compare
import dlls
import pytest
import release
import signing
import smoke_installed

from index import paths

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "packaging" / "installer" / "installer.nsi").read_text(encoding="utf-8")


def test_the_portable_zip_holds_the_bundle_and_the_mark(bundle: Path, tmp_path: Path) -> None:
    release.portable_zip(bundle, tmp_path / "one.zip", 1_700_000_000)
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = set(archive.namelist())
        mark = archive.read("juanzong/portable.txt").decode("utf-8-sig")
    assert "juanzong/_internal/resources/词表.tsv" in names
    assert "便携" in mark
    assert "可攜" in mark
    assert release.PORTABLE_MARK == paths.PORTABLE_MARK


def test_the_same_bundle_gives_the_same_zip(bundle: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        release.portable_zip(bundle, tmp_path / name, 1_700_000_000)
        (bundle / "juanzong.exe").touch()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_same_bundle_gives_the_same_installer(
    bundle: Path, icon: Path, setup_program: Path, tmp_path: Path
) -> None:
    (bundle / "juanzong.exe").touch()
    release.installer(bundle, tmp_path / "again-setup-0.exe", "4.5.6", icon)
    assert setup_program.read_bytes() == (tmp_path / "again-setup-0.exe").read_bytes()


def test_the_installer_needs_nothing_that_windows_lacks(setup_program: Path) -> None:
    _, names = dlls.imports(setup_program)
    assert names
    assert all(dlls.of_windows(name) for name in names)


def test_an_installer_above_its_budget_is_refused(
    bundle: Path, icon: Path, tmp_path: Path, setup_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "INSTALLER_BUDGET", setup_program.stat().st_size - 1)
    with pytest.raises(release.ReleaseError, match="budget"):
        release.installer(bundle, tmp_path / "again-setup-0.exe", "4.5.6", icon)


def test_the_sums_are_those_of_the_files(bundle: Path, tmp_path: Path) -> None:
    files = [bundle / "juanzong.exe", bundle / "juanzong-cli.exe"]
    release.write_sums(tmp_path, files)
    lines = (tmp_path / release.SUMS).read_text(encoding="ascii").splitlines()
    assert lines == [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(files)
    ]


def test_trial_and_installer_agree_on_what_they_share() -> None:
    assert f'!define ID "{smoke_installed.ID}"' in SCRIPT
    assert f"!define CODE_RUNNING {smoke_installed.RUNNING}\n" in SCRIPT
    assert f"!define CODE_NEWER {smoke_installed.NEWER}\n" in SCRIPT


def test_every_word_of_the_installer_is_said_in_three_languages() -> None:
    words = (ROOT / "packaging" / "installer" / "words.nsh").read_text(encoding="utf-8").replace("\\\n", " ")
    defined = {}
    for line in words.splitlines():
        if line.startswith("!insertmacro WORDS "):
            name, texts = line.split()[2], re.findall(r'"([^"]*)"', line)
            assert len(texts) == 3, name
            assert all(texts), name
            defined[name] = texts
    used = set(re.findall(r"\$\(([A-Z_]+)\)", SCRIPT))
    assert used == defined.keys()


@pytest.fixture
def pfx(tmp_path: Path) -> Path:
    """A certificate of our own making."""
    if shutil.which("openssl") is None or shutil.which("osslsigncode") is None:
        pytest.skip("openssl or osslsigncode is not there")
    key, certificate, target = (tmp_path / name for name in ("key.pem", "certificate.pem", "certificate.pfx"))
    making = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test"]
    making += ["-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(certificate)]
    packing = ["pkcs12", "-export", "-inkey", str(key), "-in", str(certificate), "-passout", "pass:密 码"]
    for words in (making, [*packing, "-out", str(target)]):
        subprocess.run(["openssl", *words], check=True, capture_output=True)
    return target


@pytest.fixture
def signing_wished(pfx: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The certificate named in the environment."""
    monkeypatch.setenv("JUANZONG_SIGN_PFX", str(pfx))
    monkeypatch.setenv("JUANZONG_SIGN_PASSWORD", "密 码")
    return pfx


def digest_holds(path: Path, certificate: Path) -> bool:
    """Whether the signature fits the file (that nobody trusts the certificate is another matter)."""
    command = ["osslsigncode", "verify", "-ignore-cdp", "-CAfile", str(certificate), "-in", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    current = re.search(r"Current message digest\s*:\s*(\w+)", said)
    calculated = re.search(r"Calculated message digest\s*:\s*(\w+)", said)
    return current is not None and calculated is not None and current[1] == calculated[1]


def test_without_a_certificate_nothing_is_signed(setup_program: Path) -> None:
    assert signing.certificate({}) is None
    assert not signing.is_signed(setup_program)


def test_binaries_are_signed_once(setup_program: Path, signing_wished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    for name in ("juanzong.exe", "_internal/one.dll", "_internal/two.PYD"):
        shutil.copy(setup_program, folder / name)
    (folder / "readme.txt").touch()
    release.sign_bundle(folder)
    assert signing.unsigned(folder) == []
    assert digest_holds(folder / "juanzong.exe", signing_wished.with_suffix(".pem"))
    before = (folder / "juanzong.exe").read_bytes()
    release.sign_bundle(folder)
    assert (folder / "juanzong.exe").read_bytes() == before


def test_the_installer_is_signed_with_the_uninstaller_in_it(
    bundle: Path, icon: Path, setup_program: Path, signing_wished: Path, tmp_path: Path
) -> None:
    target = tmp_path / "signed-setup-0.exe"
    release.installer(bundle, target, "4.5.6", icon)
    assert digest_holds(target, signing_wished.with_suffix(".pem"))
    assert target.stat().st_size > setup_program.stat().st_size


def test_a_wrong_password_says_what_failed(
    setup_program: Path, signing_wished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUANZONG_SIGN_PASSWORD", "wrong")
    before = setup_program.read_bytes()
    with pytest.raises(signing.SigningError, match=r"setup\.exe"):
        signing.sign([setup_program], signing.certificate())
    assert setup_program.read_bytes() == before


def test_two_builds_are_compared_byte_by_byte(bundle: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(bundle, other)
    assert compare.differences(compare.files(bundle), compare.files(other)) == []
    (other / "juanzong.exe").write_bytes(b"MZ widdow")
    (other / "extra.txt").touch()
    lines = compare.differences(compare.files(bundle), compare.files(other))
    assert lines == ["extra.txt: only in one", "juanzong.exe: 1 of 9 bytes, first at 5"]
    assert compare.unstated(lines) == lines

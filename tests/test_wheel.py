"""What is installed is what is tested: the wheel makes and builds a site in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def sitegen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    built = run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    if built.returncode:
        pytest.skip(f"pip cannot build the wheel here: {(built.stderr.strip().splitlines() or ['no reason'])[-1]}")
    (wheel,) = folder.glob("sitegen_status-*.whl")
    venv.create(folder / "venv", with_pip=False)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(*pip, "--python", scripts / "python", "install", "--quiet", "--no-deps", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return scripts / "sitegen"


def test_the_wheel_makes_and_builds_a_site_without_a_warning(sitegen: Path, tmp_path: Path) -> None:
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib"), "PYTHONDONTWRITEBYTECODE": "1"}
    where = run(sitegen.with_name("python"), "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path, **libraries)
    assert str(sitegen.parent.parent) in where.stdout
    made = run(sitegen, "init", "x", cwd=tmp_path, **libraries)
    assert (made.returncode, made.stdout) == (0, "x\n"), made.stderr
    built = run(sitegen, "build", cwd=tmp_path / "x", **libraries)
    assert (built.returncode, built.stderr.count("\n")) == (0, 1), built.stderr
    assert (tmp_path / "x" / "site" / "larkfield" / "webshop" / "index.html").is_file()
    assert list((tmp_path / "x" / "site" / "larkfield" / "assets").glob("style*.css"))

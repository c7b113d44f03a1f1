"""The program speaks to nobody, and runs nothing that comes from outside."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# pickled objects travel only between this program's own processes
PIPES = {
    "desktop_app/launch.py",
    "index/archive/workers.py",
    "index/archive/apart.py",
    "index/archive/standalone.py",
}
# bytes and no objects go between two starts of the program, over a local pipe that only the user can open
BYTES_ONLY = {"desktop_app/handover.py", "desktop_app/reception.py"}
# asks the display of this machine whether it is there; sets how long a local caller is waited for
LOCAL = {"desktop_app/launch.py", "desktop_app/reception.py"}
FORBIDDEN_MODULES = {
    "pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "joblib",
    "code",
    "codeop",
}
NETWORK_MODULES = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "requests",
    "asyncio",
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.startfile"}
FORBIDDEN_METHODS = {"load_extension", "enable_load_extension", "setHtmlUnsafe"}

CHILD = """
import json, socket, sys
def refuse(*arguments, **named):
    raise AssertionError(f"a socket was asked for: {arguments}")
class Refused(socket.socket):
    def __init__(self, family=-1, *arguments, **named):
        if family != socket.AF_UNIX: refuse(family)  # pipes of multiprocessing
        super().__init__(family, *arguments, **named)
socket.socket = Refused
for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
heard = []
def listen(event, said):
    pipe = event == "socket.__new__" and said[1] == getattr(socket, "AF_UNIX", None)
    if event.startswith(("socket.", "urllib.", "http.")) and not pipe: heard.append(event)
sys.addaudithook(listen)
if __name__ == "__main__":
    from index.cli.main import main
    codes = [main(command) for command in json.loads(sys.argv[1])]
    allowed = {"socket.gethostname"}
    print(json.dumps([codes, sorted(set(heard) - allowed)]))
"""


def modules() -> list[Path]:
    return sorted(path for room in ("index", "desktop_app") for path in (ROOT / room).rglob("*.py"))


def name_of(node: ast.expr) -> str:
    """`os.system` for the call of it."""
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def offences(path: Path, tree: ast.Module) -> list[str]:
    found: list[str] = []
    here = path.relative_to(ROOT).as_posix()
    for node in ast.walk(tree):
        imported: list[str] = []
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in imported:
            if name.split(".")[0] in FORBIDDEN_MODULES and here not in PIPES:
                found.append(f"{here}:{node.lineno} imports {name}")
            if here in LOCAL and name == "socket":
                continue
            if name in NETWORK_MODULES or name.split(".")[0] in NETWORK_MODULES:
                found.append(f"{here}:{node.lineno} imports {name}")
            if here in BYTES_ONLY and name.startswith("multiprocessing.connection"):
                continue
            if name.startswith("multiprocessing") and here not in PIPES:
                found.append(f"{here}:{node.lineno} imports {name}")
        if isinstance(node, ast.Call):
            called = name_of(node.func)
            if called in FORBIDDEN_CALLS or called.rpartition(".")[2] in FORBIDDEN_METHODS:
                found.append(f"{here}:{node.lineno} calls {called}")
            if here in BYTES_ONLY and called.rpartition(".")[2] in ("send", "recv"):
                found.append(f"{here}:{node.lineno} calls {called}")
            if called.endswith(("np.load", "numpy.load")):
                found.append(f"{here}:{node.lineno} calls {called}")
            for keyword in node.keywords:
                true = isinstance(keyword.value, ast.Constant) and keyword.value.value is True
                if keyword.arg in ("shell", "allow_pickle") and true:
                    found.append(f"{here}:{node.lineno} says {keyword.arg}=True")
    return found


def test_nothing_from_outside_is_run() -> None:
    """No pickle, marshal, eval or exec, save the pipes between the program's own processes."""
    found = [
        line for path in modules() for line in offences(path, ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line", ["import pickle", "from socket import x", "eval('1')", "f(shell=True)", "db.load_extension(x)"]
)
def test_the_scan_sees_what_it_looks_for(line: str) -> None:
    assert offences(ROOT / "index" / "any.py", ast.parse(line))


def test_the_scan_sees_objects_on_the_local_line() -> None:
    here = ROOT / "desktop_app" / "handover.py"
    assert offences(here, ast.parse("connection.recv()"))
    assert not offences(here, ast.parse("connection.recv_bytes(16)"))


def test_no_socket_is_ever_opened(tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text(CHILD, encoding="utf-8")
    (tmp_path / "a.html").write_text(
        '<html><head><base href="http://example.invalid/"><link rel="stylesheet" href="http://example.invalid/x.css">'
        '<title>标题在此</title></head><body><img src="http://example.invalid/x.png"><p>'
        + "红军在中国，任命王小明为市长。" * 20
        + "</p></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "b.xml.txt").write_text("标题\n正文，红军。http://example.invalid/\n", encoding="utf-8")
    archive = ["--archive", str(tmp_path / "a.juanzong")]
    commands = [
        ["selfcheck"],
        [*archive, "import", str(tmp_path / "a.html"), str(tmp_path / "b.xml.txt")],
        [*archive, "search", "红军", "--json", "--facets"],
        *(
            [*archive, "export", "--format", f, str(tmp_path / f"out.{f}")]
            for f in ("jsonl", "csv", "xlsx", "docx", "html")
        ),
        [*archive, "rebuild"],
        [*archive, "check"],
    ]
    done = subprocess.run(
        [sys.executable, str(child), json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    codes, heard = json.loads(done.stdout.splitlines()[-1])
    assert codes == [0] * len(commands), done.stderr
    assert heard == []

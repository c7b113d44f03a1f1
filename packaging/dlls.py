"""Which DLLs the files of a Windows bundle import: called by `build.py`.

Wine brings runtime libraries that a bare Windows lacks, so a program that starts under Wine proves
nothing; the import tables do.
"""

from __future__ import annotations

from pathlib import Path

import pefile

# Part of Windows 10 1809 and later.
OF_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 cryptbase d2d1
    d3d11 d3d12 d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi gdi32 icu icuuc imm32 iphlpapi kernel32
    mpr mscms msvcrt ncrypt netapi32 ntdll ole32 oleaut32 powrprof propsys psapi rpcrt4 secur32 setupapi
    shcore shell32 shlwapi uiautomationcore user32 userenv uxtheme version
    winhttp winmm winspool.drv wintrust ws2_32 wtsapi32
    """.split()
)
X64 = 0x8664


def imports(path: Path) -> tuple[int, set[str]]:
    """The machine a PE file is for and the DLLs it imports, at once or later, in small letters."""
    with pefile.PE(str(path), fast_load=True) as file:
        tables = [
            pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{name}"] for name in ("IMPORT", "DELAY_IMPORT")
        ]
        file.parse_data_directories(tables)
        entries = [
            *getattr(file, "DIRECTORY_ENTRY_IMPORT", []),
            *getattr(file, "DIRECTORY_ENTRY_DELAY_IMPORT", []),
        ]
        return file.FILE_HEADER.Machine, {entry.dll.decode("ascii").lower() for entry in entries}


def of_windows(name: str) -> bool:
    """Whether a DLL (in small letters) is part of Windows."""
    return name.startswith(("api-ms-win-", "ext-ms-win-")) or name.removesuffix(".dll") in OF_WINDOWS


def missing(bundle: Path) -> list[str]:
    """A line for every imported DLL that is neither in the bundle nor part of Windows, or not for x64."""
    files = [path for path in bundle.rglob("*") if path.suffix.lower() in (".exe", ".dll", ".pyd")]
    present = {path.name.lower() for path in files}
    lines = []
    for path in files:
        machine, names = imports(path)
        if machine != X64:
            lines.append(f"{path.relative_to(bundle)} is not for x64")
        foreign = sorted(name for name in names - present if not of_windows(name))
        lines += [f"{path.relative_to(bundle)} imports {name}" for name in foreign]
    return lines

"""Every string of the window is there in every language, with its placeholders."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.i18n import translator
from index.wording import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
SIMPLIFIED_ONLY = "们个为这对时会发设导库档简体页动开关单击显隐应载历录标题处"
TRADITIONAL_ONLY = "們個為這對時會發設導庫檔簡體頁動開關單擊顯隱應載歷錄標題處"


def collector() -> ModuleType:
    """The script of `packaging`, which is no package."""
    place = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("collected_translations", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_nothing_is_left_to_translate(language: str) -> None:
    script = collector()
    messages, strange = script.collect()
    wanted = [each for each in messages if language != "en" or each.plural]
    assert strange == []
    assert len(messages) > 300
    table = script.read(translator.ts_path(language))
    assert list(script.gaps(language, wanted, table)) == []
    text = translator.ts_path(language).read_text("utf-8")
    assert text == script.render(language, wanted, table), "run packaging/translations.py"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_shortcut_letters_of_menus_are_kept(language: str) -> None:
    for key, texts in translator.read(translator.ts_path(language)).items():
        if re.search(r"&\w", key.source):
            assert re.search(r"&\w", texts[0]), key


@pytest.mark.parametrize(("language", "foreign"), [("zh_CN", TRADITIONAL_ONLY), ("zh_TW", SIMPLIFIED_ONLY)])
def test_the_two_chinese_languages_are_not_mixed_up(language: str, foreign: str) -> None:
    for key, texts in translator.read(translator.ts_path(language)).items():
        assert not set(foreign) & set(texts[0]), (key.source, texts[0])


class Base(QObject):
    def words(self, count: int) -> str:
        return self.tr("%n article(s) imported", "", count)


class ImportStrip(Base):
    pass


class Derived(ImportStrip):
    pass


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("zh_CN", "导入了 1 篇文章", "导入了 5 篇文章"),
        ("zh_TW", "匯入了 1 篇文章", "匯入了 5 篇文章"),
        ("en", "1 article imported", "5 articles imported"),
    ],
)
def test_numbers_take_their_plural_even_in_derived_classes(
    qapp: QApplication, language: str, one: str, many: str
) -> None:
    i18n.use(language)
    for kind in (ImportStrip, Derived):
        assert kind().words(1) == one
        assert kind().words(5) == many


def test_the_language_can_be_switched_and_unknown_strings_stay(qapp: QApplication) -> None:
    i18n.use("zh_CN")
    assert QCoreApplication.translate("SettingsDialog", "Settings") == "设置"
    i18n.use("zh_TW")
    assert QCoreApplication.translate("SettingsDialog", "Settings") == "設定"
    assert QCoreApplication.translate("Nowhere", "no such string") == "no such string"
    i18n.use("en")
    assert QCoreApplication.translate("SettingsDialog", "Settings") == "Settings"


def test_the_buttons_of_qt_speak_the_language_too(qapp: QApplication) -> None:
    i18n.use("zh_TW")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(
    ("name", "language"),
    [("zh_TW", "zh_TW"), ("zh-Hant-HK", "zh_TW"), ("zh_SG", "zh_CN"), ("en_US", "en"), ("de", "en")],
)
def test_the_system_decides_the_language(monkeypatch: pytest.MonkeyPatch, name: str, language: str) -> None:
    monkeypatch.setenv("JUANZONG_LANGUAGE", name)
    assert i18n.follow_system() == language
    assert language in LANGUAGES

from __future__ import annotations

from pathlib import Path

from rebond.returned_messages import restore_files

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_a_message_that_comes_back_has_its_words(tmp_path: Path) -> None:
    template, catalog = tmp_path / "messages.pot", tmp_path / "messages.po"
    template.write_text(HEADER + 'msgid "Copy"\nmsgstr ""\n', "utf-8")
    gone = '#~ msgid "Copy"\n#~ msgstr "Copier"\n\n#~ msgid "Paste"\n#~ msgstr "Coller"\n'
    catalog.write_text(HEADER + 'msgid "Cut"\nmsgstr "Couper"\n\n' + gone, "utf-8")
    restore_files(template, [catalog])
    text = catalog.read_text("utf-8")
    assert 'msgid "Copy"\nmsgstr "Copier"' in text
    assert 'msgid "Cut"\nmsgstr "Couper"' in text
    assert '#~ msgid "Paste"\n#~ msgstr "Coller"' in text
    before = catalog.stat().st_mtime_ns
    restore_files(template, [catalog])
    assert catalog.stat().st_mtime_ns == before

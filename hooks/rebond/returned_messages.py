"""Messages that come back get their words back: Babel keeps them, but apart, as obsolete."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po


def restore(catalog: Catalog, template: Catalog) -> bool:
    """Whether any words were restored: those of obsolete messages that the template has again."""
    returned = [
        (key, message)
        for key, message in catalog.obsolete.items()
        if template.get(message.id, message.context) and any(message.string or ())
    ]
    for key, message in returned:
        present = catalog.get(message.id, message.context)
        if present is None or not any(present.string or ()):
            catalog.delete(message.id, message.context)
            catalog[message.id] = message
        del catalog.obsolete[key]
    return bool(returned)


def restore_files(template: Path, catalogs: Iterable[Path]) -> None:
    """Restore the words of PO files, each written whole or not at all.

    Raises babel.messages.pofile.PoFileError for a file that cannot be read.
    """
    messages = read_po(BytesIO(template.read_bytes()))
    for path in catalogs:
        catalog = read_po(BytesIO(path.read_bytes()), abort_invalid=True)
        if restore(catalog, messages):
            text = BytesIO()
            write_po(text, catalog, width=0)
            temporary = path.with_suffix(".po.new")
            temporary.write_bytes(text.getvalue())
            temporary.replace(path)


if __name__ == "__main__":
    locales = Path(sys.argv[1])
    restore_files(locales / "messages.pot", sorted(locales.glob("*/LC_MESSAGES/messages.po")))

"""Files that are not read, each with what to do instead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import Invalid


class FileRefused(Invalid):
    """The base of them all. `code` never changes; programs may rely on it."""

    code = "file-refused"

    def __init__(self, *, advice: str = "", **words: object) -> None:
        sentence = str(self.sentence).format(**words)
        super().__init__(sentence, advice or str(self.advice).format(**words))


class NoSuchFile(FileRefused):
    code = "no-such-file"
    sentence = _("There is no file at {path}.")
    advice = _("Check the spelling, and that the folder is the right one.")


class EmptyFile(FileRefused):
    code = "empty-file"
    sentence = _("The file is empty.")
    advice = _(
        "Save it again from the program that made it; the copy may have been cut short."
    )


class LockFile(FileRefused):
    code = "lock-file"
    sentence = _(
        "This is the note that a spreadsheet program keeps while the real file is open."
    )
    advice = _("Choose the file without “~$” in front of its name.")


class NotAList(FileRefused):
    """`what` says what it is instead."""

    code = "not-a-list"
    sentence = _("This is {what}, not a table or a list of records.")
    advice = _("Ask the publisher for the data as CSV, Excel or JSON.")


class Companion(NotAList):
    """It describes lists and travels with them: to have brought it along is no mistake."""

    code = "companion"
    advice = _("Nothing is lost: there are no records in it.")


class WrongExtension(NotAList):
    code = "wrong-extension"
    advice = _(
        "Open it in the program that it was made for, and save it there as CSV or Excel."
    )


class EncryptedFile(FileRefused):
    code = "encrypted-file"
    sentence = _("The workbook is protected with a password.")
    advice = _(
        "Open it, take the password off (File, Info, Protect), save it and import it again."
    )


class TooLarge(FileRefused):
    code = "too-large"
    sentence = _("Unpacked, the file would be {size} MB, {times} times its size on the disk.")
    advice = _("This is how harmful files look. If it is a real list, save the sheet as CSV.")


class SheetTooWide(FileRefused):
    code = "sheet-too-wide"
    sentence = _("The sheet “{sheet}” spreads over {cells} cells, most of them empty.")
    advice = _("Delete the rows and columns beyond the list, or save the sheet as CSV.")


class UnreadableFile(FileRefused):
    """`why` is what the library said."""

    code = "unreadable-file"
    sentence = _("The file is damaged or cut short: {why}")
    advice = _("Fetch it again, or open it and save it anew.")


class BrokenTable(FileRefused):
    code = "broken-table"
    sentence = _("The table cannot be read beyond row {row}: {why}")
    advice = _("Look for a quotation mark that is opened there and never closed.")


class BrokenJson(FileRefused):
    code = "broken-json"
    sentence = _("The JSON cannot be read: {why}")
    advice = _("Everything before that point was read. Check the file with its publisher.")


class NoListInside(FileRefused):
    code = "no-list-inside"
    sentence = _("The JSON holds no list of records.")
    advice = _("360Giving files have one under “grants”.")

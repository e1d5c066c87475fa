"""Documents handed in: judged by content, kept under names of our own, scanned where a scanner is."""

import socket
import threading
import zipfile

import pytest

from counterpoint.integrations.files import handed_in, scanning

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "applications"


def packed(tmp_path, **files):
    path = tmp_path / "packed"
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return path.read_bytes()


class TestWhatItIs:
    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (b"%PDF-1.7\n", "application/pdf"),
            (PNG, "image/png"),
            (b"\xff\xd8\xff\xe0", "image/jpeg"),
            ("Wir singen, çok güzel.\n".encode(), "text/plain"),
        ],
    )
    def test_by_content_and_not_by_name(self, content, expected):
        assert handed_in.keep([content]).content_type == expected

    def test_office_files(self, tmp_path):
        word = packed(tmp_path, word__document_dot_xml="<w/>")
        assert handed_in.keep([word]).content_type.endswith("wordprocessingml.document")
        odt = packed(tmp_path, mimetype="application/vnd.oasis.opendocument.text")
        assert handed_in.keep([odt]).content_type == "application/vnd.oasis.opendocument.text"

    @pytest.mark.parametrize(
        "content",
        [b"MZ\x90\0", b"#!/bin/sh\n", b"<html><script>", b"\0\1\2\3", b"PK\x03\x04broken"],
    )
    def test_what_is_no_document_is_refused_and_leaves_nothing(self, content, folder):
        with pytest.raises(handed_in.NotADocument):
            handed_in.keep([content])
        assert list(folder.iterdir()) == []

    def test_macros_are_refused(self, tmp_path):
        macros = packed(tmp_path, word__document_dot_xml="<w/>", word__vbaProject_dot_bin="x")
        with pytest.raises(handed_in.NotADocument, match="without macros"):
            handed_in.keep([macros])

    def test_nothing_is_refused(self):
        with pytest.raises(handed_in.NothingInIt):
            handed_in.keep([])

    def test_too_much_is_refused_while_it_comes(self, folder):
        def without_end():
            yield b"%PDF-"
            while True:
                yield b"\0" * 1_000_000

        with pytest.raises(handed_in.TooLarge):
            handed_in.keep(without_end())
        assert list(folder.iterdir()) == []


class TestWhereItIsKept:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("../../etc/passwd", "passwd"),
            ("C:\\papers\\policy.pdf", "policy.pdf"),
            ('a"b<c>.pdf', "abc.pdf"),
            ("...", "document"),
            ("line\nbreak.pdf", "linebreak.pdf"),
        ],
    )
    def test_a_name_is_words_and_never_a_path(self, given, kept):
        assert handed_in.safe_name(given) == kept

    def test_only_names_of_our_own_lead_anywhere(self):
        with pytest.raises(ValueError, match="no name"):
            handed_in.path_of("../secret")


class Clamd:
    """Speaks INSTREAM as clamd(8) writes it: pieces with their length, ended by a length of nothing."""

    def __init__(self, answer):
        self.answer, self.heard = answer, b""
        self.line = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.line.getsockname()[1]}"
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self):
        talk, _address = self.line.accept()
        with talk, talk.makefile("rb") as heard:
            assert heard.read(10) == b"zINSTREAM\0"
            while length := int.from_bytes(heard.read(4), "big"):
                self.heard += heard.read(length)
            talk.sendall(self.answer)

    def close(self):
        self.thread.join(timeout=5)
        self.line.close()


@pytest.fixture
def scanner(settings):
    made = []

    def start(answer):
        made.append(Clamd(answer))
        settings.VIRUS_SCANNER = made[-1].address
        return made[-1]

    yield start
    for one in made:
        one.close()


class TestScanning:
    def path(self):
        return handed_in.path_of(handed_in.keep([b"%PDF-1.7 a policy"]).stored_as)

    def test_a_clean_file_goes_through_whole(self, scanner):
        clamd = scanner(b"stream: OK\0")
        scanning.check_clean(self.path())
        clamd.thread.join(timeout=5)
        assert clamd.heard == b"%PDF-1.7 a policy"

    def test_what_was_found_is_named(self, scanner):
        scanner(b"stream: Eicar-Test-Signature FOUND\0")
        with pytest.raises(scanning.Infected, match="Eicar-Test-Signature"):
            scanning.check_clean(self.path())

    def test_an_answer_that_is_neither_is_no_clean_bill(self, scanner):
        scanner(b"INSTREAM size limit exceeded. ERROR\0")
        with pytest.raises(scanning.ScannerSilent):
            scanning.check_clean(self.path())

    def test_nobody_answers(self, settings):
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            port = nobody.getsockname()[1]
        settings.VIRUS_SCANNER = f"127.0.0.1:{port}"
        with pytest.raises(scanning.ScannerSilent):
            scanning.check_clean(self.path())

    def test_none_is_set_up_unless_it_is_named(self, settings):
        settings.VIRUS_SCANNER = ""
        assert not scanning.is_set_up()

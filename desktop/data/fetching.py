"""Fetches a dataset from its publisher: resumed where it was broken off, and checked at the end."""

from collections.abc import Iterator
from functools import partial
from io import FileIO

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from desktop.i18n.engine_words import in_words
from desktop.worker.questions import Newest, Question, Questions, Session
from engine.data.ready_sets import READY_SETS, Download, ReadySet, taking_in
from engine.files import write_through
from engine.words.message import Message, reason

_SILENCE_MS = 20_000  # from a server; then it is given up
_WHOLE, _PART, _NOT_THERE = 200, 206, 416  # what servers answer


def take_in(ready: ReadySet, download: Download) -> Question:
    """Ask that a file that came be checked and put in its place."""
    return partial(_take_in, ready, download)


def _take_in(ready: ReadySet, download: Download, session: Session) -> Iterator[object]:
    yield from taking_in(ready, download)


class Fetching(QObject):
    """One set at a time. What has come is kept when it is broken off, and is not fetched again.

    Signals: `began(str)`, a set's title; `progressed(int, int)` bytes that are here and in all;
    `ended()` in any case; `fetched(str)` the name of the set that is here now; `failed(str)` a
    sentence for people.
    """

    began = Signal(str)
    progressed = Signal(object, object)
    ended = Signal()
    fetched = Signal(str)
    failed = Signal(str)

    def __init__(self, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._question = Newest(questions, self)
        self._question.ended.connect(self._on_taken_in)
        self._question.failed.connect(self._fail)
        self._network: QNetworkAccessManager | None = None
        self._name = ""
        self._waiting: list[Download] = []
        self._reply: QNetworkReply | None = None
        self._file: FileIO | None = None
        self._has_begun = False  # to write what the reply brings

    @property
    def is_under_way(self) -> bool:
        """Whether a set is being fetched."""
        return bool(self._waiting)

    def fetch(self, name: str) -> None:
        """Fetch what is missing of a set, in place of another that was under way."""
        self.cancel()
        self._name = name
        self._waiting = list(READY_SETS[name].missing)
        self.began.emit(READY_SETS[name].title)
        self._next()

    @Slot()
    def cancel(self) -> None:
        """Break off; what has come stays for the next time."""
        if self.is_under_way:
            self._let_go()
            self.ended.emit()

    def _let_go(self) -> None:
        self._waiting = []
        self._question.cancel()
        self._close()

    def _close(self) -> None:
        if self._reply:
            reply, self._reply = self._reply, None
            reply.disconnect(self)
            reply.abort()
            reply.deleteLater()
        if self._file:
            self._file.close()
            self._file = None

    def _next(self) -> None:
        """Ask for the next file, or for what is missing of it."""
        if not self._waiting:
            self.ended.emit()
            self.fetched.emit(self._name)
            return
        ready, download = READY_SETS[self._name], self._waiting[0]
        try:
            ready.place.mkdir(parents=True, exist_ok=True)
            place = ready.partial(download)
            self._file = open(place, "ab", buffering=0)  # noqa: SIM115 (it stays open)
        except OSError as error:
            self._fail_to_write(error)
            return
        if self._file.tell() >= download.size_bytes:
            self._check()
            return
        request = QNetworkRequest(QUrl(download.url))
        request.setTransferTimeout(_SILENCE_MS)
        if self._file.tell():
            request.setRawHeader(b"Range", b"bytes=%d-" % self._file.tell())
        self._network = self._network or QNetworkAccessManager(self)
        self._has_begun = False
        self._reply = self._network.get(request)
        self._reply.readyRead.connect(self._on_ready_read)
        self._reply.finished.connect(self._on_finished)

    def _check(self) -> None:
        self._close()
        self._question.ask(take_in(READY_SETS[self._name], self._waiting[0]))

    @Slot()
    def _on_ready_read(self) -> None:
        reply, file = self._reply, self._file
        if reply is None or file is None or self._status(reply) not in (_WHOLE, _PART):
            return
        try:
            if self._status(reply) == _WHOLE and not self._has_begun:
                file.truncate(0)  # the server knows no parts
            self._has_begun = True
            write_through(file, bytes(reply.readAll().data()))
        except OSError as error:
            self._fail_to_write(error)
            return
        if file.tell() > self._waiting[0].size_bytes:
            self._check()  # which finds that it is another file
        else:
            self._tell_progress(file.tell())

    @Slot()
    def _on_finished(self) -> None:
        reply, file = self._reply, self._file
        if reply is None or file is None:
            return
        download, status = self._waiting[0], self._status(reply)
        if file.tell() >= download.size_bytes or status == _NOT_THERE:
            self._check()
            return
        host = QUrl(download.url).host()
        if status in (None, _WHOLE, _PART):
            self._fail(in_words(Message("no_connection", host=host)))
        else:
            self._fail(in_words(Message("not_given", host=host, file=download.name, status=status)))

    @Slot()
    def _on_taken_in(self) -> None:
        del self._waiting[0]
        self._next()

    @staticmethod
    def _status(reply: QNetworkReply) -> int | None:
        """Return what the server answered; None where there was no answer."""
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return status if isinstance(status, int) else None

    def _tell_progress(self, bytes_of_this: int) -> None:
        ready = READY_SETS[self._name]
        done = ready.size_bytes - sum(part.size_bytes for part in self._waiting) + bytes_of_this
        self.progressed.emit(done, ready.size_bytes)

    def _fail_to_write(self, error: OSError) -> None:
        place = READY_SETS[self._name].place
        self._fail(in_words(Message("unwritable_here", file=place, reason=reason(error))))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._let_go()
        self.ended.emit()
        self.failed.emit(sentence)

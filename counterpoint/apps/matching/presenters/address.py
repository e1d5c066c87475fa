"""The address of a question with one thing changed: every chip, facet and tab is such a link."""

from django.http import QueryDict


class Address:
    def __init__(self, path: str, query: QueryDict) -> None:
        self._path = path
        self._query = query.copy()
        # What is changed has other pages: a page number belongs to the list as it was.
        self._query.pop("page", None)

    def __str__(self) -> str:
        return self._with(self._query)

    @property
    def query(self) -> str:
        return self._query.urlencode()

    def putting(self, name: str, value: str) -> str:
        changed = self._query.copy()
        changed[name] = value
        return self._with(changed)

    def adding(self, name: str, value: str) -> str:
        changed = self._query.copy()
        if value not in changed.getlist(name):
            changed.appendlist(name, value)
        return self._with(changed)

    def without(self, name: str, value: str | None = None) -> str:
        changed = self._query.copy()
        if value is None:
            changed.pop(name, None)
        else:
            changed.setlist(name, [one for one in changed.getlist(name) if one != value])
        return self._with(changed)

    def at(self, path: str) -> "Address":
        return Address(path, self._query)

    def _with(self, query: QueryDict) -> str:
        words = query.urlencode()
        return f"{self._path}?{words}" if words else self._path

"""Records of the directory as documents of the search index, a file a kind."""

from counterpoint.apps.matching.queries.documents.all_records import all_documents
from counterpoint.apps.matching.queries.documents.changed import changed_documents
from counterpoint.apps.matching.queries.documents.keys import KINDS, key, parts_of

__all__ = ["KINDS", "all_documents", "changed_documents", "key", "parts_of"]

"""What imports keep about organisations goes with them when two records are made one."""

from typing import Any

from django.db.models import QuerySet

from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.imports.models import DoubtfulMatch, ImportChange, ImportedRecord


class MovableByType(Movable):
    """Rows that name an organisation by type and number."""

    def of(self, organisation: Organisation) -> QuerySet[Any]:
        return super().of(organisation).filter(record_type="organisation")


goes_with_organisation(MovableByType("imported_rows", ImportedRecord, field="record_id"))
goes_with_organisation(MovableByType("import_changes", ImportChange, field="record_id"))
goes_with_organisation(
    Movable("doubts_as_newcomer", DoubtfulMatch, "newcomer", ("candidate",), joins_two=True)
)
goes_with_organisation(
    Movable("doubts_as_candidate", DoubtfulMatch, "candidate", ("newcomer",), joins_two=True)
)

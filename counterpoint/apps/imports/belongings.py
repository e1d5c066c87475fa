"""What imports keep about organisations goes with them when two records are made one."""

from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.imports.models import DoubtfulMatch, ImportChange, ImportedRecord


class MovableByType(Movable):
    """Rows that name an organisation by type and number."""

    def of(self, organisation: object) -> object:
        return super().of(organisation).filter(record_type="organisation")  # type: ignore[arg-type]


goes_with_organisation(MovableByType("imported_rows", ImportedRecord, field="record_id"))
goes_with_organisation(MovableByType("import_changes", ImportChange, field="record_id"))
goes_with_organisation(
    Movable("doubts_as_newcomer", DoubtfulMatch, "newcomer", ("candidate",), joins_two=True)
)
goes_with_organisation(
    Movable("doubts_as_candidate", DoubtfulMatch, "candidate", ("newcomer",), joins_two=True)
)

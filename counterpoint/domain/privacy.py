"""What a record holds about a person, why, and for how long.

Every model declares it, a test refuses one that does not, and the privacy page is printed from
the declarations, so the three cannot disagree.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonalData:
    """Fields about identifiable people, the purpose they are held for, and when they go."""

    fields: tuple[str, ...] = ()
    purpose: str = ""
    retention: str = ""

    def __post_init__(self) -> None:
        if self.fields and not (self.purpose and self.retention):
            raise ValueError("Personal fields need a purpose and a retention.")


NO_PERSONAL_DATA = PersonalData()


@dataclass
class Declarations:
    """Filled when the apps start; read by the privacy page and by the tests."""

    by_record: dict[str, PersonalData] = field(default_factory=dict)

    def declare(self, record: str, data: PersonalData) -> None:
        self.by_record[record] = data

    def with_personal_fields(self) -> dict[str, PersonalData]:
        return {name: data for name, data in sorted(self.by_record.items()) if data.fields}


DECLARATIONS = Declarations()

"""Everything that changes a call, an application or a decision."""

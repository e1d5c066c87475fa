"""The pages of imports: for the programme team, and one for everybody that says what is in here."""

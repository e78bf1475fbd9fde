"""An organisation's numbers and papers, as its own people see them: what was given, what was checked, what comes next."""

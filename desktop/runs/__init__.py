"""The runs of a session: their numbers and names, the table, and the report of one."""

"""What is around the pages: menus, tabs, preferences, drops, logs, the second start, help."""

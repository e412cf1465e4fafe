"""How long tests wait for what has to happen."""

PATIENCE_MS = 300_000  # of an old machine that is busy; a test waits so long only where it fails

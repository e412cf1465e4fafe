"""The memory that a training needs, and that is free."""

"""From weights to predictions: models as files, classifiers, and the baseline without a model."""

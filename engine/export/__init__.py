"""What leaves the program for others: ONNX models and notebooks in plain torch."""

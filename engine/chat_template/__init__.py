"""A model's chat template is a program that came with the model: it runs apart, under limits."""

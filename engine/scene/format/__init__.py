"""The files of scenes: JSON, or YAML written by hand; docs/scene.schema.json describes both."""

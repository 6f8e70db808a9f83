"""YAML files to pydantic models: text with its lines first, then types, and every problem told with its line."""

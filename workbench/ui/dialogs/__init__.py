"""The dialogs: each asks for one thing."""

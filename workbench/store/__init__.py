"""The project file: tables, the write gate with its journal, history, reading. All SQL is here."""

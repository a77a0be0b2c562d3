"""Pizhu Workbench: code Chinese articles on international relations into a dataset."""

__version__ = "0.1.0"

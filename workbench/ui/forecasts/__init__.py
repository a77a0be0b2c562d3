"""The forecast ledger in the window: questions, forecasts, scores."""

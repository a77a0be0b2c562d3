"""Tables with a row an article: .csv, .tsv, .xlsx, .jsonl."""

"""Chinese words, names and pinyin. Importing any module here loads no dictionary."""

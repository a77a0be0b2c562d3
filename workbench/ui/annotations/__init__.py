"""What is marked in the article, as tables below it: annotations, notes, history."""

from __future__ import annotations

from workbench.domain.article import Edit, NewArticle, Note, Status


def test_statuses_are_what_the_dataset_says() -> None:
    assert [status.value for status in Status] == ["not_started", "in_progress", "done", "in_doubt"]


def test_a_new_article_asks_for_no_bibliography() -> None:
    article = NewArticle(
        title="甲",
        text="正文",
        notes=(Note("footnote", "[1]", "见书。", 2),),
        original="正文[1]".encode(),
        encoding="utf-8",
        file_name="a.txt",
        edits=(Edit(2, 5, "", "footnote"),),
    )
    assert (article.source, article.author, article.published, article.url) == ("", "", "", "")
    assert article.warnings == ()

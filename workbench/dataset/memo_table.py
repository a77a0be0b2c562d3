"""The rows of `memos`: what coders wrote about annotations, articles, categories, the project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.dataset.columns import ARTICLE_ID, CODER, one_of, string, told
from workbench.dataset.growing import Grown
from workbench.dataset.model import Row, Table
from workbench.domain.codebook import Words
from workbench.domain.coded import CodedArticle, CodedMemo

_SUBJECTS = (
    ("annotation", 1, "标注", "annotation"),
    ("article", 2, "文章", "article"),
    ("category", 3, "类目", "category"),
    ("project", 4, "项目", "project"),
)
MEMOS = (
    string("memo_id", "备注编号", "memo"),
    one_of("subject", "对象", "subject", *_SUBJECTS),
    *(ARTICLE_ID, string("annotation_id", "标注编号", "annotation")),
    *(string("code_list", "代码表", "code list"), string("category", "类目", "category")),
    *(string("about", "原类目", "category that is gone"), CODER),
    *(string("text", "正文", "text"), string("created", "创建时间", "created")),
    string("modified", "修改时间", "modified"),
)


class MemoTable(Grown):
    """Make the rows of `memos`: those of annotations, then all others in the order of writing.

    Of a project of which some coders or articles are left out, theirs are left out, too.
    """

    def __init__(
        self,
        memos: Iterable[CodedMemo],
        coders: Mapping[int, str],
        language: str,
        *,
        all_coders: bool,
    ) -> None:
        label = Words("备注", "memos").told(language)
        super().__init__((Table("memos", label, told(MEMOS, language), ("memo_id",)),))
        self._memos = memos
        self._coders = coders
        self._all_coders = all_coders
        self._articles: set[str] = set()

    def add(self, coded: CodedArticle) -> None:
        """Append the memos of an article's annotations."""
        article = coded.bibliography.uid
        self._articles.add(article)
        for _, uid, coder, _, _, _, _, _, memo, created, modified in coded.annotations:
            if memo:
                about = (article, uid, None, None, None)
                row = (uid, "annotation", *about, self._coders[coder], memo, created, modified)
                self.rows["memos"].append(row)

    def finish(self) -> None:
        """Append the memos on articles, categories and the project."""
        names = set(self._coders.values())
        for memo in self._memos:
            is_here = memo.article is None or memo.article in self._articles
            if is_here and (self._all_coders or memo.coder in names):
                self.rows["memos"].append(_row(memo))


def _row(memo: CodedMemo) -> Row:
    subject = "article" if memo.article else "category" if memo.category else "project"
    about = (memo.article, None, memo.code_list, memo.category, memo.about or None)
    return (memo.uid, subject, *about, memo.coder, memo.text, memo.created, memo.modified)

"""The words of the printed codebook."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.domain.codebook import Kind, Words

CODEBOOK = Words("编码手册", "Codebook")
LAYERS = Words("标注层与变量", "Layers and variables")
LISTS = Words("代码表", "Code lists")
CONTENTS = Words("目录", "Contents")
SUMS = Words(
    "标注层 {layers} 个，代码表 {lists} 个，类目 {categories:,} 个。",
    "Layers: {layers}. Code lists: {lists}. Categories: {categories:,}.",
)
SPAN = Words("标注一段文字", "marks a stretch of text")
ARTICLE = Words("标注整篇文章", "describes a whole article")
ANNOTATIONS = Words("标注 {count:,} 条", "annotations: {count:,}")
COMPLETE = Words("完整的条件", "Complete with")
VARIABLE = Words("变量", "Variable")
TYPE = Words("类型与取值", "Type and values")
RULES = Words("提问与规则", "Question and rules")
SEVERAL = Words("可取多个值", "several")
ORDERED = Words("按顺序排列", "in order")
CATEGORIES = Words("类目 {count:,} 个", "categories: {count:,}")
NAME = Words("名称", "Name")
KEY = Words("键名与代码", "Key and code")
TEXTS = Words("定义、规则与示例", "Definition, rules and example")
COUNT = Words("次数", "Uses")
CODE = Words("代码 {code}", "code {code}")
SCORE = Words("分值 {score}", "score {score}")
RETIRED = Words("已停用", "retired")
ALIASES = Words("别名", "Aliases")
MEMBERS = Words("成员", "Members")
SOURCE = Words("出处", "Source")
COLON = Words("：", ": ")
COMMA = Words("，", ", ")
SEMICOLON = Words("；", "; ")
LISTED = Words("、", ", ")
OR = Words("或", " or ")
PAGE = Words("第 {page} 页", "Page {page}")

KINDS: Mapping[Kind, Words] = {
    Kind.CATEGORY: Words("类目", "category"),
    Kind.INTEGER: Words("整数", "whole number"),
    Kind.REAL: Words("实数", "number"),
    Kind.BOOLEAN: Words("是或否", "yes or no"),
    Kind.DATE: Words("日期", "date"),
    Kind.TEXT: Words("文字", "text"),
    Kind.LINK: Words("指向另一条标注", "link to another annotation"),
}

"""What stands on the pages of the codebook, and where their links lead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.ui.tags.material import Hit, starter
from workbench.app.places import (
    BOOK,
    Place,
    Sort,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Guide,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.ui.guide.markup import Page
from workbench.ui.guide.pages import page_of, page_of_found

LINK = re.compile(r'<a href="(\d+)">(.*?)</a>')
BOOKED = starter()


def shown(entry: Place, codebook: Codebook = BOOKED) -> Page:
    return page_of(codebook, entry, "used a lot")


def links(page: Page) -> dict[str, Place]:
    return {text: page.targets[int(number)] for number, text in LINK.findall(page.text)}


def row(page: Page, name: str) -> str:
    """Return what stands beside a name, without its markup."""
    found = re.search(rf'<p class="name">{name}</p></td><td[^>]*>(.*?)</td>', page.text)
    return re.sub("<[^>]+>", "", found[1]) if found else ""


def test_a_concept_tells_its_rules_in_both_languages() -> None:
    page = shown(place_of_category("concepts", "C_HEDGE"))
    hedging = BOOKED.code_list("concepts").category("C_HEDGE")
    assert page.title == "hedging"
    for name, words in (
        ("Definition", hedging.guide.definition),
        ("Include", hedging.guide.include),
        ("Exclude", hedging.guide.exclude),
        ("Example", hedging.guide.example),
    ):
        assert row(page, name) == words.en + words.zh
    assert "王栋" in row(page, "Source")
    assert row(page, "Use") == "used a lot"
    assert "key: C_HEDGE · code: 301" in page.text


@pytest.mark.usefixtures("chinese")
def test_a_chinese_page_begins_with_the_chinese_wording() -> None:
    page = shown(place_of_category("concepts", "C_HEDGE"))
    definition = BOOKED.code_list("concepts").category("C_HEDGE").guide.definition
    assert page.title == "对冲"
    assert row(page, "Definition") == definition.zh + definition.en


def test_what_a_rule_quotes_leads_to_its_page() -> None:
    led = links(shown(place_of_category("concepts", "C_HEDGE")))
    assert led["balancing"] == place_of_category("concepts", "C_BAL")
    assert led["制衡"] == place_of_category("concepts", "C_BAL")
    assert led["secondary hedging"] == place_of_category("concepts", "C_SUBHEDGE")


def test_a_label_of_two_lists_leads_to_the_own_list_s() -> None:
    target = shown(place_of_category("stance_targets", "S08"))
    assert links(target)["sanctions relief"] == place_of_category("stance_targets", "S09")
    concept = shown(place_of_category("concepts", "C_PHASED"))
    assert links(concept)["sanctions relief"] == place_of_category("concepts", "C_SANCREL")


def test_a_page_never_leads_to_itself() -> None:
    for code_list in BOOKED.code_lists:
        for category in code_list.categories:
            entry = place_of_category(code_list.key, category.key)
            assert entry not in shown(entry).targets


def test_every_link_of_every_page_leads_somewhere() -> None:
    entries = [
        BOOK,
        *(place_of_list(each.key) for each in BOOKED.code_lists),
        *(
            place_of_category(li.key, each.key)
            for li in BOOKED.code_lists
            for each in li.categories
        ),
        *(place_of_layer(each.key) for each in BOOKED.layers),
        *(place_of_variable(la.key, each.key) for la in BOOKED.layers for each in la.variables),
    ]
    reached = {target for entry in entries for target in shown(entry).targets}
    assert reached == set(entries)


def test_an_actor_leads_to_its_governments_groups_and_type() -> None:
    page = shown(place_of_category("actors", "USA"))
    led = links(page)
    assert led["Biden administration"] == place_of_category("actors", "USA_BIDEN")
    assert "Biden administration" in row(page, "Children")
    assert led["the United States, Japan and South Korea"] == place_of_category(
        "actors", "G_USJPKR"
    )
    assert led["state"] == place_of_category("actor_types", "state")
    assert row(page, "can hold a stance") == "yes"
    assert "白宫" in row(page, "Also")
    # It has no rules of its own: those of its list hold.
    assert row(page, "Definition").startswith("Whoever is named as acting")


def test_a_government_stands_below_its_state() -> None:
    page = shown(place_of_category("actors", "USA_BIDEN"))
    assert row(page, "Parent") == "United States"
    crumbs = page.text.partition("</p>")[0]
    assert re.sub("<[^>]+>", "", crumbs).endswith("› Actors › United States")
    assert row(page, "in office from").startswith("2021")


def test_a_group_lists_its_members() -> None:
    assert (
        row(shown(place_of_category("actors", "G_CJK")), "Members") == "China, Japan, South Korea"
    )


def test_twins_lead_to_each_other() -> None:
    target, concept = (
        place_of_category("stance_targets", "S13"),
        place_of_category("concepts", "C_STRAUT"),
    )
    assert row(shown(target), "The same as") == "Concepts › strategic autonomy"
    assert row(shown(concept), "The same as") == "Stance targets › European strategic autonomy"
    assert concept in shown(target).targets
    assert target in shown(concept).targets


def test_a_layer_tells_what_completes_it_and_lists_its_variables() -> None:
    page = shown(place_of_layer("stance"))
    assert row(page, "Complete with") == "holder; position; target or toward"
    assert row(page, "Shortcut") == "S"
    assert row(page, "Marks") == "a stretch of text"
    assert links(page)["position"] == place_of_variable("stance", "position")
    assert "Whose stance is it?" in page.text
    assert row(shown(place_of_layer("article")), "Marks") == "the whole article"


def test_a_variable_tells_what_it_takes() -> None:
    source = shown(place_of_variable("stance", "source"))
    assert row(source, "Values") == "category, several"
    assert links(source)["Actors"] == place_of_list("actors")
    assert row(source, "Question") == "Who says so?是谁这样说的？"
    assert row(shown(place_of_variable("claim", "probability")), "Values") == "number"
    claimant = shown(place_of_variable("claim", "claimant"))
    assert row(claimant, "Default") == "the author of the article"
    assert links(claimant)["the author of the article"] == place_of_category("actors", "AUTHOR")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.INTEGER, "whole number"),
        (Kind.BOOLEAN, "yes or no"),
        (Kind.DATE, "date"),
        (Kind.TEXT, "text"),
        (Kind.LINK, "link to other annotations"),
    ],
)
def test_every_kind_of_values_has_a_name(kind: Kind, name: str) -> None:
    layer = Layer("a", Words("甲", "A"), Scope.SPAN, (Variable("v", kind, Words("", "v")),))
    book = Codebook(Words("", "B"), (), (layer,))
    assert row(shown(place_of_variable("a", "v"), book), "Values") == name


def test_a_list_shows_its_categories_in_their_groups() -> None:
    page = shown(place_of_list("concepts"))
    assert page.text.index("<h2>theories</h2>") < page.text.index("<h2>alliances</h2>")
    assert len([t for t in page.targets if t.owner == "concepts"]) == 88
    assert row(page, "Attributes") == "group"
    assert "Stance · concept" in links(page)


def test_children_stand_deeper_than_their_parents() -> None:
    text = shown(place_of_list("actors")).text
    assert re.search(r'margin-left:0px"><a href="\d+">United States', text)
    assert re.search(r'margin-left:18px"><a href="\d+">Biden administration', text)


def test_scores_stand_beside_the_positions() -> None:
    text = shown(place_of_list("positions")).text
    assert "强烈反对 · −2" in text
    assert "score: +1" in shown(place_of_category("positions", "p1")).text


def many(count: int, parent: str | None = None) -> Codebook:
    categories = tuple(
        Category(f"K{n}", n, Words(f"甲{n}", f"A{n}"), parent=parent) for n in range(1, count + 1)
    )
    return Codebook(Words("册", "Book"), (CodeList("all_", Words("全", "All"), categories),))


def test_of_very_many_categories_the_first_are_shown() -> None:
    page = shown(place_of_list("all_"), many(5_000))
    assert len(page.targets) == 1 + 400
    assert "and 4600 more: type above to find one" in page.text
    parent = many(5_000, parent="K1").code_lists[0]
    whole = replace(parent.categories[0], parent=None)
    lists = (replace(parent, categories=(whole, *parent.categories[1:])),)
    above = shown(place_of_category("all_", "K1"), replace(many(1), code_lists=lists))
    assert row(above, "Children").endswith("…")


def test_categories_without_a_group_come_last() -> None:
    groups = CodeList("groups", Words("", "Groups"), (Category("g", 1, Words("", "The group")),))
    grouped = CodeList(
        "things",
        Words("", "Things"),
        (
            Category("x", 1, Words("", "X")),
            Category("y", 2, Words("", "Y"), attributes={"in": "g"}),
        ),
        (Attribute("in", Kind.CATEGORY, Words(), "groups"),),
    )
    book = Codebook(Words("", "Book"), (groups, grouped))
    text = shown(place_of_list("things"), book).text
    assert (
        text.index("The group") < text.index(">Y<") < text.index("Categories") < text.index(">X<")
    )
    assert row(shown(place_of_category("things", "y"), book), "in") == "The group"


def test_marks_of_a_category_and_numbers_are_told() -> None:
    attributes = (
        Attribute("size", Kind.REAL, Words("", "size")),
        Attribute("open", Kind.BOOLEAN, Words("", "open")),
    )
    category = Category(
        "K;",
        7,
        Words("<甲>", ""),
        shortcut="7",
        retired=True,
        patterns=("a<b",),
        attributes={"size": 0.5, "open": False},
    )
    things = CodeList("things", Words("", "Things"), (category,), attributes)
    page = shown(place_of_category("things", "K;"), Codebook(Words("", "Book"), (things,)))
    assert "shortcut: 7 · retired: not offered any more" in page.text
    assert "<h1>&lt;甲&gt;</h1>" in page.text
    assert row(page, "Patterns") == "a&lt;b"
    assert row(page, "size") == "0.5"
    assert row(page, "open") == "no"


@pytest.mark.parametrize(
    "entry",
    [
        place_of_category("concepts", "GONE"),
        place_of_category("gone", "GONE"),
        place_of_list("GONE"),
        place_of_layer("GONE"),
        place_of_variable("stance", "GONE"),
        place_of_variable("gone", "GONE"),
    ],
)
def test_what_the_codebook_has_no_more_says_so(entry: Place) -> None:
    page = shown(entry)
    assert page.title == "GONE"
    assert "does not have it any more" in page.text
    assert page.targets == ()


def test_the_book_leads_to_all_layers_and_lists() -> None:
    page = shown(BOOK)
    assert page.title == "Starter codebook: articles on international relations"
    sorts = [each.sort for each in page.targets]
    assert sorts == [Sort.LAYER] * len(BOOKED.layers) + [Sort.LIST] * len(BOOKED.code_lists)


def test_what_is_found_leads_to_its_page_and_says_by_which_name() -> None:
    usa = BOOKED.code_list("actors").category("USA")
    page = page_of_found(BOOKED, "白<", [Hit("actors", usa, "白宫")])
    assert page.title == "Found for “白<”"
    assert "<h1>Found for “白&lt;”</h1>" in page.text
    assert "美国 · 白宫 · Actors" in page.text
    assert page.targets == (place_of_category("actors", "USA"),)
    assert "Nothing in the codebook" in page_of_found(BOOKED, "x", []).text


def test_rules_are_no_markup() -> None:
    guide = Guide(definition=Words("", "a <b> “x<y” c"))
    category = Category("k", 1, Words("", "x<y"))
    other_ = Category("o", 2, Words("", "O"), guide=guide)
    book = Codebook(Words("", "B"), (CodeList("l", Words("", "L"), (category, other_)),))
    page = shown(place_of_category("l", "o"), book)
    assert "a &lt;b&gt; “<a href=" in page.text
    assert links(page)["x&lt;y"] == place_of_category("l", "k")


def test_without_a_count_no_use_is_told() -> None:
    assert row(page_of(BOOKED, BOOK), "Use") == ""

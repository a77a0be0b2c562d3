"""Why a command is refused."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class NotYourAnnotation(Refusal):
    """The annotation is another coder's own."""

    sentence = (
        "This annotation is another coder's own; only its coder changes it (you are {coder})."
    )


class NotYourMemo(Refusal):
    """The memo is another coder's own."""

    sentence = "This memo is another coder's own; only its coder changes it (you are {coder})."


class AlreadyMarked(Refusal):
    """An annotation of one's own says the same of the same stretch; its id is in `facts`."""

    sentence = (
        "This passage is already marked so (annotation {annotation}); nothing was added. "
        "Change its values, or mark another stretch."
    )


class NotASpanLayer(Refusal):
    """A layer for whole articles cannot mark a stretch of text."""

    sentence = "The layer “{layer}” is for whole articles; choose a layer that marks text."


class NotAnArticleLayer(Refusal):
    """A layer that marks text cannot describe a whole article."""

    sentence = "The layer “{layer}” marks text; select some text and mark it there."


class NoBorders(Refusal):
    """An annotation of a whole article has no borders."""

    sentence = "This annotation is of the whole article and has no borders to move."


class CutOutside(Refusal):
    """An annotation is to be split where nothing would be left of a half."""

    sentence = (
        "There is nothing to part here; put the caret inside the annotation, "
        "between two of its characters."
    )


class NothingToJoin(Refusal):
    """Fewer than two annotations are to be joined."""

    sentence = (
        "Nothing of this layer follows in the article to be joined with; start at the one before, "
        "or select several in the table."
    )


class NotTogether(Refusal):
    """Annotations of several layers or articles are to be joined."""

    sentence = (
        "Only annotations of one layer in one article can be joined; move them to one layer first."
    )


class ValuesDiffer(Refusal):
    """Annotations that are to be joined say different things."""

    sentence = (
        "The annotations differ in “{variable}” ({count} variables in all); make them alike "
        "first, or join them with the values of the first."
    )


class ValuesLost(Refusal):
    """A value has no place in the layer that its annotation is to go to."""

    sentence = (
        "The layer “{layer}” has no place for the value of “{variable}”; "
        "say where it goes (Edit › Move to another layer)."
    )


class NoTextLeft(Refusal):
    """A corrected text without a character in it."""

    sentence = "The corrected text is empty; keep at least a sentence, or cancel."


class UnknownField(Refusal):
    """A column of an article that cannot be edited."""

    sentence = "An article has no field “{field}” to edit; choose one of: {known}."


class LinkElsewhere(Refusal):
    """A link must stay within the article and what one has coded there oneself."""

    sentence = (
        "A link can only lead to another annotation of your own in the same article; "
        "choose one from the list."
    )


class NoName(Refusal):
    """A coder or a category was given no name."""

    sentence = "The name is empty; type at least one letter or character."


class CategoryInUse(Refusal):
    """Annotations hold a category that is to be deleted."""

    sentence = (
        "Annotations coded with {keys}: {count} (articles: {articles}); "
        "retire or merge what is used instead of deleting it."
    )


class NotAmongParts(Refusal):
    """An annotation is assigned to what its category is not split into."""

    sentence = "“{key}” is none of what the category is split into; choose one of: {parts}."


class NotCodedSo(Refusal):
    """An annotation does not hold the category that it is taken out of."""

    sentence = "Annotation {annotation} is not coded with “{key}”; reload the list of passages."


class LayerInUse(Refusal):
    """A layer that is marked in is to be deleted."""

    sentence = (
        "Annotations in the layer “{layer}”: {count} (articles: {articles}); "
        "retire it instead, or move them to another layer."
    )


class ScopeFixed(Refusal):
    """A layer that is marked in is to get another scope."""

    sentence = (
        "The layer “{layer}” has annotations ({count}), so it cannot change between stretches of "
        "text and whole articles; make a new layer."
    )


class VariableInUse(Refusal):
    """A variable that is coded is to be deleted."""

    sentence = (
        "Annotations with a value of “{variable}”: {count} (articles: {articles}); "
        "retire the variable instead."
    )


class KindNotFitting(Refusal):
    """Values of a variable mean nothing of another kind."""

    sentence = (
        "Annotations with “{variable}” whose values do not fit: {count} of {total}; "
        "recode those first, or make a new variable."
    )


class ValuesNotFitting(Refusal):
    """Values of annotations do not fit the variables of another layer."""

    sentence = (
        "Annotations whose values do not fit the layer “{layer}” so: {count} of {total}; "
        "map their variables otherwise."
    )


class VariableNotMapped(Refusal):
    """Nothing is said about a variable of an annotation that moves."""

    sentence = (
        "Say where the values of “{variable}” (layer “{layer}”) go, or that they are given up."
    )


class VersionExists(Refusal):
    """A version of the codebook has that name already."""

    sentence = "There is a version “{name}” already; choose another name."


class NothingFrozen(Refusal):
    """Annotations are to be reviewed under a version, and there is none."""

    sentence = "No version of the codebook is frozen yet; freeze it under a name first."


class ChangedSinceFrozen(Refusal):
    """The rules of what is reviewed are others than those of the newest version."""

    sentence = (
        "The rules of these annotations have changed since “{name}” was frozen; "
        "freeze the codebook as a new version first."
    )

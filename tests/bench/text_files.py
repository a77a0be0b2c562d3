"""Text files to be read: pages with a head and a foot, of which no two are alike."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.intake.scored.build import all_pairs
from tests.intake.scored.score import read_expected

LENGTH = 5_000


def text_files(count: int) -> Iterator[bytes]:
    """Yield so many files of `LENGTH` characters, always the same.

    The sentences are as long as real ones, of characters as frequent as in real ones.
    """
    chance = random.Random(7)
    bodies = [read_expected(wanted).paragraphs for _, wanted in all_pairs().values()]
    paragraphs = [each for body in bodies for each in body if len(each) > 30]
    letters = [each for each in "".join(paragraphs) if each.isalpha() and not each.isascii()]
    for number in range(count):
        lines = [f"第{number}号时评：会谈之后", f"2025-08-{number % 28 + 1:02} 来源：南港通讯"]
        length = 0
        while length < LENGTH:
            lines.append(_varied(chance.choice(paragraphs), letters, chance))
            length += len(lines[-1])
        lines += ["（责任编辑：周念）", "相关新闻", "茶价连涨三周", "声明：本网转载内容仅供参考。"]
        yield "\n".join(lines).encode()


def _varied(paragraph: str, letters: list[str], chance: random.Random) -> str:
    """Return a paragraph of other words with the same marks, numbers and ASCII."""
    words = iter(chance.choices(letters, k=len(paragraph)))
    return "".join(
        next(words) if each.isalpha() and ord(each) > 127 else each for each in paragraph
    )

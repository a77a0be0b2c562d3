"""Plain text in the encodings that Chinese texts come in."""

from __future__ import annotations

from workbench.files.decode import decode
from workbench.intake.extracted import Extracted


def read_text(data: bytes, file_name: str) -> Extracted:
    """Return the decoded text; raise what `decode` raises."""
    decoded = decode(data, file_name)
    is_damaged = "\ufffd" in decoded.text or "锟斤拷" in decoded.text
    warnings = ("damaged_characters",) if is_damaged else ()
    if decoded.damaged:
        warnings = (f"damaged_bytes:{decoded.damaged}",)
    return Extracted(decoded.text, "text", decoded.encoding, warnings=warnings)

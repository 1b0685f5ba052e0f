"""Texts with what the Python tokenizer and the trained vectors make of them, for the test of the TypeScript."""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from embedder.artefact import embed
from embedder.distil import count_tokens

TRICKY = [
    "",
    " \t\r\n",
    "The Landlord may terminate this Lease.",
    "Crème brûlée, naïve façade, Ångström, Łódź, smørrebrød, ÇA VA",
    "e\u0301 and \u00e9 are one letter",
    "İstanbul ISPARTA ıspanak",
    "ΣΊΣΥΦΟΣ ὈΔΥΣΣΕΎΣ",
    "Straße ẞ ß",
    "東京都 and 中文字符混排test",
    "ひらがな カタカナ 한국어",
    "مرحبا بالعالم שלום עולם",
    "हिन्दी देवनागरी ไทย",
    "👩‍🚀 family 👨‍👩‍👧 😀!",
    "zero\u200bwidth\u00adsoft\ufeffmark\u0000nul\ufffdbad",
    "non\u00a0breaking\u3000wide\u2028line\u0085next",
    "“quotes” ‘single’ — dash – en… «guillemets» „low“",
    "$1,234.56 (12%) #7 a+b=c <tag> ^x~ `code` |pipe| C&A €5 £3 ¥9",
    "don't re-enter can't; it's the parties' e-mail@example.com",
    "snake_case CamelCase 3.14e-10 v2.0.1 §12(b)(iii) №5 ½ ² ™ ©",
    "antidisestablishmentarianism floccinaucinihilipilification indemnifications",
    "x" * 100,
    "y" * 101,
    "[SEP",
    "ﬁnance ﬂow Ⅳ ㎏ ﷺ",
    "\U00020000 rare ideograph \U0002f800",
    "control\x07bell\x1besc tab\tnew\nline\r\n",
]
SENTENCES = [
    "Either party may terminate this Agreement upon sixty (60) days' written notice.",
    "How deep is the lake, and which river leaves it?",
    "the the the tenant of the tenant",
    "Zürich 東京 naïve",
    "😀",
]
NUMBERS = 8


def write(file: Path, tokenizer: Tokenizer, rows: np.ndarray, scales: np.ndarray) -> None:
    vectors = rows * scales[:, None]
    unknown = tokenizer.token_to_id("[UNK]")
    counts = count_tokens(tokenizer, SENTENCES).tolil()
    for row in range(len(SENTENCES)):
        alone = counts[row].sum() == counts[row, unknown]
        counts[row, unknown] = 1 if alone else 0
    starts = embed(counts.tocsr(), vectors)[:, :NUMBERS]
    tokens = [{"text": text, "tokens": tokenizer.encode(text, add_special_tokens=False).tokens} for text in TRICKY]
    numbers = [[round(float(number), 6) for number in start] for start in starts]
    vectors = [{"text": text, "start": start} for text, start in zip(SENTENCES, numbers, strict=True)]
    file.write_text("".join(json.dumps(row) + "\n" for row in tokens + vectors))

"""Read many documents and count what fails: every reading is checked for its spans and against the schema.

    REPORTEDLY_EVAL=… python benchmarks/sweep.py [--each 70]

Takes the first documents of every English corpus under the folder; prints counts of claims, chains and flags.
"""

import argparse
import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema

from reportedly.flow import read_document
from reportedly.model.document import Document
from reportedly.present.contract import reading_schema, write_json


def load(folder: Path, each: int) -> Iterator[Document]:
    """The first `each` English documents of every corpus."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        taken = 0
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row.get("lang") != "en" or not row["text"].strip() or taken == each:
                    continue
                taken += 1
                published = date.fromisoformat(row["published"][:10])
                yield Document(text=row["text"], outlet=row.get("outlet"), published=published, language="en")


def main() -> None:
    """Print how many documents were read, how many failed, and what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", default=70, type=int)
    options = parser.parse_args()
    validator = jsonschema.Draft202012Validator(reading_schema())
    seen: Counter[str] = Counter()
    for document in load(Path(os.environ["REPORTEDLY_EVAL"]) / "corpora", options.each):
        seen["documents"] += 1
        try:
            reading = read_document(document)
            shaped = json.loads(write_json(reading))
            validator.validate(shaped)
            for claim in shaped["claims"]:
                assert claim["text"] == document.text[claim["start"] : claim["end"]]
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is counted here
            seen["failed"] += 1
            print(f"failed: {document.outlet} {document.published}: {type(error).__name__}: {error}")
            continue
        seen["claims"] += len(reading.claims)
        seen["attributed claims"] += sum(bool(claim.chains) for claim in reading.claims)
        seen["chains of two links and more"] += sum(
            len(chain) > 1 for claim in reading.claims for chain in claim.chains
        )
        seen.update(f"flag {flag.code.value}" for flag in reading.flags)
    for what, count in seen.items():
        print(f"{count:6} {what}")
    print(f"{seen['failed']} of {seen['documents']} documents failed")


if __name__ == "__main__":
    main()

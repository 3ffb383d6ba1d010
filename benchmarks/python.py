#!/usr/bin/env python3
"""Reads and writes documents by Python's json, and by orjson and msgspec where they are installed.

Usage: python.py SECONDS FOLDER. Each library takes as long for each row, and the best of its calls
counts. Prints the measurements as JSON, in the form that benchmarks/run keeps.
"""
import importlib
import json
import sys
import time
from pathlib import Path


def libraries():
    yield "json", json.loads, lambda tree: json.dumps(
        tree, separators=(",", ":"), ensure_ascii=False
    ).encode()
    for name in ("orjson", "msgspec"):
        try:
            module = importlib.import_module("msgspec.json" if name == "msgspec" else name)
        except ImportError:
            print(f"  {name} is left out: it is not installed", file=sys.stderr)
            continue
        if name == "msgspec":
            yield name, module.decode, module.encode
        else:
            yield name, module.loads, module.dumps


def best(call, argument, seconds):
    """The nanoseconds of the fastest call."""
    end = time.perf_counter() + seconds
    least = None
    while least is None or time.perf_counter() < end:
        start = time.perf_counter_ns()
        call(argument)
        took = time.perf_counter_ns() - start
        least = took if least is None else min(least, took)
    return least


def main(seconds, folder):
    results = []
    for name, read, write in libraries():
        for file in sorted(Path(folder).glob("*.json")):
            text = file.read_bytes()
            tree = read(text)
            if tree != json.loads(text) or json.loads(write(tree)) != tree:
                sys.exit(f"{name} reads or writes {file.stem} otherwise")
            for way, call, argument in (("read", read, text), ("write", write, tree)):
                nanos = best(call, argument, seconds)
                row = f"{way} {file.stem.replace('_', ' ')}"
                results.append({"row": row, "contestant": f"python {name}", "nanos": nanos})
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2])

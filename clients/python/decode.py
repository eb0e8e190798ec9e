"""Reads one record of a topic by hand: python3 decode.py SCHEMA.avsc RECORD. Needs the package avro (Debian: python3-avro).

Confluent's framing is a zero byte, the schema's id in four bytes, big end first, and then the record in Avro's binary encoding.
"""
import io
import json
import struct
import sys

import avro.io
import avro.schema


def schema_id(framed: bytes) -> int:
    magic, number = struct.unpack(">bI", framed[:5])
    if magic != 0:
        raise ValueError("not in Confluent's framing")
    return number


def decode(schema: avro.schema.Schema, framed: bytes):
    return avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(framed[5:])))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as schema, open(sys.argv[2], "rb") as record:
        framed = record.read()
        value = decode(avro.schema.parse(schema.read()), framed)
    print(json.dumps({"schema_id": schema_id(framed), "value": value}, default=str))

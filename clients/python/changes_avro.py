"""Prints changes with what Debian has: apt install python3-confluent-kafka python3-avro; python3 changes_avro.py BROKER REGISTRY GROUP

A fourth argument is the topic, a fifth how many changes to print before it ends.
"""
import functools
import json
import sys
import urllib.request

import avro.schema
from confluent_kafka import Consumer

from decode import decode, schema_id

broker, registry, group = sys.argv[1:4]
topic = sys.argv[4] if len(sys.argv) > 4 else "deltawire.fact-changes"
left = int(sys.argv[5]) if len(sys.argv) > 5 else None


@functools.lru_cache(maxsize=None)
def schema(number: int):
    with urllib.request.urlopen(f"{registry}/schemas/ids/{number}") as answer:
        return avro.schema.parse(json.load(answer)["schema"])


consumer = Consumer({
    "bootstrap.servers": broker,
    "group.id": group,
    "auto.offset.reset": "earliest",
    "isolation.level": "read_committed",
    "enable.auto.commit": False,
})
consumer.subscribe([topic])
try:
    while left is None or left > 0:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error() is not None:
            raise RuntimeError(message.error())
        change = decode(schema(schema_id(message.value())), message.value())
        print(change["id"], change["type"], change["text"], flush=True)
        consumer.commit(message, asynchronous=False)
        left = None if left is None else left - 1
except KeyboardInterrupt:
    pass
finally:
    consumer.close()

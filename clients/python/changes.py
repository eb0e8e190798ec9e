"""Prints changes: pip install "confluent-kafka[avro]"; python changes.py BROKER REGISTRY GROUP"""
import sys

from confluent_kafka import DeserializingConsumer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer

broker, registry, group = sys.argv[1:4]
consumer = DeserializingConsumer({
    "bootstrap.servers": broker,
    "group.id": group,
    "auto.offset.reset": "earliest",
    "isolation.level": "read_committed",
    "enable.auto.commit": False,
    "value.deserializer": AvroDeserializer(SchemaRegistryClient({"url": registry})),
})
consumer.subscribe(["deltawire.fact-changes"])
try:
    while True:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error() is not None:
            raise RuntimeError(message.error())
        change = message.value()
        print(change["id"], change["type"], change["text"], flush=True)
        consumer.commit(message)
except KeyboardInterrupt:
    pass
finally:
    consumer.close()

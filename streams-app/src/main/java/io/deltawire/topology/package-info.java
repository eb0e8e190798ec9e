/** The wiring: Kafka Streams topology, processors, stores, and the mapping between records and Avro. */
@NullMarked
package io.deltawire.topology;

import org.jspecify.annotations.NullMarked;

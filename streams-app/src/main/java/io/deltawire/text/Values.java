package io.deltawire.text;

import java.util.List;

/** Numbers and times of a document, each in text order and without overlap among its own kind. */
public record Values(List<NumberValue> numbers, List<TimeValue> times) {}

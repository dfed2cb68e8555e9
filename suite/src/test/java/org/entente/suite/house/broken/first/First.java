package org.entente.suite.house.broken.first;

import org.entente.suite.house.broken.second.Second;

/** One half of a circle of features. */
public record First(Second second) {}

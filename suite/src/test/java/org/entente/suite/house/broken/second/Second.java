package org.entente.suite.house.broken.second;

import org.entente.suite.house.broken.first.First;

/** The other half of a circle of features. */
public record Second(First first) {}

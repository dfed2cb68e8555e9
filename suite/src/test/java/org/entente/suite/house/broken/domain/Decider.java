package org.entente.suite.house.broken.domain;

/** A pure function that, by way of its policy, is none. */
record Decider(Policy policy) {}

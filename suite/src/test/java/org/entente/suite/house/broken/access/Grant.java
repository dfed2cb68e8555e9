package org.entente.suite.house.broken.access;

/** Belongs to a service of its own. */
public record Grant(String id) {}

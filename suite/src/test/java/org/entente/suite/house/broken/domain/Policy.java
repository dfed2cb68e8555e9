package org.entente.suite.house.broken.domain;

import io.vertx.core.Vertx;

/** Brings a framework into the domain. */
record Policy(Vertx vertx) {}

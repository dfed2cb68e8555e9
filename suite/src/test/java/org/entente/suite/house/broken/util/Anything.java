package org.entente.suite.house.broken.util;

/** Resides where nothing says what it is for. */
final class Anything {}

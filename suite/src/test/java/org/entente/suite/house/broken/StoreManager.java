package org.entente.suite.house.broken;

/** Has a name that says nothing. */
final class StoreManager {}

package org.entente.suite.house.broken.catalog;

import org.entente.suite.house.broken.access.Grant;

/** Belongs to one service and uses another's class. */
record Asset(Grant grant) {}

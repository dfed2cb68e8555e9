package org.entente.access.usage;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One use of a grant: a decision that permitted something under it.
 *
 * @param purpose empty where none was stated
 * @param tier the deepest of what was permitted
 */
record Used(UUID grant, Instant at, String person, String purpose, Set<String> categories, int tier) {}

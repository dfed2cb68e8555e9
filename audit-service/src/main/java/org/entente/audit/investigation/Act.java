package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something done about a case.
 *
 * @param move its name
 * @param detail what exactly, by move
 */
record Act(String move, Person by, ObjectNode detail) {}

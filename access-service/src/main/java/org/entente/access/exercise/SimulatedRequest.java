package org.entente.access.exercise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is read of the event of a simulated request.
 *
 * @param inject what it is called in the script
 * @param question as of AuthZEN Authorization API 1.0 section 6.1
 */
@RegisterForReflection
record SimulatedRequest(String inject, ObjectNode question, Copy copy) {}

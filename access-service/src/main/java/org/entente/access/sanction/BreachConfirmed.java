package org.entente.access.sanction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.entente.access.agreement.Severity;

/**
 * A breach that two persons confirmed, as audit-service tells it.
 *
 * @param persons who confirmed, by their subjects
 */
@RegisterForReflection
public record BreachConfirmed(String investigation, String partner, Severity severity, List<String> persons) {}

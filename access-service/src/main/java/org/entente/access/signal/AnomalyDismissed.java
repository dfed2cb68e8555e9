package org.entente.access.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * That an anomaly was none.
 *
 * @param persons who say so, by their subjects; two of them
 */
@RegisterForReflection
record AnomalyDismissed(String anomaly, String partner, List<String> persons, String reason) {}

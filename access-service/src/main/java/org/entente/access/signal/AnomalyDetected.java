package org.entente.access.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.entente.access.partner.Posture;

/**
 * An anomaly in the access of a partner.
 *
 * @param anomaly its identifier
 * @param kind of anomaly
 * @param advice how far the partner should be trusted at most
 */
@RegisterForReflection
record AnomalyDetected(String anomaly, String partner, String kind, Posture advice) {}

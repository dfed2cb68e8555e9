/** Anomalies: accesses are compared with what is usual for the person, the unit and the partner; what is not opens an investigation at once. */
package org.entente.audit.anomaly;

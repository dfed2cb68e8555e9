/** Records: events as they arrive from Kafka, and as those who may see them read them again. */
package org.entente.audit.record;

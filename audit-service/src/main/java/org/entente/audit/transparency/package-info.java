/** Transparency reports: public figures under differential privacy, drawn once, paid from a yearly budget, published by two persons. */
package org.entente.audit.transparency;

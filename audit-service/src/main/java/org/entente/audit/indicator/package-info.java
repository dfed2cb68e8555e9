/** Indicators: how fast, how punctually and how much is shared, as daily series with targets, counted while the log grows. */
package org.entente.audit.indicator;

/** The one clock that all replicas agree on. */
package org.entente.crisis.time;

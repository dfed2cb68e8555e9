/** Activations: a plan in force for a while, begun by one authority or two, ended by the clock, by hand or by withdrawal. */
package org.entente.crisis.activation;

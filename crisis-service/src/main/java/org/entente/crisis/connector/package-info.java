/** Signals of others: collections of allies that are read, calls that are received, events that are heard. */
package org.entente.crisis.connector;

/** The events that the services exchange: one envelope (CloudEvents 1.0), the names of the types, and what the shared ones carry. */
package org.entente.events;

/** Who may do what in a crisis, and how a step of a state machine is taken or refused. */
package org.entente.crisis.act;

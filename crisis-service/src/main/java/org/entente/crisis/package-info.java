/** What changes when it is urgent: plans agreed beforehand, the signals that call for them, and their activation, which ends by itself. */
package org.entente.crisis;

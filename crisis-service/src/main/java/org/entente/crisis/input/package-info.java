/** What every field of every request must be; whatever is not is refused by name (RFC 6901 pointer). */
package org.entente.crisis.input;

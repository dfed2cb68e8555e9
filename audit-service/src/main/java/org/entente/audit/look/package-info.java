/** Looks: who reads audit data leaves a record of it, too. */
package org.entente.audit.look;

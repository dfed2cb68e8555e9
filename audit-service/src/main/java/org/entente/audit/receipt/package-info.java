/** Receipts: what a party needs to prove, offline and to anyone, that an act which concerns it stands in the log. */
package org.entente.audit.receipt;

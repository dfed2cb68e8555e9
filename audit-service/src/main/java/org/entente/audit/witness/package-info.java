/** Being a witness of allies' logs: cosigns what has only grown, once it is stored, and keeps what proves that a log has not (C2SP tlog-witness). */
package org.entente.audit.witness;

/** The transparency log: one order of all acts, committed to by a Merkle tree (C2SP tlog-tiles) and published without giving them away. */
package org.entente.audit.log;

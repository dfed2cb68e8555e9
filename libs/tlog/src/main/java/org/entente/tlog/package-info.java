/**
 * Verifies a transparency log with nothing but its public key: Merkle trees (RFC 6962, RFC 9162), tiles, signed notes, checkpoints and
 * proofs (C2SP), and the receipts of Entente's own log.
 */
package org.entente.tlog;

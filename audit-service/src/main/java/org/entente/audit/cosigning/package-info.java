/** Asking allies to cosign our checkpoints (C2SP tlog-witness): all at once, never waiting for the slowest, and believing none without proof. */
package org.entente.audit.cosigning;

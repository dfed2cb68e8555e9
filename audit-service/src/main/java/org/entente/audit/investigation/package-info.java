/** Investigations: a case from suspicion to dismissal, or to breach, remedies and closure; evidence is frozen with its proofs. */
package org.entente.audit.investigation;

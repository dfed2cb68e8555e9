/** Examinations: an auditor from outside draws, reads and checks for a time, all of it on record; findings are tracked to their closure. */
package org.entente.audit.examination;

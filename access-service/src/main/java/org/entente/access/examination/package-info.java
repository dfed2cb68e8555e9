/** Examinations: decisions that an auditor from outside has drawn are taken again, and the policy of their epochs is stated. */
package org.entente.access.examination;

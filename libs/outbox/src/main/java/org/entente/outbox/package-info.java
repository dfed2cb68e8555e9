/** Exactly once in effect: record and event in one transaction, relayed at least once, applied once; creating requests repeated safely. */
package org.entente.outbox;

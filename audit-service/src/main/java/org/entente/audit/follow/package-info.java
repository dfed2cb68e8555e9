/** Following the log: what is derived from its entries is brought up to date in their order, each entry once in effect. */
package org.entente.audit.follow;

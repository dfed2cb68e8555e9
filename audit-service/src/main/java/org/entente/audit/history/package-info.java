/** Histories: who accessed what, when and with what result, page by page or as a signed export, each line provable by its receipt. */
package org.entente.audit.history;

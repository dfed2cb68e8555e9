/** The service tested over HTTP, with real PostgreSQL and Kafka, and a decision point of its own beside it. */
package org.entente.catalog;

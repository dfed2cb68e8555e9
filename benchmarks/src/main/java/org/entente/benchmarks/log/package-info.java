/** The transparency log: ingestion from end to end beside COPY, and what it costs at millions of entries. */
@NullMarked
package org.entente.benchmarks.log;

import org.jspecify.annotations.NullMarked;

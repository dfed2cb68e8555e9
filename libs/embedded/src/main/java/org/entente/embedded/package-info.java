/** Real PostgreSQL and Kafka as child processes of this JVM, without installation, root or Docker. */
@NullMarked
package org.entente.embedded;

import org.jspecify.annotations.NullMarked;

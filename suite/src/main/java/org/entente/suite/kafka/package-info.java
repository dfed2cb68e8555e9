/** The broker and its topics. */
@NullMarked
package org.entente.suite.kafka;

import org.jspecify.annotations.NullMarked;

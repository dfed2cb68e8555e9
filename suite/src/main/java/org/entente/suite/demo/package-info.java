/** The story of one asset, one partner and one crisis, performed over HTTP against a running suite and told in readable lines. */
@NullMarked
package org.entente.suite.demo;

import org.jspecify.annotations.NullMarked;

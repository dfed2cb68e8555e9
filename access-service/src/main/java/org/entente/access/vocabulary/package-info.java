/** What agreements, grants and requests can speak of: purposes, categories, levels, actions. */
@NullMarked
package org.entente.access.vocabulary;

import org.jspecify.annotations.NullMarked;

/** Labels as a pure, small algebra: normal form, roll-up, admission; marking policies and information categories as data. */
@NullMarked
package org.entente.label;

import org.jspecify.annotations.NullMarked;

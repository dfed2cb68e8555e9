/** Pages for people: one layout, login by the browser, forms that only our own pages can send, step-up and back. */
@NullMarked
package org.entente.page;

import org.jspecify.annotations.NullMarked;

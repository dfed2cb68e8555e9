/** The information policy: the categories that labels can say, and how information in each is handled. */
@NullMarked
package org.entente.catalog.information;

import org.jspecify.annotations.NullMarked;

/** Attachments: files of any type and of up to a gibibyte, which come and go in chunks and are never whole in memory. */
@NullMarked
package org.entente.catalog.attachment;

import org.jspecify.annotations.NullMarked;

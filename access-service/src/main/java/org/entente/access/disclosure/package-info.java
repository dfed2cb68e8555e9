/** What was shown on decisions taken before: on record, and only while policy is still the one they were taken on. */
@NullMarked
package org.entente.access.disclosure;

import org.jspecify.annotations.NullMarked;

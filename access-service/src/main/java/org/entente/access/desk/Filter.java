package org.entente.access.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for on the desk.
 *
 * @param agency whose; absent for all
 * @param partner with whom; absent for all
 * @param within how far ahead what expires is shown
 * @param most entries of each section
 */
public record Filter(@Nullable String agency, @Nullable String partner, Duration within, int most) {}

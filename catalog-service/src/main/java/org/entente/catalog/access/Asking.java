package org.entente.catalog.access;

import org.jspecify.annotations.Nullable;

/** Who asks what for; no purpose is a purpose of discovery only. */
public record Asking(Subject subject, @Nullable String purpose, String purposeField) {}

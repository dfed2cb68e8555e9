package org.entente.suite.demo;

import java.util.List;

/** What a grant shall let its partner reach under an agreement; the instant in RFC 3339. */
public record GrantTerms(String agreement, int tier, List<String> categories, List<String> purposes, String until) {}

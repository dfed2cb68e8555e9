package org.entente.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents as an originator would register them. */
final class Documents {
    static final String MARKDOWN = """
            # (U//REL XBB) Sluice

            (S//REL XAA,XBB) The intruder came by the pumps.

            (TS//ORION//NF) It was watched from inside.

            (R//REL XBB) The pumps were stopped.
            """;

    private Documents() {}

    static ObjectNode registration(String title) {
        return registration(title, MARKDOWN);
    }

    static ObjectNode registration(String title, String markdown) {
        ObjectNode registration = Bundles.registration(title);
        registration.remove("bundle");
        registration.remove("labelsByType");
        registration.putObject("document").put("markdown", markdown);
        return registration;
    }
}

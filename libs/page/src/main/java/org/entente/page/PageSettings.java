package org.entente.page;

import io.smallrye.config.ConfigMapping;

/** Where the pages of this service are, and what it is called. */
@ConfigMapping(prefix = "entente.page")
interface PageSettings {
    /** The prefix of the service, such as {@code /access}; its pages are below {@code /access/pages/}. */
    String prefix();

    /** The service's name, for people to read. */
    String title();

    /** The secret of the client at the identity provider, of which the keys of cookies and forms are made. */
    String clientSecret();

    /** Where forms may lead to, as a source list of the content security policy. */
    String formAction();

    /** What every path of a page begins with. */
    default String root() {
        return prefix() + "/pages/";
    }

    /** Whether the path is one of a page. */
    default boolean covers(String path) {
        return (path + "/").startsWith(root());
    }
}

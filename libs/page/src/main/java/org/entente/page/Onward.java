package org.entente.page;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a form leads to once it is done: to a page that can be loaded again without doing it again (RFC 9110 section 15.4.4). */
public final class Onward {
    private Onward() {}

    /** To a page. */
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** To the page of what was made: the one at {@code /x/pages/y/1} for the resource {@code /x/y/1}. */
    public static Response made(Response created) {
        return to(created.getLocation().getPath().replaceFirst("^(/[a-z]+)/", "$1/pages/"));
    }
}

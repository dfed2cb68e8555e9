package org.entente.page;

import org.jspecify.annotations.Nullable;

/** What somebody can do whose form was refused. */
final class Advice {
    private Advice() {}

    /** Absent where there is nothing to be said but what the problem says itself. */
    static @Nullable String on(int status, String method) {
        if (method.equals("GET")) {
            return null;
        }
        return switch (status) {
            case 400, 422 -> "Nothing was changed. Go back, correct what it is about, and send the form again.";
            case 403 ->
                "Nothing was changed. Somebody with the part that it takes has to do this: ask them, or have it passed on to"
                        + " you first.";
            case 404 -> "Nothing was changed. What it was about is not there, or not there for you.";
            case 409 ->
                "Nothing was changed. Go back and look at how it stands now: it may be done already, or something else has"
                        + " to be done before.";
            case 412 ->
                "Nothing of yours was changed. Somebody else was faster: go back, read what it has become, and decide anew.";
            case 503 -> "Nothing is known to have been changed. Try again in a while.";
            default -> null;
        };
    }
}

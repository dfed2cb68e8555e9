package org.entente.embedded;

import java.util.regex.Pattern;

/** A database user and its password. */
public record Credentials(String user, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public Credentials {
        requireName(user);
        if (password.isEmpty()) {
            throw new IllegalArgumentException("a database user needs a password");
        }
    }

    /** Names are written into SQL, so only plain ones are names. */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        return name;
    }

    /** The password is nobody's to log. */
    @Override
    public String toString() {
        return user;
    }
}

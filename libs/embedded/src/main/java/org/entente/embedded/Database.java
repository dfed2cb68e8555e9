package org.entente.embedded;

/**
 * A database with its two users.
 *
 * @param owner owns the database and its schema {@code public}; runs the migrations
 * @param runtime may connect and use the schema; every right on a table is granted by a migration
 */
public record Database(String name, Credentials owner, Credentials runtime) {

    public Database {
        Credentials.requireName(name);
    }
}

package org.entente.catalog.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far to go, and from where in the order of what is found.
 *
 * @param depth derivations from the asset, at most
 * @param limit entities, at most
 * @param after the last one of the page before; absent for the first page
 */
record Way(
        Direction direction, int depth, int limit, @Nullable Place after) {
    private static final int DEEPEST = 100;

    /** The place of an entity: how far it is, and what it is called. It says nothing that its page does not show. */
    record Place(int depth, String name) {
        String cursor() {
            byte[] text = (depth + " " + name).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        static Place of(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int space = text.indexOf(' ');
                return new Place(Integer.parseInt(text.substring(0, Math.max(0, space))), text.substring(space + 1));
            } catch (IllegalArgumentException notACursor) {
                throw Problem.badRequest("cursor", "is not a cursor of this list");
            }
        }
    }

    /** @throws Problem 400 naming the parameter that is out of bounds */
    static Way of(String direction, int depth, int limit, int most, @Nullable String cursor) {
        if (depth < 1 || depth > DEEPEST) {
            throw Problem.badRequest("depth", "must be from 1 to " + DEEPEST);
        }
        if (limit < 1 || limit > most) {
            throw Problem.badRequest("limit", "must be from 1 to " + most);
        }
        return new Way(Direction.of(direction), depth, limit, cursor == null ? null : Place.of(cursor));
    }
}

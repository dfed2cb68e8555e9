package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;

/**
 * A schema or an exchange profile, as it is in force.
 *
 * @param owner a nation, or {@code ALLIANCE}
 */
@RegisterForReflection
record Standard(
        Kind kind,
        String name,
        int version,
        String owner,
        @Schema(type = SchemaType.OBJECT) JsonNode document,
        Instant published) {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TYPE = "[a-z][a-z0-9-]{2,249}";

    /** One that is to be put in force. */
    record Put(Kind kind, String name, String owner, JsonNode document) {}

    /** Makes sure that it can be one.
     * @throws Problem naming the field that is wrong
     */
    static void require(Kind kind, String name, JsonNode document, String pointer) {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw Problem.badRequest("/name", "must be a lower-case name of 1 to 64 letters, digits and hyphens");
        }
        if (!document.isObject()) {
            throw Problem.badRequest(pointer, "must be an object");
        }
        if (kind == Kind.SCHEMA) {
            requireSchema(document, pointer);
        } else {
            Profile.require(document, pointer);
        }
    }

    private static void requireSchema(JsonNode document, String pointer) {
        if (!document.path("$schema").asText().equals(DIALECT)) {
            throw Problem.badRequest(pointer + "/$schema", "must be " + DIALECT);
        }
        if (!document.at("/properties/type/const").asText().matches(TYPE)) {
            throw Problem.badRequest(pointer + "/properties/type/const", "must name the type of objects it is for");
        }
        ObjectSchema.requireKnown(document, pointer);
    }
}

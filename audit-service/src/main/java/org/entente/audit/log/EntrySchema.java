package org.entente.audit.log;

/** The JSON Schema (draft 2020-12) of the entries of this log, as it is served. */
final class EntrySchema {

    static final String TEXT = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Entry of an Entente log",
              "description": "Canonical JSON (RFC 8785) of at most 65535 bytes. What each format means is specified in docs/log.md.",
              "oneOf": [
                {
                  "title": "A commitment to an act",
                  "type": "object",
                  "required": ["commitment", "format"],
                  "properties": {
                    "commitment": {
                      "description": "base64 of SHA-256(salt || event): 32 random bytes, then the CloudEvent in canonical form",
                      "type": "string",
                      "pattern": "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"
                    },
                    "format": {"const": "entente-entry/1"}
                  },
                  "additionalProperties": false
                },
                {
                  "title": "The hand-over from one key of this log to the next",
                  "type": "object",
                  "required": ["format", "note"],
                  "properties": {
                    "format": {"const": "entente-handover/1"},
                    "note": {"description": "C2SP signed-note, signed by both keys", "type": "string"}
                  },
                  "additionalProperties": false
                }
              ]
            }
            """;

    private EntrySchema() {}
}

package org.entente.catalog.asset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.entente.catalog.content.IntegrityException;

/** What the portions of an asset are; sealed into the list of them. */
public enum Form {
    STIX("stix", "entente.catalog.manifest.1"),
    DOCUMENT("document", "entente.catalog.manifest.document.1");

    private final String wireName;
    private final String manifest;

    Form(String wireName, String manifest) {
        this.wireName = wireName;
        this.manifest = manifest;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What begins the list of the portions. */
    String manifest() {
        return manifest;
    }

    static Form of(String wireName) {
        return Arrays.stream(values())
                .filter(form -> form.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IntegrityException("form"));
    }
}

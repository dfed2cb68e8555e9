package org.entente.access.agreement;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.access.vocabulary.Document;

/**
 * The document that is signed: a version of an agreement, in canonical form (RFC 8785).
 *
 * @param parties all of them, the home side first
 */
public record Deed(UUID agreement, int version, List<String> parties, Terms terms) {

    static Deed of(UUID agreement, int version, Terms terms, String home) {
        List<String> parties =
                Stream.concat(Stream.of(home), terms.partners().stream()).toList();
        return new Deed(agreement, version, parties, terms);
    }

    public String canonical() {
        return Document.write(this);
    }

    public String sha256() {
        return Document.sha256(this);
    }
}

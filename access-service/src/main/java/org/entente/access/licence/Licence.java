package org.entente.access.licence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.access.countersigned.Countersignature;
import org.entente.access.countersigned.Countersigned;
import org.entente.access.vocabulary.Document;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An export licence. */
@Entity
@Table(name = "export_licence")
@DynamicUpdate // the service may change where it stands, and never what was proposed
public class Licence extends Countersigned {
    @Column(name = "recipient")
    String recipient;

    protected Licence() {}

    static Licence of(LicenceTerms stated) {
        Licence licence = new Licence();
        licence.recipient = stated.recipient();
        licence.validUntil = stated.until();
        licence.terms = Document.write(stated);
        return licence;
    }

    /** As the home side reads it. */
    @RegisterForReflection
    public record View(
            UUID id,
            @JsonUnwrapped Countersignature signature,
            @JsonUnwrapped LicenceTerms terms) {}

    LicenceTerms terms() {
        return Document.read(terms, LicenceTerms.class);
    }

    @Override
    protected Set<String> concerned() {
        return Set.of();
    }

    /** What is licensed for a partner tells what there is. */
    @Override
    protected @Nullable String audience() {
        return null;
    }

    @Override
    public View view(Instant now) {
        return new View(id, signature(now), terms());
    }
}

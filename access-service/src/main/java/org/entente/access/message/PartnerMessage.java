package org.entente.access.message;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;

/** A message as it is stored. */
@Entity
@Table(name = "partner_message")
class PartnerMessage extends PanacheEntityBase implements Versioned {
    @Id
    UUID id;

    String partner;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(columnDefinition = "text")
    String document;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected PartnerMessage() {}

    static PartnerMessage of(String partner, Message message) {
        PartnerMessage stored = new PartnerMessage();
        stored.id = UUID.randomUUID();
        stored.partner = partner;
        stored.become(message);
        return stored;
    }

    Message message() {
        return Document.read(document, Message.class);
    }

    void become(Message message) {
        state = message.state();
        document = Document.write(message);
    }

    @Override
    public long version() {
        return lockVersion;
    }
}

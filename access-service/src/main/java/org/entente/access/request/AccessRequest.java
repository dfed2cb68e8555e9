package org.entente.access.request;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** A request as it is stored: the document, and columns by which it is found. */
@Entity
@Table(name = "access_request")
class AccessRequest extends PanacheEntityBase implements Versioned {
    @Id
    UUID id;

    String partner;

    String requester;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable String agency;

    @Nullable @Column(name = "late_at")
    Instant lateAt;

    @Column(name = "lapses_at")
    Instant lapsesAt;

    @Column(columnDefinition = "text")
    String document;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected AccessRequest() {}

    static AccessRequest of(String partner, Request request) {
        AccessRequest stored = new AccessRequest();
        stored.id = UUID.randomUUID();
        stored.partner = partner;
        stored.requester = request.requester().sub();
        stored.become(request);
        return stored;
    }

    Request request() {
        return Document.read(document, Request.class);
    }

    void become(Request request) {
        Columns columns = Columns.of(request);
        state = columns.state();
        agency = columns.agency();
        lateAt = columns.lateAt();
        lapsesAt = columns.lapsesAt();
        document = columns.document();
    }

    @Override
    public long version() {
        return lockVersion;
    }

    /** A request as columns; what has been found late is not found again. */
    record Columns(
            State state, @Nullable String agency, @Nullable Instant lateAt, Instant lapsesAt, String document) {
        static Columns of(Request request) {
            return new Columns(
                    request.state(),
                    request.assignment() == null ? null : request.assignment().agency(),
                    request.escalatedAt() == null ? request.due() : null,
                    request.lapses(),
                    Document.write(request));
        }
    }
}

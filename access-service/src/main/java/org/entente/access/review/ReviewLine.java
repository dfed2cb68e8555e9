package org.entente.access.review;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;

/** A line as it is stored. */
@Entity
@Table(name = "review_line")
class ReviewLine extends PanacheEntityBase implements Versioned {
    @Id
    UUID id;

    UUID campaign;

    @Column(name = "grant_id")
    UUID grantId;

    @Column(name = "is_open")
    boolean isOpen;

    @Column(columnDefinition = "text")
    String document;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected ReviewLine() {}

    Line line() {
        return Document.read(document, Line.class);
    }

    void become(Line line) {
        document = Document.write(line);
    }

    @Override
    public long version() {
        return lockVersion;
    }
}

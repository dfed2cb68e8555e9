package org.entente.access.review;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;

/** A schedule as it is stored, with the next time that it comes round. */
@Entity
@Table(name = "review_schedule")
class ReviewSchedule extends PanacheEntityBase implements Versioned {
    @Id
    String name;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(columnDefinition = "text")
    String document;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected ReviewSchedule() {}

    ReviewSchedule(String name) {
        this.name = name;
    }

    Schedule schedule() {
        return Document.read(document, Schedule.class);
    }

    void become(Schedule schedule, Instant next) {
        document = Document.write(schedule);
        nextAt = next;
    }

    @Override
    public long version() {
        return lockVersion;
    }
}

package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A campaign as it is stored. */
@Entity
@Table(name = "review_campaign")
class Campaign extends PanacheEntityBase implements Versioned {
    /** Whether lines can still be decided. */
    enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    /**
     * What a campaign is about, and how it ended.
     *
     * @param cause why it was opened
     * @param closedBy user name; absent while it is open
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String title,
            String cause,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {
        About closed(String by, Instant at) {
            return new About(title, cause, by, at);
        }
    }

    @Id
    UUID id;

    @Nullable String partner;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable @Column(name = "escalated_at")
    Instant escalatedAt;

    @Column(columnDefinition = "text")
    String document;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected Campaign() {}

    About about() {
        return Document.read(document, About.class);
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw Problem.conflict(null, "The campaign is closed.");
        }
    }

    void close(String by, Instant at) {
        requireOpen();
        state = State.CLOSED;
        document = Document.write(about().closed(by, at));
    }

    @Override
    public long version() {
        return lockVersion;
    }
}

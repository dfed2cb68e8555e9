package org.entente.access.routing;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.entente.access.vocabulary.Document;

/** A version of the routing rules; what a version says never changes. */
@Entity
@Table(name = "routing_rules")
class RoutingVersion extends PanacheEntityBase {
    @Id
    int version;

    @Column(columnDefinition = "text")
    String document;

    @Column(name = "put_by")
    String putBy;

    @Column(name = "put_at")
    Instant putAt;

    protected RoutingVersion() {}

    RoutingVersion(int version, RoutingRules rules, String putBy, Instant putAt) {
        this.version = version;
        this.document = Document.write(rules);
        this.putBy = putBy;
        this.putAt = putAt;
    }

    RoutingRules rules() {
        return Document.read(document, RoutingRules.class);
    }
}

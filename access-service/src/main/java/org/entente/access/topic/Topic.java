package org.entente.access.topic;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;
import org.entente.access.version.Versioned;

/** A named set of assets. */
@Entity
@Table(name = "topic")
class Topic extends PanacheEntityBase implements Versioned {
    @Id
    String name;

    String title;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "topic_asset", joinColumns = @JoinColumn(name = "topic"))
    @Column(name = "asset", nullable = false)
    Set<String> assets = new TreeSet<>();

    protected Topic() {}

    Topic(String name) {
        this.name = name;
    }

    void become(TopicResource.Contents contents) {
        title = contents.title();
        assets.retainAll(contents.assets());
        assets.addAll(contents.assets());
    }

    @Override
    public long version() {
        return lockVersion;
    }
}

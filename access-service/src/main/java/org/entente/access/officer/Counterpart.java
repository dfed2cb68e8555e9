package org.entente.access.officer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.entente.http.Problem;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who speaks for a partner, for whom somebody of the home side vouched, until a day. */
@Entity
@Table(name = "counterpart")
@DynamicUpdate // the service may dismiss one, and never change who it was
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Counterpart extends PanacheEntityBase {
    @Id
    public UUID id;

    public String partner;
    public String name;
    public String office;

    /** User name at the identity provider. */
    public String account;

    @Column(name = "identity_provider")
    public String identityProvider;

    @JsonIgnore
    @Column(name = "vouched_by")
    String vouchedBy;

    @JsonProperty("vouchedBy")
    public String voucher;

    @Column(name = "vouched_at")
    public Instant vouchedAt;

    @Column(name = "verified_until")
    public Instant verifiedUntil;

    @Column(name = "dismissed_at")
    public @Nullable Instant dismissedAt;

    @Column(name = "dismissed_by")
    public @Nullable String dismissedBy;

    protected Counterpart() {}

    Counterpart(String partner) {
        this.id = UUID.randomUUID();
        this.partner = partner;
    }

    private boolean isVerified(Instant now) {
        return dismissedAt == null && now.isBefore(verifiedUntil);
    }

    /**
     * Lets only a verified counterpart speak for a partner that ever named one; a partner that never did is spoken for by any
     * officer whom its identity provider vouches for. Anyone else gets a 403 problem.
     */
    public static Uni<Void> requireVerified(String partner, String account, Instant now) {
        return Counterpart.<Counterpart>list("partner", partner)
                .invoke(named -> {
                    boolean isOne = named.stream()
                            .anyMatch(
                                    counterpart -> counterpart.account.equals(account) && counterpart.isVerified(now));
                    if (!named.isEmpty() && !isOne) {
                        throw Problem.forbidden("Only a verified counterpart speaks for " + partner + ".");
                    }
                })
                .replaceWithVoid();
    }
}

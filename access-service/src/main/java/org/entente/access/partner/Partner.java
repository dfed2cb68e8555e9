package org.entente.access.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.entente.access.revision.Revision;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A state that we share with, or an organisation of one. */
@Entity
@Table(name = "partner")
@JsonPropertyOrder({"code", "name", "posture", "kind", "memberOf"})
public class Partner extends PanacheEntityBase {
    /** What a partner is. */
    public enum Kind {
        @JsonProperty("state")
        STATE,
        @JsonProperty("organisation")
        ORGANISATION
    }

    @Id
    public String code;

    public String name;

    /** The strictest of the causes that have begun and have no end of their own. */
    @Enumerated(EnumType.STRING)
    public Posture posture;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Column(name = "member_of")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable String memberOf;

    @JsonIgnore
    @Enumerated(EnumType.STRING)
    public @Nullable Posture announced;

    @Version
    @JsonIgnore
    @Column(name = "lock_version")
    public long lockVersion;

    protected Partner() {}

    Partner(String code, String name) {
        this.code = code;
        this.name = name;
        this.posture = Posture.NORMAL;
        this.memberOf = PartnerCode.memberOf(code).orElse(null);
        this.kind = memberOf == null ? Kind.STATE : Kind.ORGANISATION;
    }

    /** The posture that was last told. */
    @JsonIgnore
    public Posture told() {
        return Objects.requireNonNullElse(announced, posture);
    }

    @JsonIgnore
    public String tag() {
        return Revision.tag(code, lockVersion);
    }

    /** A partner, or a 404 problem. */
    public static Uni<Partner> found(String code) {
        return Partner.<Partner>findById(code).onItem().ifNull().failWith(Problem::notFound);
    }

    /** The same, and nobody else changes it or its causes until the end of the transaction. */
    public static Uni<Partner> locked(String code) {
        return Partner.<Partner>findById(code, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }
}

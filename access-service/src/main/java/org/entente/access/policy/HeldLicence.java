package org.entente.access.policy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.access.licence.LicenceTerms;
import org.entente.access.licence.Quantity;
import org.entente.label.Act;
import org.entente.label.ExportControl;
import org.jspecify.annotations.Nullable;

/** An export licence in force or over, as decisions ask for it; how much of it is left no policy knows. */
public final class HeldLicence {
    private final UUID id;
    private final LicenceTerms terms;
    private final Set<String> codes;
    private final Set<String> nationalities;
    private final long beginning;
    private final long end;
    private final String clause;

    public HeldLicence(UUID id, LicenceTerms terms) {
        this.id = id;
        this.terms = terms;
        this.codes = Set.copyOf(terms.codes());
        this.nationalities = Set.copyOf(terms.nationalities());
        this.beginning = Micros.from(terms.from());
        this.end = Micros.from(terms.until());
        this.clause = "licence " + id;
    }

    public UUID id() {
        return id;
    }

    LicenceTerms terms() {
        return terms;
    }

    /** What is counted of it; absent where nothing is. */
    public Quantity.@Nullable Basis counted() {
        return terms.quantity() == null ? null : terms.quantity().of();
    }

    /** When it ends. */
    public Instant until() {
        return terms.until();
    }

    /** What speaks of it. */
    public String clause() {
        return clause;
    }

    /** Whether it is for the purpose and the act, at an instant (see {@link Micros}). */
    public boolean isFor(Reach reach, long micros) {
        return beginning <= micros
                && micros < end
                && (reach.purpose() == null || terms.purposes().contains(reach.purpose()))
                && (reach.act() == Act.DISCOVER
                        || terms.actions().contains(reach.act().wireName()));
    }

    /** Whether what is controlled so may go to a person of that nationality. */
    public boolean covers(ExportControl control, String nationality) {
        return terms.regime().equals(control.regime())
                && codes.contains(control.code())
                && nationalities.contains(nationality);
    }
}

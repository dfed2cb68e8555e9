package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agreements of a party, page by page in the order of their identifiers. */
final class AgreementPage {
    private static final String IDS = """
        select id from agreement
        where id > ?1 and (?2 = '' or (state <> 'DRAFTED'
            and id in (select agreement from agreement_party where party = ?2)))
        order by id limit ?3\
        """;

    private static final int MOST = 10_000;

    private AgreementPage() {}

    /** @param party absent for all agreements */
    static Uni<List<Agreement>> after(UUID id, @Nullable String party, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IDS, UUID.class)
                        .setParameter(1, id)
                        .setParameter(2, party == null ? "" : party)
                        .setParameter(3, most)
                        .getResultList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.<Agreement>of())
                        : Agreement.list("id in ?1 order by id", ids));
    }

    /** All of a partner, in one order. */
    static Uni<List<Agreement>> all(String partner) {
        return after(new UUID(0, 0), partner, MOST);
    }
}

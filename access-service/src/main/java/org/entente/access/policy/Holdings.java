package org.entente.access.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;

/** What partners hold, by partner and by each category that the agreement names, in the order of identifiers. */
final class Holdings {
    private final Map<String, Map<String, List<Holding>>> byPartnerAndCategory = new HashMap<>();
    private final Set<String> personal = new HashSet<>();
    private final Set<String> bound = new HashSet<>();

    Holdings(Parts parts, Words words) {
        Map<UUID, List<Grant>> grants = new HashMap<>();
        parts.grants()
                .forEach(grant -> listed(grants, grant.terms().agreement()).add(grant));
        parts.agreements().stream()
                .sorted(Comparator.comparing(Agreement::id))
                .forEach(agreement -> add(agreement, grants.getOrDefault(agreement.id(), List.of()), words));
    }

    /** Under agreements that name the category, whatever their state. */
    List<Holding> about(String partner, String category) {
        return byPartnerAndCategory.getOrDefault(partner, Map.of()).getOrDefault(category, List.of());
    }

    /** Whether what the partner may have depends on more than its reader's profile. */
    boolean arePersonal(String partner) {
        return personal.contains(partner);
    }

    /** Adds the assets to which grants of the partner are bound that the reader may use. */
    void addNamed(String partner, Particular reader, Set<String> named) {
        if (!bound.contains(partner)) {
            return;
        }
        for (List<Holding> holdings :
                byPartnerAndCategory.getOrDefault(partner, Map.of()).values()) {
            for (Holding holding : holdings) {
                for (int place = 0; place < holding.grants(); place++) {
                    named.addAll(holding.grant(place).assetsFor(reader));
                }
            }
        }
    }

    private void add(Agreement agreement, List<Grant> grants, Words words) {
        List<String> partners = agreement.terms().partners();
        for (String partner : partners) {
            List<Grant> held = grants.stream()
                    .filter(grant -> grant.isHeldBy(partner, partners.size() == 1))
                    .toList();
            note(partner, agreement, held);
            Holding holding = new Holding(agreement, held, words);
            Map<String, List<Holding>> byCategory =
                    byPartnerAndCategory.computeIfAbsent(partner, unknown -> new HashMap<>());
            agreement.terms().categories().forEach(category -> listed(byCategory, category)
                    .add(holding));
        }
    }

    private void note(String partner, Agreement agreement, List<Grant> held) {
        if (!agreement.conditions().isEmpty()
                || agreement.terms().demandsTraining()
                || held.stream().anyMatch(grant -> grant.terms().isPersonal())) {
            personal.add(partner);
        }
        if (held.stream().anyMatch(grant -> grant.assets() != null)) {
            bound.add(partner);
        }
    }

    private static <K, V> List<V> listed(Map<K, List<V>> lists, K key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }
}

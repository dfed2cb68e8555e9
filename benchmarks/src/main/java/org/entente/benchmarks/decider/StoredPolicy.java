package org.entente.benchmarks.decider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.agreement.Demands;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.partner.Posture;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Parts;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Document;
import org.entente.benchmarks.workload.Agreement;
import org.entente.benchmarks.workload.Grant;
import org.entente.benchmarks.workload.Partner;
import org.entente.benchmarks.workload.Words;
import org.entente.benchmarks.workload.Workload;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;

/** The documents from which the service compiles its policy, as its database hands them out. */
public final class StoredPolicy {
    private static final Labels LABELS = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());

    private final Map<String, Posture> postures = new LinkedHashMap<>();
    private final List<Row> agreements;
    private final List<Row> grants;

    private record Row(UUID id, String terms) {}

    private StoredPolicy(Workload workload) {
        for (Partner partner : workload.partners()) {
            postures.put(partner.code(), Posture.valueOf(partner.posture().name()));
        }
        agreements = workload.agreements().stream()
                .map(agreement -> new Row(agreement.id(), Document.write(terms(agreement))))
                .toList();
        grants = workload.agreements().stream()
                .flatMap(agreement -> agreement.grant().stream()
                        .map(grant -> new Row(grant.id(), Document.write(terms(agreement, grant)))))
                .toList();
    }

    public static StoredPolicy of(Workload workload) {
        return new StoredPolicy(workload);
    }

    /** What a change of policy costs, but for fetching the rows: reads every document, then compiles. */
    public CompiledPolicy compile() {
        List<CompiledPolicy.Agreement> consented = agreements.stream()
                .map(row -> new CompiledPolicy.Agreement(row.id, 1, true, Document.read(row.terms, Terms.class)))
                .toList();
        List<CompiledPolicy.Grant> live = grants.stream()
                .map(row -> new CompiledPolicy.Grant(row.id, Document.read(row.terms, GrantTerms.class)))
                .toList();
        return new CompiledPolicy(1, LABELS, new Parts(postures, consented, live, List.of()));
    }

    private static Terms terms(Agreement agreement) {
        return new Terms(
                agreement.partner(),
                "Agreement with " + agreement.partner(),
                agreement.purposes(),
                agreement.categories(),
                agreement.ceiling(),
                agreement.actions(),
                agreement.maxTier(),
                agreement.from(),
                agreement.until(),
                null,
                demands(agreement),
                List.of());
    }

    private static Demands demands(Agreement agreement) {
        Assurance assurance = Assurance.values()[Words.ASSURANCES.indexOf(agreement.assurance())];
        return new Demands(assurance, agreement.countries(), List.of());
    }

    private static GrantTerms terms(Agreement agreement, Grant grant) {
        return new GrantTerms(
                agreement.id(), grant.tier(), grant.categories(), grant.purposes(), grant.until(), grant.reviewDue());
    }
}

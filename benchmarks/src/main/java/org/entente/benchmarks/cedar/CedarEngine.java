package org.entente.benchmarks.cedar;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Request;
import org.entente.benchmarks.workload.Workload;

/**
 * Cedar with policies parsed once and kept on its native side. All facts of a request are in its context, since entities
 * would be sent to the native side and put in a hierarchy again for every request.
 */
public final class CedarEngine implements Engine<AuthorizationResponse> {
    private static final Set<Entity> NO_ENTITIES = Set.of();

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final List<PolicySet> policies;
    private final List<AuthorizationRequest> requests;

    private CedarEngine(List<PolicySet> policies, List<Request> requests) {
        this.policies = policies;
        this.requests = requests.stream().map(CedarRequest::of).toList();
    }

    /** One policy set for everything, as one hands a policy to an engine. */
    public static CedarEngine whole(Workload workload) {
        PolicySet policies = cached(CedarPolicy.whole(workload));
        return new CedarEngine(
                workload.requests().stream().map(request -> policies).toList(), workload.requests());
    }

    /** A policy set per partner, chosen by the caller: the index that Cedar does not have, kept outside of it. */
    public static CedarEngine perPartner(Workload workload) {
        PartnerSets sets = new PartnerSets(CedarPolicy.byPartner(workload));
        return new CedarEngine(
                workload.requests().stream()
                        .map(request -> sets.of(request.person().partner()))
                        .toList(),
                workload.requests());
    }

    /** From text to a cached policy set. */
    public static Supplier<Object> compilation(Workload workload) {
        String text = CedarPolicy.whole(workload);
        return () -> cached(text);
    }

    public static Supplier<Object> compilationPerPartner(Workload workload) {
        Map<String, String> policies = CedarPolicy.byPartner(workload);
        return () -> new PartnerSets(policies);
    }

    @Override
    public AuthorizationResponse decide(int request) {
        try {
            return engine.isAuthorized(requests.get(request), policies.get(request), NO_ENTITIES);
        } catch (AuthException exception) {
            throw new IllegalStateException("Cedar could not decide.", exception);
        }
    }

    @Override
    public boolean permits(AuthorizationResponse decision) {
        return decision.success
                .filter(answer -> answer.getErrors().isEmpty())
                .orElseThrow(() -> new IllegalStateException("Cedar failed: " + decision))
                .isAllowed();
    }

    static PolicySet cached(String text) {
        try {
            PolicySet policies = PolicySet.parsePolicies(text);
            policies.cache();
            return policies;
        } catch (AuthException | CacheException exception) {
            throw new IllegalStateException("Cedar refuses the policies.", exception);
        }
    }
}

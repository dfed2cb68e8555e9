package org.entente.benchmarks.xacml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Workload;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionResult;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/** AuthzForce without obligations, variables or attribute providers, asked in its own request form. */
public final class AuthzforceEngine implements Engine<DecisionResult> {
    private static final String CONFIGURATION = """
            <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8"
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                 version="8.1" standardAttributeProvidersEnabled="false">
              <policyProvider id="policies" xsi:type="StaticPolicyProvider">
                <policyLocation>%s</policyLocation>
              </policyProvider>
            </pdp>
            """;

    private final BasePdpEngine engine;
    private final List<DecisionRequest> requests;

    public AuthzforceEngine(Workload workload) {
        engine = engine(XacmlPolicy.of(workload));
        requests = workload.requests().stream()
                .map(request -> XacmlRequest.of(request, engine.newRequestBuilder(4, Attribute.values().length)))
                .toList();
    }

    /** From its XML, the form in which XACML policies are stored, to an engine. */
    public static Supplier<Object> compilation(Workload workload) {
        String policy = XacmlPolicy.of(workload);
        return () -> engine(policy);
    }

    @Override
    public DecisionResult decide(int request) {
        return engine.evaluate(requests.get(request));
    }

    @Override
    public boolean permits(DecisionResult decision) {
        if (decision.getDecision() == DecisionType.INDETERMINATE) {
            throw new IllegalStateException("AuthzForce failed: " + decision);
        }
        return decision.getDecision() == DecisionType.PERMIT;
    }

    /** It reads its configuration and policies from files only. */
    private static BasePdpEngine engine(String policy) {
        try {
            Path file = Files.createTempFile("policy", ".xml");
            Path configuration = Files.createTempFile("pdp", ".xml");
            try {
                Files.writeString(file, policy);
                Files.writeString(configuration, CONFIGURATION.formatted(file.toUri()));
                return new BasePdpEngine(PdpEngineConfiguration.getInstance(configuration.toString()));
            } finally {
                Files.delete(file);
                Files.delete(configuration);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}

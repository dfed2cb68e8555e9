package org.entente.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy and the questions asked of it; the same for the same size. */
public record Workload(List<Partner> partners, List<Agreement> agreements, List<Request> requests) {
    /** When all requests are made. */
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final long SEED = 20_261_123;

    public static Workload of(Size size, int requests) {
        // Specified to the bit, unlike other generators of the platform.
        Random random = new Random(SEED);
        List<Partner> partners = new PartnerGenerator(random).partners(size.partners());
        List<Agreement> agreements = new AgreementGenerator(random).agreements(size.agreements(), partners);
        RequestGenerator questions = new RequestGenerator(random, agreements);
        return new Workload(
                partners,
                agreements,
                Stream.generate(questions::next).limit(requests).toList());
    }

    /** What is allowed to the partner of that code. */
    public Map<String, List<Permission>> permissions() {
        return agreements.stream()
                .flatMap(agreement -> Permission.of(agreement).stream())
                .collect(Collectors.groupingBy(
                        permission -> permission.agreement().partner()));
    }
}

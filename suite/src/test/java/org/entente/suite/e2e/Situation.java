package org.entente.suite.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.Asset;
import org.entente.suite.demo.GrantTerms;
import org.entente.suite.demo.Reach;
import org.entente.suite.demo.SampleBundle;
import org.entente.suite.demo.View;

/**
 * What most tests start from: the sample bundle is registered, an agreement with XBB is in force, and a grant reaches tier 1.
 *
 * <p>Closing it ends everything that was put in force.
 */
final class Situation implements AutoCloseable {

    static final String PURPOSE = "cyber-defence";
    static final List<String> SHARED = List.of("situational-awareness", "shared-analysis");
    static final Reach GRANTED = new Reach("XBB", Set.copyOf(SHARED), 1, "SECRET");

    private final Acts acts;
    private final Asset asset;
    private final String agreement;
    private final String grant;

    private Situation(Acts acts, Asset asset, String agreement, String grant) {
        this.acts = acts;
        this.asset = asset;
        this.agreement = agreement;
        this.grant = grant;
    }

    static Situation agreed(PackagedSuite suite) {
        return agreed(suite, Instant.now().plus(Duration.ofHours(1)));
    }

    static Situation agreed(PackagedSuite suite, Instant until) {
        Acts acts = suite.acts();
        Asset asset = register(acts);
        acts.registerPartner("XBB", "Republic of XBB");
        String agreement = acts.propose(terms(until));
        acts.consent("xbb-officer", agreement);
        String grant = acts.grant(grantTerms(agreement, until));
        return new Situation(acts, asset, agreement, grant);
    }

    static Asset register(Acts acts) {
        return acts.register("Harbour lights", SampleBundle.read());
    }

    static AgreementTerms terms(Instant until) {
        return new AgreementTerms(
                "XBB",
                "End to end",
                List.of(PURPOSE),
                List.of("situational-awareness", "shared-analysis", "sensitive"),
                "SECRET",
                List.of("discover", "view"),
                3,
                Instant.now().toString(),
                until.toString());
    }

    static GrantTerms grantTerms(String agreement, Instant until) {
        return new GrantTerms(agreement, GRANTED.tier(), SHARED, List.of(PURPOSE), until.toString());
    }

    Acts acts() {
        return acts;
    }

    Asset asset() {
        return asset;
    }

    String agreement() {
        return agreement;
    }

    String grant() {
        return grant;
    }

    /** What XBB's analyst gets now. */
    View view() {
        return acts.view("xbb-analyst", asset.id(), PURPOSE);
    }

    @Override
    public void close() {
        acts.close();
    }
}

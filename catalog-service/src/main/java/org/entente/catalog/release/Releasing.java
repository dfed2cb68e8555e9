package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Denials;
import org.entente.catalog.board.Exchange;
import org.entente.catalog.board.ExchangeProfiles;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.holding.Duties;
import org.entente.catalog.holding.Enclosure;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.Holdings;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.view.Found;
import org.entente.catalog.view.Opened;
import org.entente.http.Problem;

/** The way to a release: find the asset, ask for the decision, open what may leave, pack it. */
@ApplicationScoped
class Releasing {
    private final Holdings holdings;
    private final AccessService access;
    private final MarkingPolicyStore policies;
    private final Packing packing;
    private final Enclosing enclosing;
    private final ExchangeProfiles profiles;
    private final ObjectMapper json;
    private final String home;

    Releasing(
            Holdings holdings,
            AccessService access,
            MarkingPolicyStore policies,
            Packing packing,
            Enclosing enclosing,
            ExchangeProfiles profiles,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.holdings = holdings;
        this.access = access;
        this.policies = policies;
        this.packing = packing;
        this.enclosing = enclosing;
        this.profiles = profiles;
        this.json = json;
        this.home = home;
    }

    /** What may leave, decided now. */
    record Permitted(Found holding, Duties duties) {
        Opened opened() {
            return duties.open(holding);
        }
    }

    /**
     * A package that is made and not yet kept.
     *
     * @param substance digest of what went into it, before it was marked for its recipient
     */
    record Made(Draft draft, Opened opened, String substance, Packed packed) {}

    /**
     * What goes into a package.
     *
     * @param substance tells it from anything else
     */
    record Contents(Extract extract, List<Enclosure> enclosures, String substance) {}

    /**
     * Decides whether something may leave.
     *
     * @throws Problem (as failure) 403 with explanation and remedies, 404 for what is not there for this recipient
     */
    Uni<Permitted> permit(Handing handing) {
        return holdings.find(handing.asset()).chain(holding -> access.release(
                        handing.asking(), holding.marked(json, home), holding.portions(), holding.sanitised())
                .map(decided -> permitted(handing, holding, decided)));
    }

    private Permitted permitted(Handing handing, Found holding, Optional<Decision> decided) {
        if (holding.asset().isEmpty() || (decided.isEmpty() && !handing.isByHome())) {
            throw Problem.notFound();
        }
        Decision decision = decided.orElseThrow(
                () -> Problem.forbidden("This release is not permitted: the recipient may not know of it."));
        if (!decision.permitted()) {
            String detail = "This release is not permitted.";
            throw handing.isByHome() ? Denials.forbidden(decision, detail) : Denials.toReader(decision, detail);
        }
        Duties duties = Duties.of(decision, json);
        if (!duties.mayLeave()) {
            throw Denials.forbidden(decision, "Nothing may be taken away now.");
        }
        return new Permitted(holding, duties);
    }

    /** Makes the package of what is permitted.
     * @throws Problem (as failure) 409 if nothing of it can stand alone
     */
    Uni<Made> make(Handing handing, Permitted permitted) {
        Opened opened = permitted.opened();
        Decision decision = permitted.duties().decision();
        Terms terms = Terms.of(permitted.duties());
        return policies.labels()
                .map(vocabulary ->
                        Draft.of(home, permitted.holding(), handing, decision.decisionId(), terms, vocabulary))
                .chain(draft -> contents(handing, permitted, opened)
                        .invoke(Releasing::requireAny)
                        .chain(contents -> enclosing.placed(contents.enclosures(), () -> packed(draft, contents)
                                .map(packed -> new Made(draft, opened, contents.substance(), packed)))));
    }

    /** Some of what is permitted, behind the masks that are on it now. */
    Uni<Contents> contents(Handing handing, Permitted permitted, Opened opened) {
        return holdings.open(opened, permitted.duties().obligations(), handing.partner())
                .chain(extract -> profiles.inForce(handing.partner()).map(exchange -> passing(extract, exchange)))
                .chain(extract -> holdings.enclosures(opened)
                        .chain(enclosures -> OffEventLoop.run(() -> new Contents(
                                extract, enclosures, Enclosed.substance(extract.sha256(json), enclosures, json)))));
    }

    private static Extract passing(Extract extract, Exchange exchange) {
        return extract instanceof Extract.Objects objects
                ? new Extract.Objects(objects.title(), exchange.passing(objects.objects()), objects.labels())
                : extract;
    }

    private Uni<Packed> packed(Draft draft, Contents contents) {
        return enclosing
                .enclosed(contents.enclosures())
                .chain(enclosed -> OffEventLoop.run(() -> packing.pack(draft, contents.extract(), enclosed)))
                .chain(written -> enclosing
                        .sha256(written.frame(), contents.enclosures())
                        .map(sha256 ->
                                new Packed(written.frame(), written.manifest(), size(written, contents), sha256)));
    }

    private static long size(Packing.Written written, Contents contents) {
        return written.frame().bytes().length
                + contents.enclosures().stream()
                        .mapToLong(one -> one.file().size())
                        .sum();
    }

    private static void requireAny(Contents contents) {
        if (contents.extract().isEmpty() && contents.enclosures().isEmpty()) {
            throw Problem.conflict(null, "Nothing of it can be handed over as it stands.");
        }
    }
}

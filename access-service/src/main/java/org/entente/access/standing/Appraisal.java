package org.entente.access.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.access.agreement.Demands;
import org.entente.access.grant.GrantTerms;
import org.entente.access.standing.Papers.Agreed;
import org.entente.access.standing.Papers.Attested;
import org.entente.access.standing.Papers.Expedited;
import org.entente.access.standing.Papers.Granted;
import org.entente.access.standing.Standing.Held;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/** Says how a partner stands, as a pure function of its papers and of how whoever asks has logged in. */
final class Appraisal {
    private static final List<String> TIERS = List.of(
            "public", "situational awareness", "shared analysis", "sensitive", "protected: in a data room only");

    private final Papers papers;
    private final Reader reader;
    private final Instant at;
    private final Map<UUID, Agreed> agreements;

    private Appraisal(Papers papers, Reader reader) {
        this.papers = papers;
        this.reader = reader;
        this.at = papers.at();
        this.agreements = papers.agreements().stream().collect(Collectors.toMap(Agreed::id, Function.identity()));
    }

    /** For somebody of whom nothing is known but the login. */
    static Standing of(Papers papers, Assurance assurance) {
        return of(papers, Reader.of(assurance));
    }

    static Standing of(Papers papers, Reader reader) {
        return new Appraisal(papers, reader).standing();
    }

    private Standing standing() {
        List<Agreed> inOrder = papers.agreements().stream()
                .sorted(Comparator.comparing(Agreed::id))
                .toList();
        List<Granted> grants = papers.grants().stream()
                .sorted(Comparator.comparing(Granted::id))
                .toList();
        return new Standing(
                papers.partner(),
                at,
                reader.assurance(),
                Stream.concat(
                                grants.stream().flatMap(grant -> held(grant).stream()),
                                papers.activations().stream()
                                        .sorted(Comparator.comparing(Expedited::activation))
                                        .map(Appraisal::held))
                        .toList(),
                attended(),
                inOrder.stream()
                        .flatMap(agreement -> new Ways(agreement, under(agreement, grants), reader, valid(), at).all())
                        .toList(),
                new Standing.Misuse(PublishedLadder.STEPS, consequences(inOrder)));
    }

    private List<Standing.Course> attended() {
        return papers.attestations().stream()
                .map(attested -> new Standing.Course(attested.course(), state(attested), attested.until()))
                .toList();
    }

    private String state(Attested attested) {
        return attested.revoked() ? "revoked" : attested.isValid(at) ? "valid" : "lapsed";
    }

    private Set<String> valid() {
        return papers.attestations().stream()
                .filter(attested -> attested.isValid(at))
                .map(Attested::course)
                .collect(Collectors.toSet());
    }

    private static List<Granted> under(Agreed agreement, List<Granted> grants) {
        return grants.stream()
                .filter(grant -> grant.terms().agreement().equals(agreement.id()))
                .toList();
    }

    /** What a grant brings; nothing without its agreement in force. */
    private Optional<Held> held(Granted grant) {
        return Optional.ofNullable(agreements.get(grant.terms().agreement()))
                .filter(agreement -> agreement.isInForce(at))
                .map(agreement -> held(grant, agreement));
    }

    private Held held(Granted grant, Agreed agreement) {
        Instant end = agreement.terms().until().isBefore(grant.terms().until())
                ? agreement.terms().until()
                : grant.terms().until();
        Demands demands = agreement.terms().demands();
        return new Held(
                grant.isExpired(at) ? "expired" : grant.isOverdue(at) ? "review-overdue" : "live",
                List.of(agreement.clause() + ", purposes", grant.clause()),
                agreement.terms().title(),
                agreement.terms().actions(),
                grant.terms().categories(),
                grant.terms().purposes(),
                grant.terms().tier(),
                TIERS.get(grant.terms().tier()),
                agreement.terms().ceiling(),
                end,
                demands == null || demands.isNothing() ? null : demands,
                bound(grant.terms()));
    }

    private Standing.@Nullable Bound bound(GrantTerms terms) {
        return terms.isPersonal() || terms.isBoundToAssets()
                ? new Standing.Bound(
                        terms.unit(), terms.person(), terms.assets(), terms.topics(), !reader.isExcluded(terms))
                : null;
    }

    private static Held held(Expedited activation) {
        String plan = "plan " + activation.plan() + " v" + activation.version();
        return new Held(
                "live",
                List.of(plan + ", activation " + activation.activation()),
                plan,
                List.of("discover", "view"),
                activation.categories(),
                activation.purposes(),
                activation.tier(),
                TIERS.get(activation.tier()),
                activation.ceiling(),
                activation.until(),
                null,
                null);
    }

    private List<Standing.Agreed> consequences(List<Agreed> agreements) {
        return agreements.stream()
                .filter(agreement -> agreement.isInForce(at))
                .filter(agreement ->
                        !agreement.document().at("/undertakings/consequences").isMissingNode())
                .map(agreement -> new Standing.Agreed(
                        agreement.clause() + ", consequences",
                        agreement.document().at("/undertakings/consequences")))
                .toList();
    }
}

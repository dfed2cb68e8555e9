package org.entente.access.agreement;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The articles of every agreement, in an order and under names and numbers that never change: decisions cite them by name.
 */
public enum Article {
    PARTIES("parties", terms -> "The home side and " + listed(terms.partners()) + "."),
    PURPOSES("purposes", terms -> "For " + listed(terms.purposes()) + ", and for nothing else."),
    CATEGORIES("categories", terms -> "Information of the categories " + listed(terms.categories()) + "."),
    CEILING("ceiling", terms -> "Up to and including " + terms.ceiling() + " of the common scale."),
    ACTIONS("actions", terms -> "To " + listed(terms.actions()) + "."),
    TIER("tier", terms -> "Grants under it reach no deeper than tier " + terms.maxTier() + "."),
    TIME("from and until", terms -> "From " + terms.from() + " until before " + terms.until() + " (UTC)."),
    LEGAL_BASIS("legal basis", terms -> terms.legalBasis() == null ? "" : terms.legalBasis()),
    ASSURANCE("assurance", DemandsInWords::assurance),
    COUNTRIES("countries", DemandsInWords::countries),
    NETWORKS("networks", DemandsInWords::networks),
    TRAINING("training", DemandsInWords::training),
    CONDITIONS("conditions", DemandsInWords::conditions),
    RETENTION("retention", UndertakingsInWords::retention),
    ONWARD("onward sharing", UndertakingsInWords::onward),
    OBLIGATIONS("obligations", UndertakingsInWords::obligations),
    CONSEQUENCES("consequences", UndertakingsInWords::consequences),
    REVIEW("review", UndertakingsInWords::review),
    CLAUSES("clauses", UndertakingsInWords::clauses);

    private final String title;
    private final Function<Terms, String> words;

    Article(String title, Function<Terms, String> words) {
        this.title = title;
        this.words = words;
    }

    /**
     * An article as it stands in an agreement.
     *
     * @param number and name by which it is cited
     * @param clauses that govern it, by their names
     */
    public record Written(int number, String name, String text, List<String> clauses) {}

    /** The articles of an agreement that say something, in their order. */
    public static List<Written> of(Terms terms) {
        return Stream.of(values())
                .map(article -> article.written(terms))
                .filter(written -> !written.text().isEmpty())
                .toList();
    }

    private Written written(Terms terms) {
        return new Written(ordinal() + 1, title, words.apply(terms), clauses(terms));
    }

    private List<String> clauses(Terms terms) {
        return terms.undertaken().clauses().stream()
                .filter(clause -> title.equals(clause.about()))
                .map(Clause::name)
                .toList();
    }

    static Optional<Article> named(String title) {
        return Arrays.stream(values())
                .filter(article -> article.title.equals(title))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(article -> article.title).collect(Collectors.joining(", "));
    }

    /** How a decision that rests on an article cites the clauses that govern it; those without any are left out. */
    public static Map<Article, String> citations(Terms terms) {
        if (terms.undertaken().clauses().isEmpty()) {
            return Map.of();
        }
        Map<Article, String> citations = new EnumMap<>(Article.class);
        for (Article article : values()) {
            List<String> clauses = article.clauses(terms);
            if (!clauses.isEmpty()) {
                citations.put(article, " (clause " + String.join(", ", clauses) + ")");
            }
        }
        return citations;
    }

    static String listed(List<?> things) {
        return things.stream()
                .map(thing -> thing.toString().toLowerCase(Locale.ROOT).equals(thing.toString())
                        ? thing.toString().replace('-', ' ')
                        : thing.toString())
                .collect(Collectors.joining(", "));
    }
}

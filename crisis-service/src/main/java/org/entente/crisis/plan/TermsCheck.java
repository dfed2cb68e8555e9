package org.entente.crisis.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What terms must be before a plan can be proposed; the first field at fault is named in a 400 problem. */
@ApplicationScoped
class TermsCheck {
    private static final int MAX_NAME = 200;
    /** The levels of the policy {@code ALLIANCE}, which never change. */
    private static final Set<String> LEVELS =
            Set.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");

    private final PlanSettings settings;
    private final Set<String> purposes;
    private final String home;

    TermsCheck(
            PlanSettings settings,
            @ConfigProperty(name = "entente.purposes") Set<String> purposes,
            @ConfigProperty(name = "entente.home") String home) {
        this.settings = settings;
        this.purposes = purposes;
        this.home = home;
    }

    void check(@Nullable Terms sent) {
        Terms terms = Field.present("", sent);
        Field.text("/name", terms.name(), MAX_NAME);
        Field.list("/partners", terms.partners(), this::partner);
        Field.list("/purposes", terms.purposes(), this::purpose);
        Field.list("/categories", terms.categories(), TermsCheck::category);
        Field.range("/tier", terms.tier(), 0, 4);
        if (!LEVELS.contains(Field.present("/ceiling", terms.ceiling()))) {
            throw Problem.badRequest("/ceiling", "is not a level of ALLIANCE");
        }
        Field.duration("/maxDuration", terms.maxDuration(), settings.longest());
        criterion(terms.criterion());
        FurtherTermsCheck.check(terms, settings.longest());
    }

    private void criterion(@Nullable Criterion sent) {
        Criterion criterion = Field.present("/criterion", sent);
        if (criterion.expression() == null) {
            Field.word("/criterion/indicator", criterion.indicator());
            Field.range("/criterion/atLeast", criterion.atLeast(), 0, 100);
            Field.duration("/criterion/within", criterion.within(), settings.longest());
        } else {
            requireAbsent("/criterion/indicator", criterion.indicator());
            requireAbsent("/criterion/atLeast", criterion.atLeast());
            requireAbsent("/criterion/within", criterion.within());
            FurtherTermsCheck.expression("/criterion/expression", criterion.expression());
        }
        FurtherTermsCheck.expression("/criterion/release", criterion.release());
        FurtherTermsCheck.span("/criterion/rise", criterion.rise(), settings.longest());
        FurtherTermsCheck.span("/criterion/fall", criterion.fall(), settings.longest());
        FurtherTermsCheck.span("/criterion/hold", criterion.hold(), settings.longest());
    }

    private static void requireAbsent(String pointer, @Nullable Object value) {
        if (value != null) {
            throw Problem.badRequest(pointer, "has no place beside an expression");
        }
    }

    private void partner(String pointer, @Nullable String value) {
        String code = Field.present(pointer, value);
        if (!Nations.isCode(code)) {
            throw Problem.badRequest(pointer, "is not an ISO 3166-1 alpha-3 code in upper case");
        }
        if (code.equals(home)) {
            throw Problem.badRequest(pointer, "is the home side, which is a party anyway");
        }
    }

    private void purpose(String pointer, @Nullable String value) {
        if (!purposes.contains(Field.present(pointer, value))) {
            throw Problem.badRequest(pointer, "is not a purpose of the vocabulary");
        }
    }

    private static void category(String pointer, @Nullable String value) {
        Field.word(pointer, value);
        if ("uncategorised".equals(value)) {
            throw Problem.badRequest(pointer, "cannot be shared: nothing covers what has no category");
        }
    }
}

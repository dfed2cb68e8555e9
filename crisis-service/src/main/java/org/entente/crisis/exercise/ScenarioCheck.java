package org.entente.crisis.exercise;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.crisis.exercise.Scenario.Effect;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.input.Field;
import org.entente.crisis.plan.Nations;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** What a scenario must be; the first field at fault is named in a problem. */
@ApplicationScoped
class ScenarioCheck {
    static final String SYNTHETIC = "exercise:";

    private static final int MAX_ITEMS = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_QUESTION = 16_384;
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration LONGEST_VALID = Duration.ofDays(731);
    private static final Set<String> SEVERITIES = Set.of("minor", "serious", "grave");
    private static final Set<String> POSTURES = Set.of("normal", "watch", "contained", "suspended");

    private final String home;

    ScenarioCheck(@ConfigProperty(name = "entente.home") String home) {
        this.home = home;
    }

    Scenario check(@Nullable Scenario sent) {
        Scenario scenario = Field.present("", sent);
        Field.text("/name", scenario.name(), MAX_NAME);
        Field.list("/partners", scenario.partners(), this::partner);
        if (scenario.course() != null) {
            Field.word("/course", scenario.course());
            Field.duration("/validFor", scenario.validFor(), LONGEST_VALID);
        }
        if (scenario.passMark() != null) {
            Field.range("/passMark", scenario.passMark(), 0, 100);
        }
        Map<String, Duration> injects = injects(scenario);
        reactions(scenario, injects);
        return scenario;
    }

    private Map<String, Duration> injects(Scenario scenario) {
        List<Inject> injects = Field.present("/injects", scenario.injects());
        requireSize("/injects", injects.size(), 1);
        Map<String, Duration> known = new HashMap<>();
        for (int index = 0; index < injects.size(); index++) {
            String pointer = "/injects/" + index;
            Inject inject = Field.present(pointer, injects.get(index));
            Field.word(pointer + "/id", inject.id());
            offset(pointer + "/at", inject.at());
            if (known.put(inject.id(), inject.at()) != null) {
                throw Problem.badRequest(pointer + "/id", "is there twice");
            }
            inject(pointer, inject, scenario.partners());
        }
        return known;
    }

    private static void inject(String pointer, Inject inject, List<String> partners) {
        if (inject.text() != null) {
            Field.text(pointer + "/text", inject.text(), MAX_TEXT);
        }
        switch (Field.present(pointer + "/kind", inject.kind())) {
            case INDICATOR -> {
                Field.word(pointer + "/indicator", inject.indicator());
                Field.range(pointer + "/value", inject.value(), 0, 100);
            }
            case REQUEST -> {
                requireParty(pointer + "/partner", inject.partner(), partners);
                question(pointer, inject);
            }
            case BREACH -> {
                requireParty(pointer + "/partner", inject.partner(), partners);
                requireAmong(pointer + "/severity", inject.severity(), SEVERITIES);
            }
            case LOST_PARTNER -> requireParty(pointer + "/partner", inject.partner(), partners);
            case MESSAGE -> Field.text(pointer + "/text", inject.text(), MAX_TEXT);
        }
    }

    /** Nothing real can be asked about: what is asked about is named as synthetic, and its labels travel in the question. */
    private static void question(String pointer, Inject inject) {
        var question = Field.present(pointer + "/question", inject.question());
        if (question.toString().length() > MAX_QUESTION) {
            throw Problem.tooLarge(pointer + "/question", "must have at most " + MAX_QUESTION + " characters");
        }
        String resource = question.at("/resource/id").asText("");
        if (!resource.startsWith(SYNTHETIC)) {
            throw Problem.badRequest(
                    pointer + "/question/resource/id", "must begin with " + SYNTHETIC + ": content is synthetic");
        }
        String partner = question.at("/subject/properties/partner").asText("");
        if (!partner.equals(inject.partner())) {
            throw Problem.badRequest(pointer + "/question/subject/properties/partner", "must be the inject's partner");
        }
        if (inject.outcome() != null && inject.outcome().permitted() != null) {
            Field.range(pointer + "/outcome/permitted", inject.outcome().permitted(), 0, 100_000);
        }
        if (inject.outcome() != null && inject.outcome().codes() != null) {
            Field.list(pointer + "/outcome/codes", inject.outcome().codes(), Field::word);
        }
    }

    private void reactions(Scenario scenario, Map<String, Duration> injects) {
        List<Expected> reactions = Field.present("/reactions", scenario.reactions());
        requireSize("/reactions", reactions.size(), 0);
        Set<String> known = new HashSet<>();
        for (int index = 0; index < reactions.size(); index++) {
            String pointer = "/reactions/" + index;
            Expected expected = Field.present(pointer, reactions.get(index));
            Field.word(pointer + "/id", expected.id());
            if (!known.add(expected.id())) {
                throw Problem.badRequest(pointer + "/id", "is there twice");
            }
            if (!injects.containsKey(Field.present(pointer + "/after", expected.after()))) {
                throw Problem.badRequest(pointer + "/after", "is no inject");
            }
            Field.duration(pointer + "/within", expected.within(), LONGEST);
            Field.text(pointer + "/text", expected.text(), MAX_TEXT);
            if (!home.equals(Field.present(pointer + "/by", expected.by()))) {
                requireParty(pointer + "/by", expected.by(), scenario.partners());
            }
            requireRole(pointer + "/role", expected.role());
            if (expected.effect() != null) {
                effect(pointer + "/effect", expected.effect(), scenario.partners());
            }
        }
    }

    private static void effect(String pointer, Effect effect, List<String> partners) {
        if ((effect.posture() == null) == (effect.opening() == null)) {
            throw Problem.badRequest(pointer, "must have either a posture or an opening");
        }
        if (effect.posture() != null) {
            requireParty(pointer + "/posture/partner", effect.posture().partner(), partners);
            requireAmong(pointer + "/posture/posture", effect.posture().posture(), POSTURES);
        }
        if (effect.opening() != null) {
            var opening = effect.opening();
            Field.list(
                    pointer + "/opening/partners", opening.partners(), (at, code) -> requireParty(at, code, partners));
            Field.list(pointer + "/opening/purposes", opening.purposes(), Field::word);
            Field.list(pointer + "/opening/categories", opening.categories(), Field::word);
            Field.range(pointer + "/opening/tier", opening.tier(), 0, 4);
            requireAmong(
                    pointer + "/opening/ceiling",
                    opening.ceiling(),
                    Set.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET"));
        }
    }

    private void partner(String pointer, @Nullable String code) {
        if (!Nations.isCode(Field.present(pointer, code)) || home.equals(code)) {
            throw Problem.badRequest(pointer, "is not the ISO 3166-1 alpha-3 code of a partner");
        }
    }

    private static void offset(String pointer, @Nullable Duration at) {
        Duration offset = Field.present(pointer, at);
        if (offset.isNegative() || offset.compareTo(LONGEST) > 0) {
            throw Problem.badRequest(pointer, "must be from PT0S to " + LONGEST);
        }
    }

    private static void requireSize(String pointer, int size, int least) {
        if (size < least || size > MAX_ITEMS) {
            throw Problem.badRequest(pointer, "must have " + least + " to " + MAX_ITEMS + " items");
        }
    }

    private static void requireParty(String pointer, @Nullable String code, List<String> partners) {
        if (!partners.contains(Field.present(pointer, code))) {
            throw Problem.badRequest(pointer, "does not take part");
        }
    }

    private static void requireAmong(String pointer, @Nullable String value, Set<String> values) {
        if (!values.contains(Field.present(pointer, value))) {
            throw Problem.badRequest(
                    pointer, "must be one of " + values.stream().sorted().toList());
        }
    }

    private static void requireRole(String pointer, @Nullable String name) {
        String role = Field.present(pointer, name);
        if (Arrays.stream(Role.values()).noneMatch(known -> known.wireName().equals(role))) {
            throw Problem.badRequest(pointer, "is not a role");
        }
    }
}

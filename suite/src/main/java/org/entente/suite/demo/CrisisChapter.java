package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The part of the story in which a crisis opens what was agreed beforehand, and the clock closes it again. */
final class CrisisChapter {

    private static final Duration DURATION = Duration.ofSeconds(20);
    private static final int THRESHOLD = 70;
    private static final int REPORTED = 85;
    private static final int PERCENT = 100;
    private static final Reach REACH = new Reach("XBB", Story.SHARED, 2, "CONFIDENTIAL");

    private final Acts acts;
    private final Telling telling;
    private final String indicator;
    private final String plan;
    private String activation = "";

    private CrisisChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.indicator = "ics-intrusion-" + run;
        this.plan = acts.plan(terms("Intrusion, run " + run), "xbb-officer");
    }

    /** Home and partner agree on what a crisis will open, while there is none. */
    static CrisisChapter foreseen(Acts acts, Telling telling, String run) {
        CrisisChapter chapter = new CrisisChapter(acts, telling, run);
        telling.say(
                "For a crisis, XAA and XBB consented beforehand, each at access-service, to tier %d up to %s.",
                REACH.tier(), REACH.ceiling());
        return chapter;
    }

    void comesAndGoes(Asset asset, View before) {
        telling.chapter("5  A crisis");
        acts.signal(indicator, REPORTED);
        because();
        JsonNode activation = acts.activate(plan, DURATION, "Intrusion reported by agency-app.");
        this.activation = activation.path("id").asText();
        telling.say(
                "agency-app reported an indicator at %d; xaa-crisis activated the plan for %d s: it is %s.",
                REPORTED, DURATION.toSeconds(), activation.path("state").asText());
        Instant until = Instant.parse(activation.path("until").asText());
        comes(asset, until);
        goes(asset, until, before);
    }

    /** What the indicator amounts to, and because of which signals. */
    private void because() {
        JsonNode series = acts.as("xaa-crisis")
                .get("/crisis/indicators/" + indicator)
                .expect(200)
                .json();
        JsonNode strongest = series.path("because").path(0);
        telling.say(
                "The indicator stands at %.0f because of %d signal(s); the strongest is from %s and counts %.0f %%.",
                series.path("points")
                        .path(series.path("points").size() - 1)
                        .path("level")
                        .asDouble(),
                series.path("because").size(),
                strongest.path("source").asText(),
                strongest.path("weight").asDouble() * PERCENT);
        telling.expect(
                strongest.path("strength").asDouble() >= THRESHOLD, "the signal calls for the plan by its own weight");
    }

    /** The activation that came and went. */
    String activation() {
        return activation;
    }

    private void comes(Asset asset, Instant until) {
        int expected = asset.portionsWithin(Story.GRANTED, REACH);
        View during = Patience.until(
                () -> view(asset),
                view -> view.shown() == expected || Instant.now().isAfter(until));
        telling.say(
                "%s now sees %d of %d portions: up to the plan's ceiling, %s, and no further.",
                Story.ANALYST, during.shown(), asset.portions(), REACH.ceiling());
        telling.expect(during.shown() == expected, "XBB sees the %d portions within grant and plan", expected);
    }

    private void goes(Asset asset, Instant until, View before) {
        Patience.pause(Duration.between(Instant.now(), until));
        View after = Patience.until(() -> view(asset), view -> view.shown() == before.shown());
        telling.say(
                "It ended by the clock; %d ms later the view was back to %d of %d portions.",
                Duration.between(until, Instant.now()).toMillis(), after.shown(), asset.portions());
        telling.expect(after.shown() == before.shown(), "after the crisis XBB sees what it saw before");
    }

    private View view(Asset asset) {
        return acts.view(Story.ANALYST, asset.id(), Story.PURPOSE);
    }

    private PlanTerms terms(String name) {
        return new PlanTerms(
                name,
                List.of("XBB"),
                List.of(Story.PURPOSE),
                List.copyOf(Story.SHARED),
                REACH.tier(),
                REACH.ceiling(),
                "PT1H",
                new PlanTerms.Criterion(indicator, THRESHOLD, "PT1H"));
    }
}

package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.GrantTerms;
import org.entente.suite.demo.Patience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list shows what per-asset decisions would allow to be discovered: no more, no less, and no longer. */
@ExtendWith(SuiteExtension.class)
class ListingIT {
    private static final int ASSETS = 120;
    private static final int LISTING = 3;
    /** As {@code entente.catalog.listing.answer-within}. */
    private static final long ANSWERED_WITHIN_MILLIS = 700;

    private static final String LIST = "/catalog/assets?limit=37";

    private final PackagedSuite suite;

    ListingIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @CsvSource({"1, xbb-analyst", "2, xbb-officer", "3, xcc-analyst"})
    void showsWhatPerAssetDecisionsAllow(long seed, String reader) {
        try (Acts acts = suite.acts()) {
            // given
            List<String> assets = register(acts, new Labelled(seed));
            shareAll(acts);

            // when
            List<String> listed = listed(acts, reader);

            // then
            assertThat(listed)
                    .doesNotHaveDuplicates()
                    .filteredOn(assets::contains)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(discoverable(acts, reader, assets));
            assertThat(count(acts, reader)).isEqualTo(listed.size());
        }
    }

    @Test
    void showsWhatPerAssetDecisionsStillAllow() {
        try (Acts acts = suite.acts()) {
            // given
            List<String> assets = register(acts, new Labelled(4));
            String shallow = shareAll(acts);
            List<String> before = listed(acts, "xbb-analyst");
            acts.withdraw(shallow, "Narrower.");

            // when
            List<String> listed = listed(acts, "xbb-analyst");

            // then
            assertThat(listed)
                    .hasSizeLessThan(before.size())
                    .filteredOn(assets::contains)
                    .containsExactlyInAnyOrderElementsOf(discoverable(acts, "xbb-analyst", assets));
        }
    }

    @Test
    void showsNothingAnyMoreOnceAWithdrawalIsAnswered() throws InterruptedException {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Queue<Shown> shown = new ConcurrentLinkedQueue<>();
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService readers = Executors.newFixedThreadPool(LISTING);
            for (int number = 0; number < LISTING; number++) {
                readers.execute(() -> list(acts, over, shown));
            }
            Patience.until(shown::size, size -> size > 20);

            // when
            acts.withdraw(situation.grant(), "Over.");
            long withdrawn = System.nanoTime();

            // then
            Patience.pause(Duration.ofMillis(500));
            over.set(true);
            readers.shutdown();
            assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shown)
                    .isNotEmpty()
                    .allMatch(list -> list.asked() < withdrawn)
                    .filteredOn(Shown::isPrompt)
                    .allMatch(list -> list.answered() < withdrawn);
        }
    }

    @Test
    void isOnRecordInTheLog() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();

            // when
            JsonNode page = acts.as("xbb-analyst").get(LIST).expect(200).json();

            // then
            String disclosure = page.path("disclosureId").asText();
            assertThat(acts.receipt("xbb-analyst", disclosure)).isNotEmpty();
            assertThat(acts.records("subject=" + disclosure)).singleElement().satisfies(event -> assertThat(
                            event.at("/data/assets").asInt())
                    .isEqualTo(page.path("assets").size()));
        }
    }

    /** A list with something in it: when it was asked for and came, on the clock of {@link System#nanoTime()}. */
    private record Shown(long asked, long answered) {
        /** Whether it came in the time in which it is answered or not at all, and not to a reader who slept. */
        boolean isPrompt() {
            return TimeUnit.NANOSECONDS.toMillis(answered - asked) < ANSWERED_WITHIN_MILLIS;
        }
    }

    private static void list(Acts acts, AtomicBoolean over, Queue<Shown> shown) {
        while (!over.get()) {
            long asked = System.nanoTime();
            Answer answer = acts.as("xbb-analyst").get(LIST);
            long answered = System.nanoTime();
            if (answer.status() == 200 && !answer.json().path("assets").isEmpty()) {
                shown.add(new Shown(asked, answered));
            }
        }
    }

    private static List<String> register(Acts acts, Labelled labelled) {
        List<String> assets = new ArrayList<>();
        for (int number = 0; number < ASSETS; number++) {
            assets.add(acts.as("xaa-originator")
                    .post("/catalog/assets", labelled.registration("Listed " + number))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText());
        }
        return assets;
    }

    /** Different things with different partners; returns the shallowest of XBB's grants. */
    private static String shareAll(Acts acts) {
        share(acts, "XBB", 2, List.of("shared-analysis", "public"), "RESTRICTED");
        share(acts, "XCC", 3, List.of("situational-awareness", "shared-analysis", "sensitive"), "CONFIDENTIAL");
        return share(acts, "XBB", 1, List.of("situational-awareness", "public"), "SECRET");
    }

    private static String share(Acts acts, String partner, int tier, List<String> categories, String ceiling) {
        acts.registerPartner(partner, "Republic of " + partner);
        String until = Instant.now().plus(Duration.ofHours(1)).toString();
        String agreement = acts.propose(new AgreementTerms(
                partner,
                "Listing",
                List.of(Situation.PURPOSE),
                categories,
                ceiling,
                List.of("discover", "view"),
                3,
                Instant.now().toString(),
                until));
        acts.consent(partner.toLowerCase(Locale.ROOT) + "-officer", agreement);
        return acts.grant(new GrantTerms(agreement, tier, categories, List.of(Situation.PURPOSE), until));
    }

    private static List<String> listed(Acts acts, String reader) {
        List<String> listed = new ArrayList<>();
        @Nullable String path = LIST;
        while (path != null) {
            JsonNode page = acts.as(reader).get(path).expect(200).json();
            page.path("assets").forEach(card -> listed.add(card.path("id").asText()));
            path = page.has("next") ? LIST + "&cursor=" + page.path("next").asText() : null;
        }
        return listed;
    }

    private static int count(Acts acts, String reader) {
        return acts.as(reader)
                .get("/catalog/assets/count")
                .expect(200)
                .json()
                .path("count")
                .asInt();
    }

    /** Asked one by one. */
    private static List<String> discoverable(Acts acts, String reader, List<String> assets) {
        return assets.stream()
                .filter(asset -> acts.as(reader)
                                .get("/catalog/assets/" + asset)
                                .expect(200, 404)
                                .status()
                        == 200)
                .toList();
    }
}

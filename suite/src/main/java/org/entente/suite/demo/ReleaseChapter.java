package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.release.Archive;
import org.entente.release.RefusedPackageException;
import org.entente.release.ReleaseKeys;
import org.entente.release.ReleasePackage;

/** A copy is handed over, verified by its recipient, leaked, and traced. */
final class ReleaseChapter {
    private static final String PLATFORM = "xbb-exchange";

    private final Acts acts;
    private final Telling telling;
    private final String run;

    ReleaseChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.run = run;
    }

    void handsOver(Asset asset) {
        telling.chapter("8  XAA hands over a copy, and finds out where it leaked");
        agree();
        Answer answer = acts.as(Story.ANALYST)
                .post(
                        "/catalog/assets/" + asset.id() + "/releases",
                        JsonNodeFactory.instance.objectNode().put("purpose", Story.PURPOSE));
        if (answer.status() != 201) {
            telling.say("Nothing of this bundle may be handed over, and so nothing was (%d).", answer.status());
            telling.expect(asset.portionsWithin(Story.GRANTED) == 0, "a copy can be had of what is agreed");
            return;
        }
        JsonNode release = answer.json();
        byte[] archive = acts.as(Story.ANALYST)
                .get(release.path("file").path("href").asText())
                .expect(200)
                .body();
        telling.say(
                "%s asked for a copy and fetched it: %d bytes, copy %s.",
                Story.ANALYST, archive.length, release.path("copyNumber").asText());
        verifies(archive);
        polls();
        leaks(release.path("id").asText(), archive);
    }

    /** To show something is one act, to hand it over another (section 5 of the design): it is agreed by itself. */
    private void agree() {
        Instant now = Instant.now();
        Instant until = now.plus(Duration.ofHours(1));
        String agreement =
                acts.propose(AgreementTerms.ofRelease("XBB", "Copies, run " + run, Story.PURPOSE, now, until));
        acts.consent("xbb-officer", agreement);
        acts.grant(new GrantTerms(
                agreement, Story.GRANTED.tier(), List.copyOf(Story.SHARED), List.of(Story.PURPOSE), until.toString()));
        telling.say("XAA and XBB agreed that copies may be handed over, too.");
    }

    /** What a person may have copies of, their nation's platform may poll: it has a login, and a partner, of its own. */
    private void polls() {
        Answer page = acts.as(PLATFORM)
                .send(
                        "GET",
                        "/taxii2/xbb-" + Story.PURPOSE + "/collections/situational-awareness/objects/",
                        null,
                        "Accept",
                        "application/taxii+json;version=2.1")
                .expect(200);
        telling.say(
                "%s polled the collection situational-awareness over TAXII 2.1: %d objects.",
                PLATFORM, page.json().path("objects").size());
    }

    private void verifies(byte[] archive) {
        ReleaseKeys keys = ReleaseKeys.parse(acts.client()
                .anonymous()
                .get("/catalog/keys/releases")
                .expect(200)
                .text());
        try {
            ReleasePackage found = ReleasePackage.verify(archive, keys);
            found.requireRecipient("XBB");
            found.requireReceipt(acts.receipt(Story.ANALYST, found.manifest().event()), acts.logKey());
            telling.say("It verified with XAA's public keys, and its receipt with the log's: nothing else was needed.");
        } catch (RefusedPackageException refused) {
            telling.expect(false, "the package verifies (%s)", String.valueOf(refused.getMessage()));
        }
    }

    /** Without the note that names the recipient: who leaks something takes that out first. */
    private void leaks(String release, byte[] archive) {
        byte[] content = Archive.read(archive).getOrDefault(ReleasePackage.BUNDLE, new byte[0]);
        String leaked = Arrays.stream(new String(content, StandardCharsets.UTF_8).split("\n"))
                .skip(1)
                .filter(line -> !line.startsWith("{\"type\":\"note\""))
                .collect(Collectors.joining("\n"));
        JsonNode trace = acts.as("xaa-auditor")
                .send("POST", "/catalog/releases/trace", leaked)
                .expect(200)
                .json();
        List<String> named = trace.path("named").findValuesAsText("release");
        telling.say(
                "Its objects turned up elsewhere, without the note that names the recipient. Compared with %d releases: %s.",
                trace.path("compared").asInt(),
                named.isEmpty()
                        ? "too little to accuse anybody"
                        : "the copy of " + trace.at("/named/0/recipient/name").asText());
        telling.expect(named.isEmpty() || named.equals(List.of(release)), "nobody else is named");
    }
}

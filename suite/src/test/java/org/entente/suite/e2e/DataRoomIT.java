package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.EntenteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SuiteExtension.class)
class DataRoomIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedSuite suite;

    DataRoomIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aMemberReadsPageByPageUntilTheRoomIsClosed() throws IOException {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Member member = Member.of(suite);
            String room = open(situation, member);
            String page = member.enter(room);
            assertThat(member.session().get(page).status()).isEqualTo(200);
            close(situation, room);

            // when
            Answer answer = member.session().get(page);

            // then
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("room-ended");
        }
    }

    @Test
    void anotherTokenOfTheSamePersonReadsNothing() throws IOException {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Member member = Member.of(suite);
            String page = member.enter(open(situation, member));

            // when
            Answer answer = Member.withAnotherToken(suite).session().get(page);

            // then
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void aBrowserShowsThePageAndRunsNothing(@TempDir Path profile) throws IOException {
        Optional<Chromium> browser = Chromium.onPath();
        assumeTrue(browser.isPresent(), "there is no Chromium on this machine, so no browser looks at the page");
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Member member = Member.of(suite);
            Answer page = member.session().get(member.enter(open(situation, member)));
            HttpServer relay = relay(page);

            // when
            String document = browser.orElseThrow()
                    .shown("http://127.0.0.1:" + relay.getAddress().getPort() + "/", profile);

            // then
            relay.stop(0);
            assertThat(document).contains("Harbour lights", "@XBB").doesNotContain("<script");
        }
    }

    /** The page as it came, headers and all, where a browser without a token can see it. */
    private static HttpServer relay(Answer page) throws IOException {
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext("/", exchange -> {
            List.of("content-type", "content-security-policy", "x-frame-options", "cache-control")
                    .forEach(name -> page.headers()
                            .getOrDefault(name, List.of())
                            .forEach(value -> exchange.getResponseHeaders().add(name, value)));
            exchange.sendResponseHeaders(page.status(), page.body().length);
            exchange.getResponseBody().write(page.body());
            exchange.close();
        });
        relay.start();
        return relay;
    }

    private static String open(Situation situation, Member member) {
        ObjectNode terms = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Harbour lights, together")
                .put("purpose", Situation.PURPOSE)
                .put("until", Instant.now().plus(Duration.ofHours(1)).toString());
        terms.putArray("members")
                .addObject()
                .put("partner", "XBB")
                .put("person", member.person())
                .put("name", "xbb-analyst");
        terms.putArray("assets").add(situation.asset().id());
        return situation
                .acts()
                .as("xaa-liaison")
                .post("/catalog/data-rooms", terms)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void close(Situation situation, String room) {
        situation
                .acts()
                .as("xaa-liaison")
                .post(
                        "/catalog/data-rooms/" + room + "/closing",
                        JsonNodeFactory.instance.objectNode().put("reason", "The reading is over."))
                .expect(200);
    }

    /** XBB's analyst with one token for all that they do. */
    private record Member(String person, EntenteClient.Session session) {

        static Member of(PackagedSuite suite) throws IOException {
            return of(suite, suite.tokens().token("xbb-analyst"));
        }

        static Member withAnotherToken(PackagedSuite suite) throws IOException {
            return of(suite, suite.tokens().token("xbb-analyst", Set.of("catalog-service")));
        }

        private static Member of(PackagedSuite suite, String token) throws IOException {
            return new Member(claims(token).path("sub").asText(), suite.client().bearing(token));
        }

        /** The address of the only asset in the room. */
        String enter(String room) {
            return session.post("/catalog/data-rooms/" + room + "/sessions", JsonNodeFactory.instance.objectNode())
                    .expect(201)
                    .json()
                    .at("/assets/0/href")
                    .asText();
        }

        private static JsonNode claims(String token) throws JsonProcessingException {
            return JSON.readTree(
                    new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        }
    }
}

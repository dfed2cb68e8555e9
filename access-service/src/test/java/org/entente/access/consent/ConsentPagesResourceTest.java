package org.entente.access.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Trusted.LATER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ConsentPagesResourceTest {
    private static final String PATH = "/access/pages/consents";

    /** Before what was asked for ends. */
    private static final String DAY =
            LATER.minus(Duration.ofDays(10)).toString().substring(0, 10);

    private static final List<String> ASKED = List.of(
            "kind",
            "originator",
            "giver",
            "XAA",
            "purpose",
            "cyber-defence",
            "actions",
            "view",
            "justification",
            "Same aircraft.",
            "until",
            DAY);

    @TestHTTPResource("/")
    URI service;

    private Visits originator() {
        return Visits.of(
                service, TestTokens.token("xaa-originator").roles("originator").assurance("otp"));
    }

    /** Sends the form of a question to the originator, from any page with a form; what it is about, by fields and values. */
    private static HttpResponse<String> ask(Visits visitor, String page, String... about) throws Exception {
        return visitor.send(
                page, PATH, Stream.concat(ASKED.stream(), Stream.of(about)).toArray(String[]::new));
    }

    private static void requireNotAsked(String partner) {
        assertThat(rows("select id::text from consent where recipient = ?", partner))
                .isEmpty();
    }

    private static String asked(String partner) {
        String id = asLiaison()
                .body("""
                {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "Same aircraft.",
                 "until": "%s"}""".formatted(partner, LATER))
                .post("/access/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return PATH + "/" + id;
    }

    @Test
    void isAskedOnceByAForm() throws Exception {
        // given
        String partner = registeredPartner();
        Visits officer = Visits.ofLiaison(service, "officer");
        HttpResponse<String> first = ask(officer, PATH, "recipient", partner, "asset", "asset-1");

        // when
        HttpResponse<String> second = ask(officer, PATH, "recipient", partner, "asset", "asset-1");

        // then
        assertThat(first.body()).contains(">asked<", "originator XAA", "<code>asset-1</code>");
        assertThat(second.uri().getPath()).isEqualTo(first.uri().getPath()).startsWith(PATH + "/");
    }

    @Test
    void isAskedAboutAClassOfMaterialByTheOriginatorToo() throws Exception {
        // when
        HttpResponse<String> page = ask(
                originator(),
                PATH,
                "recipient",
                registeredPartner(),
                "categories",
                "sensitive, shared-analysis",
                "ceiling",
                "SECRET");

        // then
        assertThat(page.body()).contains(">asked<", "sensitive, shared-analysis", "<dd>SECRET</dd>");
    }

    @Test
    void aClassWithoutAHighestClassificationIsNotAskedAbout() throws Exception {
        // given
        String partner = registeredPartner();

        // when
        HttpResponse<String> page = ask(originator(), PATH, "recipient", partner, "categories", "sensitive");

        // then
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<code>/material/ceiling</code>", "Nothing was changed");
        requireNotAsked(partner);
    }

    @Test
    void whoAnswersSecondIsToldThatItHasChanged() throws Exception {
        // given
        String path = asked(registeredPartner());
        Visits originator = originator();
        HttpResponse<String> old = originator.open(path);
        originator.send(path, path + "/refusal", "reason", "Not yet.");

        // when
        HttpResponse<String> page = originator.send(old, path + "/giving", "until", DAY);

        // then
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("Somebody else was faster", "href=\"" + path + "\"");
        assertThat(originator.open(path).body()).contains(">refused<");
    }

    @Test
    void isNotAskedByThePartner() throws Exception {
        // given
        String partner = registeredPartner();
        Visits visitor = Visits.ofOfficerOf(service, partner);

        // when
        HttpResponse<String> page = ask(visitor, "/access/pages/requests", "recipient", partner, "asset", "asset-1");

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(visitor.open(PATH).body()).doesNotContain("id=\"ask\"");
        requireNotAsked(partner);
    }

    @Test
    void whoOnlyReadsHasNoFormToAsk() throws Exception {
        // given
        Visits auditor = Visits.of(service, TestTokens.token("xaa-auditor").roles("auditor"));

        // when
        HttpResponse<String> page = auditor.open(PATH);

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("id=\"ask\"");
    }

    @Test
    void isGivenAndTakenBack() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> given = originator().send(consent, consent + "/giving", "until", DAY);
        HttpResponse<String> takenBack = originator().send(consent, consent + "/withdrawal", "reason", "Passed on.");

        // then
        assertThat(given.body()).contains(">given<", "in 1");
        assertThat(takenBack.body()).contains(">withdrawn<", "Passed on.");
    }

    @Test
    void isRefusedWithAReason() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> refused = originator().send(consent, consent + "/refusal", "reason", "After the trials.");

        // then
        assertThat(refused.body()).contains(">refused<", "After the trials.");
    }

    @Test
    void whoAskedDoesNotAnswer() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> page =
                Visits.ofLiaison(service, "xaa-liaison").send(consent, consent + "/giving", "until", DAY);

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You do not speak for the giver.");
    }

    @Test
    void isNotForTheRecipient() throws Exception {
        // given
        String partner = registeredPartner();
        String consent = asked(partner);

        // when
        HttpResponse<String> page = Visits.ofOfficerOf(service, partner).open(consent);
        HttpResponse<String> list = Visits.ofOfficerOf(service, partner).open(PATH);
        HttpResponse<String> sent =
                Visits.ofOfficerOf(service, partner).send("/access/pages/requests", consent + "/giving", "until", DAY);

        // then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(list.body()).contains("Nobody was asked anything.");
        assertThat(sent.statusCode()).isEqualTo(404);
    }
}

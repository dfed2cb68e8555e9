package org.entente.access.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code officer} answers, {@code colleague} is of the same agency, {@code sailor} of another. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class RequestPagesResourceTest {
    private static final String PATH = "/access/pages/requests";

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void rules() {
        routes("PT2H");
    }

    private static String submitted(String partner) {
        return asAnalystOf(partner)
                .body("""
                {"tier": 1, "categories": ["situational-awareness"], "purposes": ["cyber-defence"],
                 "until": "2090-01-01T00:00:00Z", "why": "Seen in our harbours, too."}""")
                .post("/access/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void requireState(String request, String state) {
        asLiaison("officer").get("/access/requests/" + request).then().body("state", equalTo(state));
    }

    @Test
    void aPartnerAsks() throws Exception {
        // given
        String partner = registeredPartner();
        Visits analyst = Visits.ofAnalystOf(service, partner);

        // when
        HttpResponse<String> page = analyst.send(
                PATH,
                PATH,
                "why",
                "Our <harbours>.",
                "purposes",
                "cyber-defence",
                "categories",
                "situational-awareness, shared-analysis",
                "tier",
                "2",
                "until",
                "2090-01-01",
                "priority",
                "urgent");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).startsWith(PATH + "/");
        assertThat(page.body())
                .contains("routed", "Our &lt;harbours&gt;.", "1 Jan 2090, 00:00 UTC", "Withdraw the request")
                .doesNotContain("XAA-CYBER", "id=\"approve\"");
    }

    @ParameterizedTest(name = "{0} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "approval | reviewDue | 2089-01-01 | approved",
                "approval | categories | situational-awareness | routed",
                "refusal | reason | more-than-needed | refused",
                "refusal | reason | unheard-of | routed",
                "clarification | text | Which units? | clarifying",
                "clarification | text |  | routed",
                "routing | agency | XAA-NAVY | routed",
            })
    void theResponsibleOfficerAnswersByForms(String form, String field, String value, String state) throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String request = submitted(partner);
        Visits officer = Visits.ofLiaison(service, "officer");
        String path = PATH + "/" + request;

        // when
        HttpResponse<String> page = officer.send(
                path,
                path + "/" + form,
                "agreement",
                agreement,
                "rationale",
                "It serves.",
                field,
                value == null ? "" : value);

        // then
        assertThat(page.body()).contains("<html");
        requireState(request, state);
    }

    @Test
    void theFormsAreOfferedToWhoMayAnswerAlone() throws Exception {
        // given
        String request = submitted(registeredPartner());

        // when
        HttpResponse<String> own = Visits.ofLiaison(service, "officer").open(PATH + "/" + request);
        HttpResponse<String> others = Visits.ofLiaison(service, "sailor").open(PATH + "/" + request);

        // then
        assertThat(own.body()).contains("id=\"approve\"", "id=\"refuse\"", "id=\"route\"", "officer of XAA-CYBER");
        assertThat(others.body()).contains("id=\"route\"").doesNotContain("id=\"approve\"", "id=\"refuse\"");
    }

    @Test
    void whoIsNotResponsibleIsToldWhatToDo() throws Exception {
        // given
        String request = submitted(registeredPartner());
        String path = PATH + "/" + request;

        // when
        HttpResponse<String> page = Visits.ofLiaison(service, "sailor")
                .send(path, path + "/refusal", "reason", "not-now", "rationale", "No.");

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Another officer is responsible", "passed on to you first", path);
        requireState(request, "routed");
    }

    @Test
    void whoComesSecondIsToldThatItHasChanged() throws Exception {
        // given
        String request = submitted(registeredPartner());
        String path = PATH + "/" + request;
        Visits officer = Visits.ofLiaison(service, "officer");
        HttpResponse<String> old = officer.open(path);
        Visits.ofLiaison(service, "colleague")
                .send(path, path + "/routing", "agency", "XAA-CYBER", "officer", "colleague", "reason", "Mine.");

        // when
        HttpResponse<String> page = officer.send(old, path + "/refusal", "reason", "not-now", "rationale", "No.");

        // then
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("Somebody else was faster", "href=\"" + path + "\"");
        requireState(request, "routed");
    }

    @Test
    void whatIsAnsweredAlreadyIsToldSo() throws Exception {
        // given
        String request = submitted(registeredPartner());
        String path = PATH + "/" + request;
        Visits officer = Visits.ofLiaison(service, "officer");
        HttpResponse<String> old = officer.open(path);
        officer.send(old, path + "/refusal", "reason", "not-now", "rationale", "No.");

        // when
        HttpResponse<String> page =
                officer.send(old, path + "/refusal", "reason", "not-now", "rationale", "No.", "tag", "");

        // then
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("look at how it stands now");
    }

    @Test
    void thePartnerRepliesAndWithdraws() throws Exception {
        // given
        String partner = registeredPartner();
        String request = submitted(partner);
        String path = PATH + "/" + request;
        Visits.ofLiaison(service, "officer").send(path, path + "/clarification", "text", "Which units?");
        Visits analyst = Visits.ofAnalystOf(service, partner);

        // when
        HttpResponse<String> replied = analyst.send(path, path + "/answer", "text", "The harbour guard.");
        HttpResponse<String> withdrawn = analyst.send(path, path + "/withdrawal");

        // then
        assertThat(replied.body())
                .contains("Which units?", "The harbour guard.", "routed")
                .doesNotContain("officer for");
        assertThat(withdrawn.body()).contains("withdrawn");
        requireState(request, "withdrawn");
    }

    @Test
    void toAStrangerThereIsNoSuchRequest() throws Exception {
        // given
        String request = submitted(registeredPartner());
        String stranger = registeredPartner();
        String path = PATH + "/" + request;

        // when
        HttpResponse<String> page = Visits.ofOfficerOf(service, stranger).open(path);
        HttpResponse<String> sent = Visits.ofOfficerOf(service, stranger).send(PATH, path + "/withdrawal");

        // then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(sent.statusCode()).isEqualTo(404);
        requireState(request, "routed");
    }
}

package org.entente.access.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.routes;

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

/** The drafter is {@code officer} of XAA-CYBER, whose superior is {@code chief}; {@code sailor} speaks for XAA-NAVY. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class MessagePagesResourceTest {
    private static final String PATH = "/access/pages/messages";

    /** A page with a form that everybody has. */
    private static final String ANY_FORM = "/access/pages/requests";

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void rules() {
        routes("PT2H");
    }

    private Visits liaison(String name) {
        return Visits.ofLiaison(service, name);
    }

    private String drafted(String partner) throws Exception {
        HttpResponse<String> page = liaison("officer")
                .send(PATH, PATH, "partner", partner, "about", "changed", "title", "Less", "text", "From March on.");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.uri().getPath();
    }

    private String inCoordination(String partner) throws Exception {
        String message = drafted(partner);
        liaison("officer").send(message, message + "/coordination", "agency", "XAA-NAVY");
        return message;
    }

    @Test
    void goesAllItsWayByForms() throws Exception {
        // given
        String partner = registeredPartner();
        String message = inCoordination(partner);

        // when
        HttpResponse<String> objected = liaison("sailor")
                .send(
                        message,
                        message + "/checks",
                        "agency",
                        "XAA-NAVY",
                        "position",
                        "objects",
                        "reason",
                        "A harbour.");
        HttpResponse<String> overruled =
                liaison("chief").send(message, message + "/overruling", "reason", "It is known.");
        HttpResponse<String> approved = liaison("colleague").send(message, message + "/approval");
        HttpResponse<String> sent = liaison("officer").send(message, message + "/sending");
        HttpResponse<String> read = Visits.ofAnalystOf(service, partner).open(message);
        HttpResponse<String> acknowledged =
                Visits.ofOfficerOf(service, partner).send(message, message + "/acknowledgement");

        // then
        assertThat(objected.body()).contains("objects", "A harbour.");
        assertThat(overruled.body()).contains("It is known.");
        assertThat(approved.body()).contains("approved", "id=\"send\"");
        assertThat(sent.body()).contains("sent");
        assertThat(read.body()).contains("From March on.", "id=\"acknowledge\"").doesNotContain("XAA-NAVY", "officer");
        assertThat(acknowledged.body()).contains("acknowledged");
    }

    @Test
    void isWordedAnewByItsDrafterAndDiscarded() throws Exception {
        // given
        String message = inCoordination(registeredPartner());
        Visits officer = liaison("officer");

        // when
        HttpResponse<String> revised = officer.send(
                message, message + "/revision", "about", "shared", "title", "More", "text", "From May on.");
        HttpResponse<String> discarded = officer.send(message, message + "/discarding");

        // then
        assertThat(revised.body()).contains("drafted", "From May on.", "id=\"coordinate\"");
        assertThat(discarded.uri().getPath()).isEqualTo(PATH);
    }

    @Test
    void showsEachPersonTheFormsOfTheirPart() throws Exception {
        // given
        String message = inCoordination(registeredPartner());

        // when
        HttpResponse<String> drafter = liaison("officer").open(message);
        HttpResponse<String> agency = liaison("sailor").open(message);

        // then
        assertThat(drafter.body()).contains("id=\"revise\"").doesNotContain("id=\"approve\"", "id=\"check\"");
        assertThat(agency.body()).contains("id=\"check\"", "id=\"approve\"").doesNotContain("id=\"revise\"");
    }

    @Test
    void theDrafterIsNobodysSecond() throws Exception {
        // given
        String message = inCoordination(registeredPartner());

        // when
        HttpResponse<String> page = liaison("officer").send(message, message + "/approval");

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Another person has to.", "Nothing was changed");
    }

    @Test
    void isNothingToThePartnerBeforeItIsSentAndToOthersEver() throws Exception {
        // given
        String partner = registeredPartner();
        String message = inCoordination(partner);

        // when
        HttpResponse<String> partners = Visits.ofOfficerOf(service, partner).open(message);
        HttpResponse<String> strangers =
                Visits.ofOfficerOf(service, registeredPartner()).send(ANY_FORM, message + "/acknowledgement");
        HttpResponse<String> drafting = Visits.ofOfficerOf(service, partner)
                .send(ANY_FORM, PATH, "partner", partner, "about", "changed", "title", "t", "text", "t");

        // then
        assertThat(partners.statusCode()).isEqualTo(404);
        assertThat(strangers.statusCode()).isEqualTo(404);
        assertThat(drafting.statusCode()).isEqualTo(403);
    }
}

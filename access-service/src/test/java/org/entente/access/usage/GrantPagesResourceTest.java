package org.entente.access.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asLiaison;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class GrantPagesResourceTest {
    private static final String PATH = "/access/pages/grants/";

    @TestHTTPResource("/")
    URI service;

    @Test
    void isNarrowedAndWithdrawnByForms() throws Exception {
        // given
        String grant = PATH + granted(inForce(registeredPartner()), 2);
        Visits officer = Visits.ofLiaison(service, "officer");

        // when
        HttpResponse<String> narrowed = officer.send(grant, grant + "/narrowing", "tier", "1", "reason", "Enough.");
        HttpResponse<String> withdrawn = officer.send(grant, grant + "/withdrawal", "reason", "Over.");

        // then
        assertThat(narrowed.body()).contains("Grant of tier 1", "0 decisions permitted", "nothing can be told");
        assertThat(withdrawn.body()).contains(">withdrawn<").doesNotContain("id=\"narrow\"");
    }

    @Test
    void isNeverMadeWider() throws Exception {
        // given
        String id = granted(inForce(registeredPartner()), 1);

        // when
        HttpResponse<String> page = Visits.ofLiaison(service, "officer")
                .send(PATH + id, PATH + id + "/narrowing", "tier", "2", "reason", "More.");

        // then
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<code>/tier</code>", "correct what it is about");
        asLiaison("officer").get("/access/grants/" + id).then().body("tier", equalTo(1));
    }

    @Test
    void itsHolderReadsItWithoutItsUseOrAnyForm() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = PATH + granted(inForce(partner), 1);
        Visits holder = Visits.ofOfficerOf(service, partner);

        // when
        HttpResponse<String> page = holder.open(grant);
        HttpResponse<String> sent = holder.send("/access/pages/requests", grant + "/withdrawal", "reason", "Ours.");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("What of it is used", "<form method=\"post\"");
        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void isNothingToAnotherPartner() throws Exception {
        // given
        String grant = PATH + granted(inForce(registeredPartner()), 1);

        // when
        HttpResponse<String> page =
                Visits.ofOfficerOf(service, registeredPartner()).open(grant);

        // then
        assertThat(page.statusCode()).isEqualTo(404);
    }
}

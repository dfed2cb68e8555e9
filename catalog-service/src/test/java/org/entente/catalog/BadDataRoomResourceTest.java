package org.entente.catalog;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadDataRoomResourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|''|/name",
                "purpose|null|/purpose",
                "members|[]|/members",
                "members|[{\"partner\": \"XAA\"}]|/members/0/partner",
                "members|[{\"partner\": \"XBB\"}]|/members/0/person",
                "assets|[]|/assets",
                "networks|[\"192.0.2.1/24\"]|/networks/0",
                "countries|[\"BE\"]|/countries/0",
                "assurance|\"retina\"|/assurance",
                "until|\"2020-01-01T00:00:00Z\"|/until",
                "hours|{\"zone\": \"Europe/Nowhere\"}|/hours/zone",
                "hours|{\"zone\": \"UTC\"}|/hours/windows",
                "hours|{\"zone\": \"UTC\", \"windows\": [{\"day\": \"MONDAY\", \"from\": \"8\"}]}|/hours/windows/0/from",
                "hours|{\"zone\": \"UTC\", \"windows\": [{\"day\": \"MONDAY\", \"from\": \"18:00\", \"until\": \"08:00\"}]}|/hours/windows/0/until"
            })
    void namesTheField(String member, String value, String field) {
        ObjectNode terms = DataRooms.terms(UUID.randomUUID().toString());
        terms.set(member, Bundles.read(value.isEmpty() ? "\"\"" : value));

        Response opened = Callers.liaison().body(terms.toString()).post("/catalog/data-rooms");

        opened.then().statusCode(400).body("field", equalTo(field));
    }
}

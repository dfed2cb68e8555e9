package org.entente.crisis.activation;

import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ActivationInputResourceTest {

    @ParameterizedTest(name = "{0} = {1} → {2} {3}")
    @CsvSource(nullValues = "absent", textBlock = """
            plan,     absent,                               400, /plan
            plan,     no-plan,                              400, /plan
            plan,     00000000-0000-4000-8000-000000000000, 422, /plan
            duration, absent,                               400, /duration
            duration, PT0S,                                 400, /duration
            duration, P31D,                                 400, /duration
            duration, soon,                                 400, /duration
            reason,   absent,                               400, /reason
            reason,   '',                                   400, /reason
            exercise, yes,                                  400, /exercise
            """)
    void namesTheFieldAtFault(String field, String value, int status, String pointer) {
        Map<String, Object> request = activation(agreedPlan(indicator(), "XBB"), "PT1M");
        request.put(field, value);

        authority()
                .body(request)
                .when()
                .post("/crisis/activations")
                .then()
                .statusCode(status)
                .body("field", equalTo(pointer));
    }
}

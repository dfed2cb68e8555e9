package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {

    /** RFC 8785 appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsRfc8785Shows(String bits, String written) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalForm.number(number)).isEqualTo(written);
    }

    /** RFC 8785 section 3.2.2 and 3.2.3. */
    @Test
    void documentsAreWrittenAsRfc8785Shows() {
        String document = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false],
                  "\\u20ac": {}, "\\r": [], "\\ufb33": 1, "1": 2, "\\ud83d\\ude00": 3, "\\u0080": 4, "\\u00f6": 5
                }
                """;

        assertThat(canonical(document))
                .isEqualTo("{\"\\r\":[],\"1\":2,\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\","
                        + "\"\u0080\":4,\"ö\":5,\"€\":{},\"\ud83d\ude00\":3,\"\ufb33\":1}");
    }

    @Test
    void whatIsNotStrictJsonIsMalformed() {
        for (String malformed : List.of(
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1,\"a\":1}",
                "tru",
                "nulll",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "-",
                "1e400",
                "NaN",
                "\"",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\ud800\"",
                "1 1",
                "{}x",
                "\uffff",
                "[".repeat(5000))) {
            assertThatThrownBy(() -> Json.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    private static String canonical(String document) {
        return new String(CanonicalForm.of(Json.parse(document)), StandardCharsets.UTF_8);
    }
}

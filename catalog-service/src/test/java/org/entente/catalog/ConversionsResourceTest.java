package org.entente.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConversionsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = "<ConfidentialityLabel"
            + " xmlns='urn:nato:stanag:4774:confidentialitymetadatalabel:1:0'><ConfidentialityInformation>"
            + "<PolicyIdentifier>ALLIANCE</PolicyIdentifier><Classification>SECRET</Classification>"
            + "<Category Type='PERMISSIVE' TagName='Releasable To'><GenericValue>XBB</GenericValue></Category>"
            + "<Category Type='INFORMATIVE' TagName='Administrative'><GenericValue>STAFF</GenericValue></Category>"
            + "</ConfidentialityInformation><CreationDateTime>2026-11-23T10:00:00Z</CreationDateTime>"
            + "</ConfidentialityLabel>";
    private static final String LABEL = "{'policy':'ALLIANCE','classification':'SECRET','originator':'XAA',"
            + "'releasableTo':['XBB','XCC'],'displayableTo':['*'],'compartments':['ORION'],'originatorControlled':true,"
            + "'proprietaryOwners':['XAA-AEROWORKS'],'categories':['sensitive'],"
            + "'exportControls':[{'regime':'EU','code':'5A002'}],'tlp':'AMBER+STRICT'}";
    private static final String CONVERSION = "{'label':" + LABEL
            + ",'created':'2026-11-23T12:00:00+02:00','review':'2027-11-23T10:00:00Z',"
            + "'remarks':[{'tag':'Administrative','values':['STAFF']}]}";

    @Test
    void writesXmlForJson() {
        Response answer = toXml(CONVERSION);

        answer.then()
                .statusCode(200)
                .contentType("application/xml")
                .body(containsString("ReviewDateTime=\"2027-11-23T10:00:00Z\""))
                .body(containsString("<CreationDateTime>2026-11-23T10:00:00Z</CreationDateTime>"))
                .body(containsString("<Category Type=\"RESTRICTIVE\" TagName=\"TLP\">"
                        + "<GenericValue>AMBER+STRICT</GenericValue></Category>"));
    }

    @Test
    void writesJsonForXml() {
        Response answer = toJson(DOCUMENT);

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("label.policy", equalTo("ALLIANCE"))
                .body("label.classification", equalTo("SECRET"))
                .body("label.releasableTo", contains("XBB"))
                .body("label.originator", nullValue())
                .body("created", equalTo("2026-11-23T10:00:00Z"))
                .body("review", nullValue())
                .body("remarks[0].tag", equalTo("Administrative"))
                .body("remarks[0].values", contains("STAFF"));
    }

    @Test
    void losesNothingThereAndBack() throws JsonProcessingException {
        String xml = toXml(CONVERSION).asString();

        Response answer = toJson(xml);

        assertThat(JSON.readTree(answer.asString()))
                .isEqualTo(JSON.readTree(json(CONVERSION).replace("12:00:00+02:00", "10:00:00Z")));
    }

    @Test
    void datesALabelNowWhereNoDateIsGiven() {
        Response answer = toXml("{'label':{'policy':'ALLIANCE','classification':'SECRET'}}");

        answer.then().statusCode(200).body(containsString("<CreationDateTime>20"));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SECRET                       | COSMIC                         | /label/classification
            ALLIANCE                     | NOWHERE                        | /label/policy
            <GenericValue>XBB            | <GenericValue>ABC              | /label/releasableTo/0
            Releasable To                | Context                        | /ConfidentialityLabel/ConfidentialityInformation/Category[1]
            INFORMATIVE                  | RESTRICTIVE                    | /ConfidentialityLabel/ConfidentialityInformation/Category[2]
            SECRET                       | SEC<!-- -->RET                 | /ConfidentialityLabel/ConfidentialityInformation/Classification
            label:1:0                    | label:2:0                      | /ConfidentialityLabel
            <ConfidentialityLabel        | <!DOCTYPE a [<!ENTITY x 'y'>]><ConfidentialityLabel | ``
            <ConfidentialityLabel        | <                              | ``
            """)
    void namesWhatItDoesNotUnderstand(String part, String replacement, String place) {
        Response refused = toJson(DOCUMENT.replace(part, replacement));

        refused.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(place));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'SECRET'                     | 'COSMIC'             | /label/classification
            'XCC'                        | 'ABC'                | /label/releasableTo/1
            'tlp'                        | 'colour'             | /label/colour
            'created'                    | 'made'               | /made
            '2026-11-23T12:00:00+02:00'  | 'yesterday'          | /created
            '2026-11-23T12:00:00+02:00'  | '0000-01-01T00:00:00Z' | /created
            '2027-11-23T10:00:00Z'       | '2027-11-23'         | /review
            'Administrative'             | 'TLP'                | /remarks/0/tag
            'Administrative'             | null                 | /remarks
            ['STAFF']                    | [null]               | /remarks/0/values/0
            [{'tag'                      | [null,{'tag'         | /remarks/0
            ['STAFF']                    | 'STAFF'              | /remarks/0/values
            'STAFF'                      | '\\ud800'            | /remarks/0/values/0
            """)
    void namesTheFieldOfABadConversion(String part, String replacement, String field) {
        Response refused = toXml(CONVERSION.replace(part, replacement));

        refused.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
    }

    @Test
    void wantsALabel() {
        toXml("{}").then().statusCode(400).body("field", equalTo("/label"));
        toXml("null").then().statusCode(400);
        toJson("").then().statusCode(400);
    }

    @Test
    void readsOneEncodingAndOneSize() {
        Response other = xbbAnalyst()
                .contentType("application/xml;charset=ISO-8859-1")
                .body(DOCUMENT.getBytes(ISO_8859_1))
                .post("/catalog/labels/conversions");

        other.then().statusCode(415);
        toJson(DOCUMENT + " ".repeat(1_100_000)).then().statusCode(413);
    }

    @Test
    void knowsJsonAndXmlOnly() {
        Response other = xbbAnalyst().contentType("text/plain").body("SECRET").post("/catalog/labels/conversions");

        other.then().statusCode(415);
        xbbAnalyst()
                .accept("application/json")
                .body(json(CONVERSION))
                .post("/catalog/labels/conversions")
                .then()
                .statusCode(406);
    }

    @Test
    void isForCallersWithAToken() {
        RestAssured.given()
                .contentType("application/xml")
                .body(DOCUMENT)
                .post("/catalog/labels/conversions")
                .then()
                .statusCode(401);
    }

    @Test
    void describesBothWays() {
        String description = RestAssured.given().get("/catalog/openapi").asString();

        assertThat(description)
                .contains("/catalog/labels/conversions", "TagName=\"Releasable To\"", "2027-11-23T10:00:00Z");
    }

    private static Response toXml(String conversion) {
        return xbbAnalyst().body(json(conversion)).post("/catalog/labels/conversions");
    }

    private static Response toJson(String document) {
        return xbbAnalyst()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/xml")
                .body(document.getBytes(UTF_8))
                .post("/catalog/labels/conversions");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

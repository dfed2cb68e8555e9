package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.VerifierKey;

/**
 * The acts that stories are made of, each by whoever may do it.
 *
 * <p>An act that is answered otherwise than it must be for a story to go on is a {@link RefusedException}.
 */
public final class Acts implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCESS = "access-service";

    private final EntenteClient client;
    private final Made made;

    public Acts(EntenteClient client, Made made) {
        this.client = client;
        this.made = made;
        made.endAll(client);
    }

    public EntenteClient.Session as(String account) {
        return client.as(account);
    }

    public EntenteClient client() {
        return client;
    }

    /** The originator registers a bundle with the labels of the demo. */
    public Asset register(String title, JsonNode bundle) {
        Labelling labelling = Labelling.ofDemo();
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("title", title);
        request.set("bundle", bundle);
        request.set("defaultLabel", labelling.defaultLabel());
        request.set("labelsByType", labelling.labelsByType(bundle));
        return Asset.of(as("xaa-originator")
                .post("/catalog/assets", request)
                .expect(201)
                .json());
    }

    /** The liaison officer makes sure that the partner is known. */
    public void registerPartner(String code, String name) {
        as("xaa-liaison")
                .put(
                        "/access/partners/" + code,
                        JsonNodeFactory.instance.objectNode().put("name", name))
                .expect(200, 201);
    }

    /** The liaison officer proposes, which is the home side's consent; returns the agreement's identifier. */
    public String propose(AgreementTerms terms) {
        String id = identifier(as("xaa-liaison").post("/access/agreements", JSON.valueToTree(terms)));
        made.agreement(id);
        return id;
    }

    /** The partner's officer consents; returns the agreement's state. */
    public String consent(String officer, String agreement) {
        return as(officer)
                .post("/access/agreements/" + agreement + "/consents", JsonNodeFactory.instance.objectNode())
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    /** The liaison officer issues a grant under an agreement; returns its identifier. */
    public String grant(GrantTerms terms) {
        String id = identifier(as("xaa-liaison").post("/access/grants", JSON.valueToTree(terms)));
        made.grant(id);
        return id;
    }

    public void withdraw(String grant, String reason) {
        as("xaa-liaison")
                .post("/access/grants/" + grant + "/withdrawal", reason(reason))
                .expect(200);
    }

    /** The assets that an account may discover for a purpose, all pages of the list. */
    public List<String> discoverable(String account, String purpose) {
        List<String> assets = new ArrayList<>();
        String first = "/catalog/assets?limit=100&purpose=" + purpose;
        for (Optional<String> page = Optional.of(first); page.isPresent(); ) {
            JsonNode answer = as(account).get(page.get()).expect(200).json();
            answer.path("assets").forEach(card -> assets.add(card.path("id").asText()));
            page = next(first, answer);
        }
        return assets;
    }

    public View view(String account, String asset, String purpose) {
        return new View(as(account)
                .post(
                        "/catalog/assets/" + asset + "/views",
                        JsonNodeFactory.instance.objectNode().put("purpose", purpose)));
    }

    /** The decision in the home side's words, with counts per reason. */
    public Explanation explained(String decision) {
        return Explanation.of(as("xaa-liaison")
                .get("/access/decisions/" + decision)
                .expect(200)
                .json());
    }

    /** The receipt of what happened to a subject, as soon as the log has it. */
    public String receipt(String account, String subject) {
        return Patience.until(() -> as(account).get("/audit/receipts/" + subject), answer -> answer.status() != 404)
                .expect(200)
                .text();
    }

    /** The events in the log that an auditor finds with a filter such as {@code subject=…&type=…}, oldest first, all pages. */
    public List<JsonNode> records(String filter) {
        List<JsonNode> events = new ArrayList<>();
        String first = "/audit/records?limit=1000&" + filter;
        for (Optional<String> page = Optional.of(first); page.isPresent(); ) {
            JsonNode answer = as("xaa-auditor").get(page.get()).expect(200).json();
            answer.path("records").forEach(item -> events.add(item.path("event")));
            page = next(first, answer);
        }
        return events;
    }

    /** The log's public key, as the log publishes it to everyone. */
    public VerifierKey logKey() {
        return VerifierKey.parse(
                client.anonymous().get("/audit/log/key").expect(200).text().strip());
    }

    public SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(
                client.anonymous().get("/audit/log/checkpoint").expect(200).text());
    }

    /**
     * The crisis authority proposes a plan; both parties consent beforehand, each with a token that crisis-service never sees;
     * returns the plan's identifier.
     */
    public String plan(PlanTerms terms, String officer) {
        String id = identifier(as("xaa-crisis").post("/crisis/plans", JSON.valueToTree(terms)));
        String offered = "/access/plans/" + id;
        Patience.until(() -> client.as("xaa-liaison", ACCESS).get(offered), answer -> answer.status() == 200);
        for (String consenting : List.of("xaa-liaison", officer)) {
            client.as(consenting, ACCESS)
                    .post(offered + "/consents", JsonNodeFactory.instance.objectNode())
                    .expect(200);
        }
        Patience.until(
                        () -> as("xaa-crisis").get("/crisis/plans/" + id),
                        answer -> answer.json().path("state").asText().equals("agreed"))
                .expect(200);
        return id;
    }

    /** An agency's system reports how strongly an indicator shows about a partner, 0 to 100. */
    public void signal(String indicator, int value, String partner) {
        ObjectNode signal = JsonNodeFactory.instance
                .objectNode()
                .put("indicator", indicator)
                .put("value", value)
                .put("source", "agency-app")
                .put("partner", partner);
        as("agency-app").post("/crisis/signals", signal).expect(201);
    }

    /** Two persons of the house put a rule of degradation in force; returns its identifier. */
    public String rule(JsonNode rule) {
        String id = identifier(as("xaa-crisis").post("/crisis/degradation-rules", rule));
        as("xaa-liaison")
                .post("/crisis/degradation-rules/" + id + "/approval", JsonNodeFactory.instance.objectNode())
                .expect(200);
        made.rule(id);
        return id;
    }

    /** Notes a degradation, so that it is over at the latest when these acts are. */
    public void degraded(String id) {
        made.degradation(id);
    }

    /** An agency's system reports how strongly an indicator shows, 0 to 100. */
    public void signal(String indicator, int value) {
        ObjectNode signal = JsonNodeFactory.instance
                .objectNode()
                .put("indicator", indicator)
                .put("value", value)
                .put("source", "agency-app");
        as("agency-app").post("/crisis/signals", signal).expect(201);
    }

    /** The crisis authority activates a plan; returns the activation as the crisis service tells it. */
    public JsonNode activate(String plan, Duration duration, String reason) {
        ObjectNode request = reason(reason).put("plan", plan).put("duration", duration.toString());
        JsonNode activation = as("xaa-crisis")
                .post("/crisis/activations", request)
                .expect(201)
                .json();
        made.activation(activation.path("id").asText());
        return activation;
    }

    /** Ends everything that these acts have put in force. */
    @Override
    public void close() {
        made.endAll(client);
    }

    private static Optional<String> next(String first, JsonNode page) {
        return Optional.of(page.path("next"))
                .filter(JsonNode::isTextual)
                .map(next -> first + "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8));
    }

    private static String identifier(Answer created) {
        return created.expect(201).json().path("id").asText();
    }

    private static ObjectNode reason(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason);
    }
}

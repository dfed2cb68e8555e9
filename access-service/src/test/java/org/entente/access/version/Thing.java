package org.entente.access.version;

import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.asOriginator;

import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.entente.access.Access;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** What two can come to at once, with what each does there. */
enum Thing {
    PARTNER {
        @Override
        Contest contest(String partner) {
            String path = "/access/partners/" + partner;
            return on(path, put(asLiaison("one"), path, "{\"name\": \"One\"}"))
                    .against(put(asLiaison("two"), path, "{\"name\": \"Two\"}"), "name");
        }
    },
    POSTURE {
        @Override
        Contest contest(String partner) {
            String path = "/access/partners/" + partner + "/posture";
            return on("/access/partners/" + partner, post(asLiaison("one"), path, lowered("watch")))
                    .against(post(asLiaison("two"), path, lowered("contained")), "posture");
        }
    },
    RESTORATION {
        @Override
        Contest contest(String partner) {
            String posture = "/access/partners/" + partner + "/posture";
            asLiaison("one").body(lowered("watch")).post(posture);
            String cause = asLiaison("one").get(posture).path("causes[0].id");
            String path = made(
                    asLiaison("one"),
                    "/access/partners/" + partner + "/restorations",
                    "{\"causes\": [\"" + cause + "\"], \"reason\": \"Checked.\"}");
            return on(path, post(asLiaison("one"), path + "/withdrawal", ""))
                    .against(post(asLiaison("two"), path + "/approval", ""), "state");
        }
    },
    KEY {
        @Override
        Contest contest(String partner) {
            String path = made(
                    asOfficerOf(partner),
                    "/access/partners/" + partner + "/keys",
                    "{\"officer\": \"o\", \"jwk\": " + publicKey() + "}");
            String kid = path.substring(path.lastIndexOf('/') + 1);
            return new Contest("\"" + kid + ".0\"", post(asLiaison("one"), path + "/vouching", ""))
                    .against(post(asOfficerOf(partner), path + "/revocation", ""), "key.state");
        }
    },
    AGREEMENT {
        @Override
        Contest contest(String partner) {
            String path = "/access/agreements/" + inForce(partner);
            return on(path, post(Access.asLiaison(), path + "/suspension", REASON))
                    .against(post(asOfficerOf(partner), path + "/end", REASON), "state");
        }
    },
    GRANT {
        @Override
        Contest contest(String partner) {
            String path = "/access/grants/" + granted(inForce(partner), 2);
            return on(path, post(asLiaison("one"), path + "/withdrawal", REASON))
                    .against(
                            post(
                                    asLiaison("two"),
                                    path + "/narrowing",
                                    "{\"to\": {\"tier\": 1}, \"reason\": \"Enough.\"}"),
                            "state");
        }
    },
    TOPIC {
        @Override
        Contest contest(String partner) {
            String path = "/access/topics/topic-" + UUID.randomUUID();
            asLiaison("one").body(topic("None")).put(path);
            return on(path, put(asLiaison("one"), path, topic("One")))
                    .against(put(asLiaison("two"), path, topic("Two")), "title");
        }
    },
    REQUEST {
        @Override
        Contest contest(String partner) {
            routes("PT2H");
            String path = made(
                    asAnalystOf(partner),
                    "/access/requests",
                    "{\"tier\": 1, \"categories\": [\"situational-awareness\"], \"purposes\": [\"cyber-defence\"],"
                            + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}");
            return on(
                            path,
                            post(
                                    asLiaison("officer"),
                                    path + "/refusal",
                                    "{\"reason\": \"not-now\", \"rationale\": \"Later.\"}"))
                    .against(
                            post(
                                    asLiaison("colleague"),
                                    path + "/routing",
                                    "{\"agency\": \"XAA-NAVY\", \"reason\": \"Harbours.\"}"),
                            "state");
        }
    },
    REVIEW_LINE {
        @Override
        Contest contest(String partner) {
            String grant = granted(inForce(partner), 2);
            String line = ordered(partner) + "/decisions/" + grant;
            return new Contest(FIRST, put(asLiaison("one"), line, "{\"verdict\": \"keep\", \"reason\": \"Used.\"}"))
                    .against(
                            put(asLiaison("two"), line, "{\"verdict\": \"revoke\", \"reason\": \"Unused.\"}"),
                            "line.decision.verdict");
        }
    },
    CAMPAIGN {
        @Override
        Contest contest(String partner) {
            String path = ordered(partner);
            return on(path, post(asLiaison("one"), path + "/closing", ""))
                    .against(post(asLiaison("two"), path + "/closing", ""), "state");
        }
    },
    SCHEDULE {
        @Override
        Contest contest(String partner) {
            String path = "/access/review-schedules/of-" + partner.toLowerCase(Locale.ROOT);
            asPolicyAdministrator("one").body(schedule(partner, "None")).put(path);
            return on(path, put(asPolicyAdministrator("one"), path, schedule(partner, "One")))
                    .against(put(asPolicyAdministrator("two"), path, schedule(partner, "Two")), "title");
        }
    },
    MESSAGE {
        @Override
        Contest contest(String partner) {
            routes("PT2H");
            String path = made(
                    asLiaison("officer"),
                    "/access/messages",
                    "{\"partner\": \"" + partner + "\", \"about\": \"refused\", \"title\": \"t\", \"text\": \"why\"}");
            return on(path, post(asLiaison("officer"), path + "/coordination", "{\"agencies\": [\"XAA-NAVY\"]}"))
                    .against(post(asLiaison("chief"), path + "/discarding", ""), "state");
        }
    },
    CONSENT {
        @Override
        Contest contest(String partner) {
            String path = made(Access.asLiaison(), "/access/consents", """
                {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "j", "until": "%s"}\
                """.formatted(partner, LATER));
            return on(path, post(asOriginator(), path + "/giving", "{\"until\": \"" + LATER + "\"}"))
                    .against(post(asOriginator(), path + "/refusal", REASON), "state");
        }
    },
    ACT_OF_TWO {
        @Override
        Contest contest(String partner) {
            String path = made(asLiaison("one"), "/access/licences", """
                {"authority": "Office", "reference": "EXP-1", "recipient": "%1$s", "regime": "EU", "codes": ["5A002"],
                 "nationalities": ["%1$s"], "purposes": ["cyber-defence"], "actions": ["view"],
                 "from": "2026-01-01T00:00:00Z", "until": "%2$s"}""".formatted(partner, LATER));
            return on(path, post(asPolicyAdministrator("two"), path + "/confirmation", ""))
                    .against(post(asLiaison("one"), path + "/withdrawal", REASON), "state");
        }
    },
    HOUSE_RULES {
        @Override
        Contest contest(String partner) {
            String path = made(asPolicyAdministrator("one"), "/access/house-rules", """
                {"name": "%1$s", "resourceTypes": ["%1$s"], "subjects": [], "resources": [], "actions": [],
                 "rules": [{"name": "nobody", "permit": "false"}]}\
                """.formatted(
                            "at-once-" + partner.toLowerCase(Locale.ROOT)));
            return new Contest(FIRST, post(asPolicyAdministrator("two"), path + "/approval", ""))
                    .against(post(asPolicyAdministrator("one"), path + "/withdrawal", REASON), "state");
        }
    };

    static final String REASON = "{\"reason\": \"Because.\"}";
    private static final String FIRST = "\"0\"";

    abstract Contest contest(String partner);

    static Contest.Act post(RequestSpecification by, String path, String body) {
        return new Contest.Act(by, Method.POST, path, body);
    }

    private static Contest.Act put(RequestSpecification by, String path, String body) {
        return new Contest.Act(by, Method.PUT, path, body);
    }

    /** What one does to what everybody on the home side can read. */
    private static Contest on(String path, Contest.Act one) {
        return new Contest(Access.asLiaison().get(path).header("ETag"), one);
    }

    private static String made(RequestSpecification by, String path, String body) {
        return by.body(body).post(path).then().statusCode(201).extract().header("Location");
    }

    private static String ordered(String partner) {
        return made(
                asLiaison("reviewer"),
                "/access/reviews",
                "{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"P7D\"}");
    }

    private static String lowered(String posture) {
        return "{\"posture\": \"" + posture + "\", \"reason\": \"Because.\"}";
    }

    private static String topic(String title) {
        return "{\"title\": \"" + title + "\", \"assets\": []}";
    }

    private static String schedule(String partner, String title) {
        return "{\"partner\": \"%s\", \"title\": \"%s\", \"every\": \"P182D\"}".formatted(partner, title);
    }

    private static String publicKey() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPublic())
                    .toJson();
        } catch (JoseException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

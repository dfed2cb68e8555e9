package org.entente.catalog.provenance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A page of provenance as PROV-JSON (W3C Member Submission of 24 April 2013, of PROV-DM): entities, the activities that made
 * them, and the nations and persons behind them.
 */
final class ProvDocument {
    private static final String NAMES = "urn:entente:catalog:";
    private static final String PREFIX = "entente:";

    private final ObjectNode document;
    private int relations;

    private ProvDocument(ObjectMapper json) {
        this.document = json.createObjectNode();
        ObjectNode prefixes = document.putObject("prefix");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("entente", NAMES);
    }

    /** @param disclosure under which it is recorded that a partner is shown this; absent for the home side */
    static ObjectNode of(Graph graph, @Nullable String disclosure, ObjectMapper json) {
        ProvDocument prov = new ProvDocument(json);
        if (disclosure != null) {
            prov.document.withObject("/prefix").put("disclosure", "urn:entente:disclosure:" + disclosure);
        }
        graph.nodes().forEach(prov::add);
        graph.edges().forEach(prov::add);
        return prov.document;
    }

    private void add(Node node) {
        String name = PREFIX + node.name();
        ObjectNode entity = object("entity", name);
        entity.set("prov:type", qualified(PREFIX + node.kind()));
        entity.put("entente:asset", node.asset().toString());
        entity.put("entente:version", node.version());
        String activity = activity(node.name(), node.kind());
        object("activity", activity).put("prov:endTime", node.at().toString());
        relation("wasGeneratedBy")
                .put("prov:entity", name)
                .put("prov:activity", activity)
                .put("prov:time", node.at().toString());
        for (Node.Agent agent : node.agents()) {
            String nation = nation(agent.nation());
            relation("wasAttributedTo")
                    .put("prov:entity", name)
                    .put("prov:agent", nation)
                    .set("prov:type", qualified(PREFIX + agent.role()));
        }
        associate(activity, node.actor());
    }

    private void add(Edge edge) {
        String activity = activity(edge.derived(), edge.kind());
        object("activity", activity);
        ObjectNode derivation = relation("wasDerivedFrom")
                .put("prov:generatedEntity", PREFIX + edge.derived())
                .put("prov:usedEntity", PREFIX + edge.source())
                .put("prov:activity", activity);
        derivation.set("prov:type", qualified(type(edge.kind())));
        if (edge.reason() != null) {
            derivation.put("entente:reason", edge.reason());
        }
        relation("used").put("prov:activity", activity).put("prov:entity", PREFIX + edge.source());
        associate(activity, edge.actor());
    }

    /** What W3C PROV has a name for keeps it (PROV-DM section 5.2). */
    private static String type(String kind) {
        return switch (kind) {
            case "revision" -> "prov:Revision";
            case "quotation" -> "prov:Quotation";
            case "primary-source" -> "prov:PrimarySource";
            default -> PREFIX + kind;
        };
    }

    private void associate(String activity, @Nullable String actor) {
        if (actor == null) {
            return;
        }
        String person = PREFIX + "persons/" + actor;
        object("agent", person).set("prov:type", qualified("prov:Person"));
        relation("wasAssociatedWith").put("prov:activity", activity).put("prov:agent", person);
        int at = actor.lastIndexOf('@');
        if (at >= 0) {
            relation("actedOnBehalfOf")
                    .put("prov:delegate", person)
                    .put("prov:responsible", nation(actor.substring(at + 1)));
        }
    }

    private String nation(String code) {
        String nation = PREFIX + "nations/" + code;
        object("agent", nation).set("prov:type", qualified("prov:Organization"));
        return nation;
    }

    private static String activity(String entity, String kind) {
        return PREFIX + "activities/" + entity + "/" + kind;
    }

    private ObjectNode object(String kind, String name) {
        ObjectNode all = document.withObject("/" + kind);
        return all.get(name) instanceof ObjectNode known ? known : all.putObject(name);
    }

    private ObjectNode relation(String kind) {
        return document.withObject("/" + kind).putObject("_:r" + ++relations);
    }

    private ObjectNode qualified(String name) {
        return document.objectNode().put("$", name).put("type", "prov:QUALIFIED_NAME");
    }
}

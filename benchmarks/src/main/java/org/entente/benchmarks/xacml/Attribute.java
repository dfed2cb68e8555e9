package org.entente.benchmarks.xacml;

/** The attributes of a request, as the policy and the requests name them. */
enum Attribute {
    PARTNER(Attribute.SUBJECT, Type.STRING),
    CLEARANCE(Attribute.SUBJECT, Type.INTEGER),
    HELD(Attribute.SUBJECT, Type.STRING),
    ASSURANCE(Attribute.SUBJECT, Type.INTEGER),
    COUNTRY(Attribute.SUBJECT, Type.STRING),
    ACTION("urn:oasis:names:tc:xacml:3.0:attribute-category:action", Type.STRING),
    CLASSIFICATION(Attribute.RESOURCE, Type.INTEGER),
    TIER(Attribute.RESOURCE, Type.INTEGER),
    CATEGORIES(Attribute.RESOURCE, Type.STRING),
    COMPARTMENTS(Attribute.RESOURCE, Type.STRING),
    RELEASABLE_TO(Attribute.RESOURCE, Type.STRING),
    DISPLAYABLE_TO(Attribute.RESOURCE, Type.STRING),
    PURPOSE(Attribute.ENVIRONMENT, Type.STRING),
    INSTANT(Attribute.ENVIRONMENT, Type.INTEGER);

    private static final String SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    private static final String RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    private static final String ENVIRONMENT = "urn:oasis:names:tc:xacml:3.0:attribute-category:environment";

    /** The data types used, by their names in functions. */
    enum Type {
        STRING,
        INTEGER;

        String function(String name) {
            return "urn:oasis:names:tc:xacml:1.0:function:" + word() + "-" + name;
        }

        String uri() {
            return "http://www.w3.org/2001/XMLSchema#" + word();
        }

        private String word() {
            return this == STRING ? "string" : "integer";
        }
    }

    private final String category;
    private final Type type;

    Attribute(String category, Type type) {
        this.category = category;
        this.type = type;
    }

    String category() {
        return category;
    }

    Type type() {
        return type;
    }

    String id() {
        return "urn:org:entente:" + name();
    }
}

package org.entente.label.stanag4774;

import java.util.Arrays;
import java.util.Optional;

/**
 * The categories by which a label says what is more than a policy and a classification, in the order in which they are
 * written.
 *
 * <p>The types are those of ADatP-4774, appendix 1, table 8. A reader needs one value of each permissive category and all
 * values of a restrictive one. So whoever reads our labels by that rule alone, and does not know a category, lets nobody in
 * whom we would not.
 */
enum Tag {
    ORIGINATOR("Originator", Type.INFORMATIVE, "originator", Form.TEXT),
    ORIGINATORS("Originators", Type.INFORMATIVE, "originators", Form.TEXTS),
    RELEASABLE_TO("Releasable To", Type.PERMISSIVE, "releasableTo", Form.TEXTS),
    DISPLAYABLE_TO("Displayable To", Type.PERMISSIVE, "displayableTo", Form.TEXTS),
    COMPARTMENT("Compartment", Type.RESTRICTIVE, "compartments", Form.TEXTS),
    HANDLING("Handling", Type.RESTRICTIVE, "originatorControlled", Form.ORIGINATOR_CONTROL),
    OWNER("Proprietary Owner", Type.RESTRICTIVE, "proprietaryOwners", Form.TEXTS),
    CATEGORY("Information Category", Type.RESTRICTIVE, "categories", Form.TEXTS),
    EXPORT_CONTROL("Export Control", Type.RESTRICTIVE, "exportControls", Form.EXPORT_CONTROLS),
    TLP("TLP", Type.RESTRICTIVE, "tlp", Form.TEXT),
    FURTHER_LABEL("Further Label", Type.RESTRICTIVE, "also", Form.LABELS);

    /** How a category takes part in the decision on a reader. */
    enum Type {
        RESTRICTIVE,
        PERMISSIVE,
        INFORMATIVE;

        static Optional<Type> of(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.name().equals(name))
                    .findFirst();
        }
    }

    private final String tagName;
    private final Type type;
    private final String field;
    private final Form form;

    Tag(String tagName, Type type, String field, Form form) {
        this.tagName = tagName;
        this.type = type;
        this.field = field;
        this.form = form;
    }

    static Optional<Tag> of(String tagName) {
        return Arrays.stream(values())
                .filter(tag -> tag.tagName.equals(tagName))
                .findFirst();
    }

    String tagName() {
        return tagName;
    }

    Type type() {
        return type;
    }

    /** The member of a label's JSON form that it stands for. */
    String field() {
        return field;
    }

    Form form() {
        return form;
    }
}

package org.entente.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The marking of a portion as it is written: groups unexpanded, everything optional absent. What it means at an instant
 * is its {@link NormalLabel}.
 *
 * @param originator the nation it comes from; absent means that of the asset or request
 * @param originators in a banner only, in place of {@code originator}: a banner is taken as it is
 * @param releasableTo nations and groups that may be handed a copy, or {@code ["*"]}; absent means the originator only
 * @param displayableTo nations and groups that may be shown it; absent means the same as {@code releasableTo}
 * @param compartments all must be held; unqualified ones belong to {@code policy}
 * @param also further labels of the same portion, such as those of the two ends of a relationship: what counts is the
 *     roll-up of all of them, computed when it is needed since memberships end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Label(
        String policy,
        String classification,
        @Nullable String originator,
        @Nullable List<String> originators,
        @Nullable List<String> releasableTo,
        @Nullable List<String> displayableTo,
        @Nullable List<String> compartments,
        boolean originatorControlled,
        @Nullable List<String> proprietaryOwners,
        @Nullable List<String> categories,
        @Nullable List<ExportControl> exportControls,
        @Nullable Tlp tlp,
        @Nullable List<Label> also) {

    public Label {
        originators = copy(originators);
        releasableTo = copy(releasableTo);
        displayableTo = copy(displayableTo);
        compartments = copy(compartments);
        proprietaryOwners = copy(proprietaryOwners);
        categories = copy(categories);
        exportControls = copy(exportControls);
        also = copy(also);
    }

    /** A label with nothing but what is required: releasable to its originator only. */
    public static Label of(String policy, String classification) {
        return new Label(policy, classification, null, null, null, null, null, false, null, null, null, null, null);
    }

    /** The label of a JSON object, read strictly.
     * @throws LabelException naming the field that is unknown, missing or of a wrong type
     */
    public static Label of(JsonNode json) {
        return LabelJson.read(json);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Label forJackson(JsonNode json) throws JsonMappingException {
        try {
            return of(json);
        } catch (LabelException fault) {
            throw fault.forJackson(Label.class);
        }
    }

    /** The same with another TLP, or none. */
    public Label withTlp(@Nullable Tlp other) {
        return with(other, also);
    }

    /** A label that means the roll-up of this one and the other, at whatever instant it is asked. */
    public Label and(Label other) {
        return Conjunction.of(List.of(this, other));
    }

    /**
     * UTF-8 JSON to sign, hash or compare: members and sets sorted, duplicates and absent members left out, so that it is
     * the same for the same label written in another order.
     */
    public byte[] canonical() {
        return LabelJson.canonical(this);
    }

    Label with(@Nullable Tlp otherTlp, @Nullable List<Label> otherAlso) {
        return new Label(
                policy,
                classification,
                originator,
                originators,
                releasableTo,
                displayableTo,
                compartments,
                originatorControlled,
                proprietaryOwners,
                categories,
                exportControls,
                otherTlp,
                otherAlso);
    }

    /** Of what mostly differs; labels are looked up by themselves more often than anything else. */
    @Override
    public int hashCode() {
        int hash = 31 * policy.hashCode() + classification.hashCode();
        hash = 31 * hash + Objects.hashCode(releasableTo);
        hash = 31 * hash + Objects.hashCode(compartments);
        return 31 * hash + Objects.hashCode(categories);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}

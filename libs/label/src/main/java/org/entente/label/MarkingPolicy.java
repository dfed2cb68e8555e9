package org.entente.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nation's marking scheme: its levels and its groups of nations. An instance is sound in itself; what it refers to is
 * checked when it joins {@link MarkingPolicies}.
 *
 * @param levels lowest first; for {@code ALLIANCE} they may be left out on input, being fixed
 */
public record MarkingPolicy(String name, List<Level> levels, List<Group> groups) {

    /**
     * @throws LabelException where a name is misspelled, a level or group is there twice, or the equivalences decrease
     * @throws FixedLevelsException where levels other than the fixed ones are given to {@code ALLIANCE}
     */
    public MarkingPolicy {
        levels = List.copyOf(levels);
        groups = List.copyOf(groups);
        PolicyRules.check(name, levels, groups);
    }

    /** A level and the one level of the common scale that it is equivalent to. */
    public record Level(String name, String is) {}

    /** A named set of nations and other groups. */
    public record Group(String code, List<Member> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A nation or group that belongs to a group for a time.
     *
     * @param from the first day, in UTC; absent for always before
     * @param until the first day no more, in UTC; absent for ever after
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String code,

            @JsonSerialize(using = ToStringSerializer.class) @Nullable LocalDate from,

            @JsonSerialize(using = ToStringSerializer.class) @Nullable LocalDate until) {}

    /** The policy of a JSON object, read strictly.
     * @throws LabelException naming the field that is to blame
     */
    public static MarkingPolicy of(JsonNode json) {
        return MarkingPolicyJson.read(json);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MarkingPolicy forJackson(JsonNode json) throws JsonMappingException {
        try {
            return of(json);
        } catch (LabelException fault) {
            throw fault.forJackson(MarkingPolicy.class);
        }
    }
}

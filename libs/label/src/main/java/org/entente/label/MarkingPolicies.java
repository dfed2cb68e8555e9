package org.entente.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The marking policies in force, compiled; immutable, and never without {@code ALLIANCE}. */
public final class MarkingPolicies {

    /** The name of the common scale's policy. */
    public static final String ALLIANCE = "ALLIANCE";

    private static final MarkingPolicies BUILT_IN = new MarkingPolicies(Map.of(
            ALLIANCE, new CompiledPolicy(new MarkingPolicy(ALLIANCE, PolicyRules.FIXED_LEVELS, List.of()), null)));

    private final Map<String, CompiledPolicy> policies;

    private MarkingPolicies(Map<String, CompiledPolicy> policies) {
        this.policies = Map.copyOf(policies);
    }

    /** Nothing but {@code ALLIANCE} with its fixed levels and no groups. */
    public static MarkingPolicies builtIn() {
        return BUILT_IN;
    }

    /** The built-in policy and the given ones, in any order.
     * @throws LabelException as {@link #with}
     */
    public static MarkingPolicies of(Collection<MarkingPolicy> policies) {
        List<MarkingPolicy> allianceFirst = new ArrayList<>(policies);
        allianceFirst.sort((one, other) -> Boolean.compare(isAlliance(other), isAlliance(one)));
        MarkingPolicies all = BUILT_IN;
        for (MarkingPolicy policy : allianceFirst) {
            all = all.with(policy);
        }
        return all;
    }

    /** These policies with that one added, or put in place of the one of its name.
     * @throws LabelException where a group has an unknown member or contains itself, or where the alliance would lose a
     *     group that another policy's group has as a member
     */
    public MarkingPolicies with(MarkingPolicy policy) {
        if (isAlliance(policy)) {
            return withAlliance(policy);
        }
        Map<String, CompiledPolicy> changed = new HashMap<>(policies);
        changed.put(policy.name(), new CompiledPolicy(policy, policies.get(ALLIANCE)));
        return new MarkingPolicies(changed);
    }

    private MarkingPolicies withAlliance(MarkingPolicy policy) {
        CompiledPolicy alliance = new CompiledPolicy(policy, null);
        Map<String, CompiledPolicy> changed = new HashMap<>();
        for (CompiledPolicy other : policies.values()) {
            MarkingPolicy source = other.source();
            changed.put(source.name(), isAlliance(source) ? alliance : recompiled(source, alliance));
        }
        return new MarkingPolicies(changed);
    }

    private static CompiledPolicy recompiled(MarkingPolicy policy, CompiledPolicy alliance) {
        try {
            return new CompiledPolicy(policy, alliance);
        } catch (LabelException fault) {
            throw new LabelException("/groups", "lacks a group that the policy " + policy.name() + " refers to");
        }
    }

    public Optional<MarkingPolicy> find(String name) {
        return Optional.ofNullable(policies.get(name)).map(CompiledPolicy::source);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(policies.keySet());
    }

    /** The level of that name in that policy. */
    public Optional<Classification> classification(String policy, String level) {
        return Optional.ofNullable(policies.get(policy)).map(compiled -> compiled.level(level));
    }

    /** The nations that are in a group of the alliance on the day (UTC) of an instant; empty where there is no such group. */
    public Optional<NationSet> members(String group, Instant instant) {
        return Optional.ofNullable(policies.get(ALLIANCE))
                .map(alliance -> alliance.group(group))
                .map(node -> {
                    BitSet nations = new BitSet();
                    node.expand(Labels.day(instant), nations);
                    return NationSet.of(nations);
                });
    }

    @Nullable CompiledPolicy compiled(String name) {
        return policies.get(name);
    }

    private static boolean isAlliance(MarkingPolicy policy) {
        return policy.name().equals(ALLIANCE);
    }
}

package org.entente.audit.retention;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Who moves, and as what: an auditor and a policy administrator rule together. */
record Person(String sub, Set<Role> parts) {

    private static final Set<Role> RULING = EnumSet.of(Role.AUDITOR, Role.POLICY_ADMINISTRATOR);

    Person {
        parts = Set.copyOf(parts);
    }

    /** Throws a 403 problem for anyone else than our own auditors and policy administrators. */
    static Person of(Caller caller) {
        caller.requireHome(Role.AUDITOR, Role.POLICY_ADMINISTRATOR);
        Set<Role> parts = RULING.stream().filter(caller::has).collect(Collectors.toUnmodifiableSet());
        return new Person(caller.subject(), parts);
    }

    static Person stored(String sub, String parts) {
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> Set.of(parts.split(",")).contains(role.wireName()))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(sub, roles);
    }

    String partsText() {
        return parts.stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
    }

    /** Whether these are two people, and an auditor and a policy administrator are among them. */
    boolean completes(Person first) {
        Set<Role> both = EnumSet.copyOf(parts);
        both.addAll(first.parts());
        return !sub.equals(first.sub()) && both.containsAll(RULING);
    }
}

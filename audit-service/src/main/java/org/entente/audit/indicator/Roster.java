package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which agency of the home side somebody acts for: officers and superiors as the routing of requests has them that was published
 * last, others as configured. Who is of several acts for the first, as in the routing itself.
 */
final class Roster implements Reading {

    static final Key KEY = new Key(Kind.ROUTING, "");
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 100;
    // Neither a name nor a code has one.
    private static final String SEPARATOR = "\t";

    private final String atHome;
    private final Map<String, String> configured = new LinkedHashMap<>();

    /** @param others whoever acts for an agency without being its officer, by its code */
    Roster(String home, Map<String, List<String>> others) {
        this.atHome = "@" + home;
        others.forEach((agency, names) -> names.forEach(name -> configured.putIfAbsent(name, agency)));
    }

    @Override
    public List<Key> touched(Logged entry) {
        return entry.type().equals(EventTypes.ROUTING_PUBLISHED) ? List.of(KEY) : List.of();
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        Map<String, String> officers = new LinkedHashMap<>();
        for (JsonNode agency : entry.data().at("/rules/agencies")) {
            String code = agency.path("code").asText();
            agency.path("officers").forEach(officer -> enlist(officers, officer.asText(), code));
            enlist(officers, agency.path("superior").asText(), code);
        }
        String note = officers.entrySet().stream()
                .map(officer -> officer.getKey() + SEPARATOR + officer.getValue())
                .collect(Collectors.joining("\n"));
        books.put(Open.of(KEY, entry.at(), Whose.NOBODYS).noting(note));
    }

    private static void enlist(Map<String, String> officers, String name, String agency) {
        if (isName(name) && isName(agency) && officers.size() < MOST) {
            officers.putIfAbsent(name, agency);
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    /** The agency of whoever did what the entry says; absent for partners, for what nobody did, and for who is of none. */
    @Nullable String agency(Logged entry, Books books) {
        String actor = entry.actor();
        if (actor == null || !actor.endsWith(atHome)) {
            return null;
        }
        String name = actor.substring(0, actor.length() - atHome.length());
        Open routing = books.find(KEY);
        String officers = routing == null || routing.note() == null ? "" : routing.note();
        return officers.lines()
                .filter(line -> line.startsWith(name + SEPARATOR))
                .findFirst()
                .map(line -> line.substring(name.length() + 1))
                .orElse(configured.get(name));
    }

    /** A partner, and whoever at home did what the entry says. */
    Whose whose(@Nullable String partner, Logged entry, Books books) {
        return new Whose(partner, agency(entry, books));
    }
}

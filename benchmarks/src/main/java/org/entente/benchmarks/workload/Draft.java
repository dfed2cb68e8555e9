package org.entente.benchmarks.workload;

import java.util.List;
import java.util.stream.Stream;

/** A request in the making. */
final class Draft {
    private final String person;
    String partner;
    String action = "view";
    String purpose = "";
    List<String> categories = List.of();
    int classification;
    int clearance;
    List<String> held = List.of();
    List<String> compartments = List.of();
    List<String> audience = List.of();
    String assurance = "";
    String country = "";

    Draft(String person, String partner) {
        this.person = person;
        this.partner = partner;
    }

    Draft shownTo(String nation) {
        audience =
                Stream.concat(audience.stream(), Stream.of(nation)).distinct().toList();
        return this;
    }

    /** The first of the audience may only be shown it, the others may be handed a copy too. */
    Request request() {
        Marking marking = new Marking(
                Words.LEVELS.get(classification),
                withHome(audience.subList(audience.size() > 1 ? 1 : 0, audience.size())),
                withHome(audience),
                compartments,
                categories);
        Person reader = new Person(person, partner, Words.LEVELS.get(clearance), held, assurance, country);
        return new Request(reader, action, purpose, marking, Workload.NOW);
    }

    private static List<String> withHome(List<String> nations) {
        return Stream.concat(Stream.of(Words.HOME), nations.stream()).distinct().toList();
    }
}

package org.entente.label;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Several labels of one portion as one label, without resolving anything that depends on the instant. */
final class Conjunction {

    private Conjunction() {}

    /** The same label for the same set of labels in any order; labels that differ in their TLP only become one. */
    static Label of(Collection<Label> labels) {
        Map<Label, Label> strictest = new HashMap<>();
        labels.stream()
                .flatMap(Conjunction::parts)
                .forEach(part -> strictest.merge(part.withTlp(null), part, Conjunction::stricterTlp));
        List<Label> parts = List.copyOf(strictest.values());
        return parts.size() == 1 ? parts.get(0) : joined(parts);
    }

    private static Label joined(List<Label> parts) {
        List<Label> sorted = parts.stream()
                .map(Written::new)
                .sorted(Comparator.comparing(Written::canonical, Arrays::compare))
                .map(Written::label)
                .toList();
        Label first = sorted.get(0);
        return first.with(first.tlp(), sorted.subList(1, sorted.size()));
    }

    private static Stream<Label> parts(Label label) {
        return label.also() == null
                ? Stream.of(label)
                : Stream.concat(Stream.of(label.with(label.tlp(), null)), label.also().stream());
    }

    private static Label stricterTlp(Label one, Label other) {
        return one.withTlp(Tlp.stricter(one.tlp(), other.tlp()));
    }

    private record Written(Label label, byte[] canonical) {

        Written(Label label) {
            this(label, label.canonical());
        }
    }
}

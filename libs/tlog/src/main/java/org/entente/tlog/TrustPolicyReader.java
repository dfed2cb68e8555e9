package org.entente.tlog;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.tlog.TrustPolicy.Quorum;
import org.entente.tlog.TrustPolicy.Witness;
import org.jspecify.annotations.Nullable;

/** Reads a policy of C2SP tlog-policy line by line. */
final class TrustPolicyReader {

    private static final String NONE = "none";
    // The specification recommends at least 32 of each.
    private static final int MOST_LINES = 1000;

    private final List<KeyChain> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable Quorum quorum;

    TrustPolicy read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new MalformedException("a policy is text of at most " + MOST_LINES + " lines");
        }
        for (int number = 0; number < lines.size(); number++) {
            List<String> words = Stream.of(lines.get(number).split("[ \t]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty() && !words.get(0).startsWith("#")) {
                line(words, number + 1);
            }
        }
        if (quorum == null) {
            throw new MalformedException("a policy has a quorum");
        }
        return new TrustPolicy(logs, witnesses, quorum);
    }

    private void line(List<String> words, int number) {
        try {
            switch (words.get(0)) {
                case "log" -> log(words);
                case "witness" -> witness(words);
                case "group" -> group(words);
                case "quorum" -> quorum(words);
                default -> throw new MalformedException("it starts with no word of the format");
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("line " + number + " of the policy: " + e.getMessage());
        }
    }

    private void log(List<String> words) {
        requireWords(words, 2, 3);
        VerifierKey key = VerifierKey.parse(words.get(1));
        requireNew(key);
        logs.add(KeyChain.of(key));
    }

    private void witness(List<String> words) {
        requireWords(words, 3, 4);
        VerifierKey key = VerifierKey.parseWitness(words.get(2));
        requireNew(key);
        define(words.get(1), new Quorum.One(words.get(1)));
        witnesses.add(new Witness(words.get(1), key, words.size() == 4 ? URI.create(words.get(3)) : null));
    }

    private void group(List<String> words) {
        requireWords(words, 4, MOST_LINES);
        List<Quorum> of =
                words.subList(3, words.size()).stream().map(this::member).toList();
        int threshold =
                switch (words.get(2)) {
                    case "any" -> 1;
                    case "all" -> of.size();
                    default -> (int) Math.min(Integer.MAX_VALUE, Decimal.parse(words.get(2), "a threshold"));
                };
        if (threshold < 1 || threshold > of.size()) {
            throw new MalformedException("a threshold is from 1 to the number of members");
        }
        define(words.get(1), new Quorum.Some(threshold, of));
    }

    private void quorum(List<String> words) {
        requireWords(words, 2, 2);
        if (quorum != null) {
            throw new MalformedException("a policy has one quorum");
        }
        quorum = words.get(1).equals(NONE) ? new Quorum.None() : defined(words.get(1));
    }

    private Quorum member(String name) {
        if (!members.add(name)) {
            throw new MalformedException("a name is a member of one group, and once");
        }
        return defined(name);
    }

    private Quorum defined(String name) {
        Quorum found = named.get(name);
        if (found == null) {
            throw new MalformedException("a name is not defined above");
        }
        return found;
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || named.putIfAbsent(name, meaning) != null) {
            throw new MalformedException("a name is defined once, and none is taken");
        }
    }

    private void requireNew(VerifierKey key) {
        if (!keys.add(Arrays.toString(key.raw()))) {
            throw new MalformedException("a key stands in the policy once");
        }
    }

    private static void requireWords(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw new MalformedException("it has too few or too many words");
        }
    }
}

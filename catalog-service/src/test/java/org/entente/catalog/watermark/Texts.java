package org.entente.catalog.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports of a fictional service, seeded, so that every run reads the same. */
final class Texts {
    private static final List<String> WORDS = List.of(
            "harbour",
            "intruder",
            "pumps",
            "operator",
            "controller",
            "valve",
            "signal",
            "network",
            "engineer",
            "shift",
            "traffic",
            "vendor",
            "update",
            "station",
            "reservoir",
            "sensor",
            "manual",
            "override",
            "access",
            "account",
            "evening",
            "maintenance",
            "contractor",
            "server",
            "cable",
            "island",
            "coast",
            "vessel",
            "convoy",
            "weather",
            "the",
            "of",
            "was",
            "seen",
            "near",
            "from",
            "their",
            "before",
            "after",
            "without",
            "reported",
            "moved");

    private Texts() {}

    static MarkKey key(long seed) {
        byte[] secret = new byte[MarkKey.BYTES];
        new Random(seed).nextBytes(secret);
        return new MarkKey(secret);
    }

    static String report(long seed, int sentences) {
        Random random = new Random(seed);
        StringBuilder report = new StringBuilder();
        for (int sentence = 0; sentence < sentences; sentence++) {
            report.append(sentence == 0 ? "" : sentence % 5 == 0 ? "\n\n" : " ").append(sentence(random));
        }
        return report.toString();
    }

    private static String sentence(Random random) {
        List<String> words = new ArrayList<>();
        int length = 8 + random.nextInt(8);
        for (int index = 0; index < length; index++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        words.set(2, words.get(2) + "'s");
        words.set(5, "\"" + words.get(5) + "\"");
        String first = words.get(0);
        words.set(0, Character.toUpperCase(first.charAt(0)) + first.substring(1));
        return String.join(" ", words) + ".";
    }

    /** What remains where somebody removes what is not seen. */
    static String withoutInvisible(String text) {
        return text.replaceAll("[\\u200b\\u200c\\u2060\\u2063]", "");
    }

    /** Broken into lines of another length, each quoted. */
    static String rewrapped(String text) {
        StringBuilder wrapped = new StringBuilder("> ");
        int column = 0;
        for (String word : text.split("\\s+")) {
            if (column + word.length() > 40) {
                wrapped.append("\n> ");
                column = 0;
            }
            wrapped.append(word).append(' ');
            column += word.length() + 1;
        }
        return wrapped.toString();
    }
}

package org.entente.benchmarks.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Events of decisions as access-service publishes them, about 700 bytes each, from a seed. */
final class Decisions {

    private static final String[] PARTNERS = {"XBB", "XCC", "XDD", "XEE", "XFF"};
    private static final String[] PURPOSES = {"cyber-defence", "situational-awareness", "force-protection"};

    private static final HexFormat HEX = HexFormat.of();

    private final Random random;

    Decisions(long seed) {
        this.random = new Random(seed);
    }

    /** The next event. */
    byte[] next() {
        String decision = uuid();
        String partner = PARTNERS[random.nextInt(PARTNERS.length)];
        StringBuilder text = new StringBuilder(800)
                .append("{\"specversion\":\"1.0\",\"id\":\"")
                .append(uuid())
                .append("\",\"source\":\"/access\",\"type\":\"org.entente.access.decision.made.v1\",\"subject\":\"")
                .append(decision)
                .append("\",\"time\":\"2026-11-23T10:")
                .append(random.nextInt(10, 60))
                .append(':')
                .append(random.nextInt(10, 60))
                .append('.')
                .append(random.nextInt(100_000, 1_000_000))
                .append("Z\",\"datacontenttype\":\"application/json\",\"partner\":\"")
                .append(partner)
                .append("\",\"actor\":\"")
                .append(partner.toLowerCase(Locale.ROOT))
                .append("-analyst-")
                .append(random.nextInt(100))
                .append('@')
                .append(partner)
                .append("\",\"exercise\":false,\"data\":{\"person\":\"")
                .append(uuid())
                .append("\",\"action\":\"view\",\"purpose\":\"")
                .append(PURPOSES[random.nextInt(PURPOSES.length)])
                .append("\",\"resource\":\"")
                .append(uuid())
                .append("\",\"decision\":true,\"epoch\":")
                .append(random.nextInt(10_000));
        count(text, "permitted", "denied")
                .append(",\"codes\":{\"tier-too-low\":")
                .append(random.nextInt(50));
        return digest(digest(text.append('}'), "inputs"), "result")
                .append("}}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder count(StringBuilder text, String... members) {
        for (String member : members) {
            text.append(",\"").append(member).append("\":").append(random.nextInt(50));
        }
        return text;
    }

    private StringBuilder digest(StringBuilder text, String member) {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return text.append(",\"")
                .append(member)
                .append("\":\"")
                .append(HEX.formatHex(digest))
                .append('"');
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

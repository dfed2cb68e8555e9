package org.entente.benchmarks.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Events of decisions as access-service publishes them, about 700 bytes each, from a seed. */
final class Decisions {

    private static final String[] PARTNERS = {"XBB", "XCC", "XDD", "XEE", "XFF"};
    private static final String[] PURPOSES = {"cyber-defence", "situational-awareness", "force-protection"};

    private final Random random;

    Decisions(long seed) {
        this.random = new Random(seed);
    }

    /** The next event. */
    byte[] next() {
        String decision = uuid();
        String partner = PARTNERS[random.nextInt(PARTNERS.length)];
        String text = String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/access\",\"type\":\"org.entente.access.decision.made.v1\","
                        + "\"subject\":\"%s\",\"time\":\"2026-11-23T10:%02d:%02d.%06dZ\",\"datacontenttype\":\"application/json\","
                        + "\"partner\":\"%s\",\"actor\":\"%s-analyst-%d@%s\",\"exercise\":false,\"data\":{\"person\":\"%s\","
                        + "\"action\":\"view\",\"purpose\":\"%s\",\"resource\":\"%s\",\"decision\":true,\"epoch\":%d,\"permitted\":%d,"
                        + "\"denied\":%d,\"codes\":{\"tier-too-low\":%d},\"inputs\":\"%s%s\",\"result\":\"%s%s\"}}",
                uuid(),
                decision,
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1_000_000),
                partner,
                partner.toLowerCase(Locale.ROOT),
                random.nextInt(100),
                partner,
                uuid(),
                PURPOSES[random.nextInt(PURPOSES.length)],
                uuid(),
                random.nextInt(10_000),
                random.nextInt(50),
                random.nextInt(50),
                random.nextInt(50),
                hex(),
                hex(),
                hex(),
                hex());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String hex() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}

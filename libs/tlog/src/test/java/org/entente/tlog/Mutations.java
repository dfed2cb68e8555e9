package org.entente.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every way to damage a text by one bit. */
final class Mutations {

    private Mutations() {}

    /** The texts that differ from this one in one bit of its UTF-8 form, and still are another text. */
    static List<String> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> mutations = new ArrayList<>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            mutations.add(new String(changed, StandardCharsets.UTF_8));
        }
        return mutations;
    }
}

package org.entente.tlog;

import java.util.Base64;

/** RFC 4648 section 4, canonical only: one byte sequence has exactly one text, or a changed text could go unnoticed. */
final class StrictBase64 {

    private StrictBase64() {}

    static byte[] decode(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " is not base64");
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedException(what + " is not canonical base64");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package org.entente.events.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.entente.events.CanonicalJson;

/**
 * Orders as JWS in compact serialisation (RFC 7515 section 7.1) with EdDSA over Ed25519 (RFC 8037): the header holds
 * {@code alg}, {@code kid} and {@code typ} and nothing else, header and payload are in canonical form (RFC 8785).
 */
public final class SignedOrder {
    private static final String TYPE = "entente-activation+jws";
    private static final int LONGEST = 8_192;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SignedOrder() {}

    /**
     * An order, signed.
     *
     * @param kid by which the key is known to those who verify
     * @param signer makes the 64 bytes of a signature over a text
     */
    public static String sign(ActivationOrder order, String kid, Function<String, byte[]> signer) {
        String signed = encoded(header(kid)) + "." + encoded(CanonicalJson.text(JSON, order));
        return signed + "." + ENCODER.encodeToString(signer.apply(signed));
    }

    /**
     * The order, if one of these keys signed it; throws {@link RefusedOrderException}.
     *
     * @param keys by their kid; each says whether a signature over a text is its own
     */
    public static ActivationOrder verified(String compact, Map<String, BiPredicate<String, byte[]>> keys) {
        String[] parts = compact.length() > LONGEST ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new RefusedOrderException("is no JWS in compact serialisation");
        }
        String kid = kid(decoded(parts[0]));
        BiPredicate<String, byte[]> key = keys.get(kid);
        if (key == null || !key.test(parts[0] + "." + parts[1], bytes(parts[2]))) {
            throw new RefusedOrderException("is not signed by a key that may order it");
        }
        return order(decoded(parts[1]));
    }

    private static String header(String kid) {
        return CanonicalJson.text(JSON, Map.of("alg", "EdDSA", "kid", kid, "typ", TYPE));
    }

    /** There is one header for every key, byte for byte. */
    private static String kid(String header) {
        try {
            String kid = JSON.readTree(header).path("kid").asText("");
            if (header(kid).equals(header)) {
                return kid;
            }
        } catch (JsonProcessingException noJson) {
            // Refused like any other that is not as it must be.
        }
        throw new RefusedOrderException("must have alg, kid and the typ " + TYPE + " in its header, and nothing else");
    }

    private static ActivationOrder order(String payload) {
        try {
            ActivationOrder order = JSON.readValue(payload, ActivationOrder.class);
            if (CanonicalJson.text(JSON, order).equals(payload)) {
                return order;
            }
        } catch (JsonProcessingException noOrder) {
            // Refused like any other that is not as it must be.
        }
        throw new RefusedOrderException("signs no order in canonical form (RFC 8785)");
    }

    private static String encoded(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException fault) {
            throw new RefusedOrderException("is no JWS in compact serialisation");
        }
    }
}

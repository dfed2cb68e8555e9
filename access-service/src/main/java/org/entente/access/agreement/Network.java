package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A range of addresses in CIDR notation (RFC 4632 section 3.1, RFC 4291 section 2.3), {@code 192.0.2.0/24}. */
public final class Network {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    /** With a colon it is never looked up as a name. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");

    private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

    private final String text;
    private final byte[] prefix;
    private final int length;

    private Network(String text, byte[] prefix, int length) {
        this.text = text;
        this.prefix = prefix;
        this.length = length;
    }

    /** Throws {@link IllegalArgumentException} if it is no range, or has bits set beyond its length. */
    @JsonCreator
    public static Network of(String text) {
        String[] parts = text.split("/", -1);
        byte[] prefix = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("not an address range"));
        if (parts.length != 2
                || !LENGTH.matcher(parts[1]).matches()
                || Integer.parseInt(parts[1]) > prefix.length * 8) {
            throw new IllegalArgumentException("not an address range as of RFC 4632, such as 192.0.2.0/24");
        }
        int length = Integer.parseInt(parts[1]);
        for (int bit = length; bit < prefix.length * 8; bit++) {
            if (isSet(prefix, bit)) {
                throw new IllegalArgumentException("an address range with bits set beyond its length");
            }
        }
        return new Network(text, prefix, length);
    }

    /** Whether an address is in the range; what is no address is in none. */
    public boolean contains(@Nullable String address) {
        byte[] bytes = address == null ? null : address(address).orElse(null);
        if (bytes == null || bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (isSet(bytes, bit) != isSet(prefix, bit)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSet(byte[] bytes, int bit) {
        return (bytes[bit / 8] & (0x80 >>> bit % 8)) != 0;
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

package org.entente.catalog.room;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A network in CIDR notation (RFC 4632, RFC 4291 section 2.3). */
@SuppressWarnings("ArrayRecordComponent") // read once, compared bit by bit
record Network(byte[] address, int prefix) {

    /** The network of that text; empty for anything else, such as one with bits beyond its prefix. */
    static Optional<Network> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(parts[1]);
        return address(parts[0])
                .filter(address -> prefix <= address.length * Byte.SIZE)
                .map(address -> new Network(address, prefix))
                .filter(Network::hasNoBitsBeyond);
    }

    boolean contains(String text) {
        return address(text)
                .filter(other -> other.length == address.length)
                .filter(other -> firstDifference(other) >= prefix)
                .isPresent();
    }

    /** The bytes of a literal address; a name is never looked up, and an embedded IPv4 address counts as one. */
    static Optional<byte[]> address(String text) {
        boolean isLiteral = text.matches("\\d{1,3}(\\.\\d{1,3}){3}") || text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        if (!isLiteral) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private boolean hasNoBitsBeyond() {
        for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
            if (bit(address, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private int firstDifference(byte[] other) {
        int bit = 0;
        while (bit < address.length * Byte.SIZE && bit(address, bit) == bit(other, bit)) {
            bit++;
        }
        return bit;
    }

    static int bit(byte[] address, int bit) {
        return address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }
}

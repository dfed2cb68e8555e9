package org.entente.catalog.masking;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An address of version 4 or 6, or a network of such.
 *
 * @param bytes four or sixteen
 * @param prefix how many bits are those of the network
 */
@SuppressWarnings("ArrayRecordComponent") // parsed and written out, never compared
record NetworkAddress(byte[] bytes, int prefix) {
    private static final int NETWORK_V4 = 24;
    private static final int NETWORK_V6 = 48;
    private static final int LONGEST_V6 = 45;
    private static final int BYTES_V6 = 16;

    /** The address of that text, never by asking a name server; empty if it is none. */
    static Optional<NetworkAddress> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean isV6 = address.indexOf(':') >= 0;
        if (address.length() > LONGEST_V6 || !address.matches(isV6 ? "[0-9A-Fa-f:.]+" : "\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            // What has a colon or four numbers is never a name, so nothing is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int longest = bytes.length * Byte.SIZE;
            int prefix = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
            return prefix > longest ? Optional.empty() : Optional.of(new NetworkAddress(bytes, prefix));
        } catch (UnknownHostException | NumberFormatException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The network that it lies in: 24 bits of version 4, 48 of version 6; what is coarser stays. */
    String network() {
        int kept = Math.min(prefix, bytes.length == BYTES_V6 ? NETWORK_V6 : NETWORK_V4);
        byte[] network = Arrays.copyOf(bytes, bytes.length);
        for (int bit = kept; bit < network.length * Byte.SIZE; bit++) {
            network[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return written(network) + "/" + kept;
    }

    static String written(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes.", impossible);
        }
    }
}

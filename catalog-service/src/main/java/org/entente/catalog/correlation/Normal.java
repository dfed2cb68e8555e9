package org.entente.catalog.correlation;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form of values that are written in many. What is the same everywhere, such as a private address, is no feature of
 * anything.
 */
final class Normal {
    private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{32,1024}");
    private static final int LONGEST = 10_000;

    private Normal() {}

    static Optional<String> observable(String type, String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String value = armed(written.strip());
        return switch (type) {
            case "ipv4-addr", "ipv6-addr" -> address(value.toLowerCase(Locale.ROOT));
            case "domain-name" -> domain(value);
            case "url" -> url(value);
            case "email-addr", "windows-registry-key", "x509-certificate" ->
                Optional.of(value.toLowerCase(Locale.ROOT));
            case "mac-addr" -> Optional.of(value.toLowerCase(Locale.ROOT).replace('-', ':'));
            default -> Optional.of(value);
        };
    }

    static Optional<String> hash(String written) {
        String value = written.length() > LONGEST ? "" : written.strip().toLowerCase(Locale.ROOT);
        return HEXADECIMAL.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    /** A name without regard to case, spaces, punctuation and ways of writing the same letters. */
    static Optional<String> name(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String value = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}]+", " ")
                .strip();
        return value.length() < 3 ? Optional.empty() : Optional.of(value);
    }

    /** What was written so that nobody opens it by mistake. */
    private static String armed(String value) {
        return value.replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[:]", ":")
                .replace("[@]", "@")
                .replaceFirst("^hxxp", "http");
    }

    private static Optional<String> address(String value) {
        String single = value.replaceFirst("/(?:32|128)$", "");
        if (!IPV4.matcher(single).matches() && !IPV6.matcher(single).matches()) {
            return single.contains("/") ? Optional.of(single) : Optional.empty();
        }
        try {
            // A literal: nobody is asked for it.
            InetAddress address = InetAddress.getByName(single);
            return address.isLoopbackAddress()
                            || address.isSiteLocalAddress()
                            || address.isLinkLocalAddress()
                            || address.isAnyLocalAddress()
                            || address.isMulticastAddress()
                    ? Optional.empty()
                    : Optional.of(address.getHostAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> domain(String value) {
        String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        try {
            return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noName) {
            return Optional.of(name.toLowerCase(Locale.ROOT));
        }
    }

    private static Optional<String> url(String value) {
        try {
            URI url = new URI(value).normalize();
            if (url.getHost() == null || url.getScheme() == null) {
                return Optional.of(value);
            }
            String scheme = url.getScheme().toLowerCase(Locale.ROOT);
            boolean isUsual = url.getPort() < 0
                    || scheme.equals("http") && url.getPort() == 80
                    || scheme.equals("https") && url.getPort() == 443;
            String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return Optional.of(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT)
                    + (isUsual ? "" : ":" + url.getPort()) + path
                    + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
        } catch (URISyntaxException noUrl) {
            return Optional.of(value);
        }
    }
}

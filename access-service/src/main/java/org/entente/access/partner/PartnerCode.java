package org.entente.access.partner;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.label.Nation;

/** Codes of partners: a state's is its nation, an organisation's is that of its state with a name of its own, {@code XBB-CERT}. */
public final class PartnerCode {
    private static final int STATE = 3;
    private static final Pattern ORGANISATION = Pattern.compile("[A-Z]{3}-[A-Z0-9]{2,20}");

    private PartnerCode() {}

    /** Whether a partner can have it; the home nation and its organisations are none. */
    public static boolean isOfAnotherThan(String home, String code) {
        boolean hasForm = code.length() == STATE || ORGANISATION.matcher(code).matches();
        return hasForm && Nation.isNation(stateOf(code)) && !stateOf(code).equals(home);
    }

    /** The nation that a partner is or belongs to: labels and clearances know nations only. */
    public static String stateOf(String code) {
        return code.length() > STATE && code.charAt(STATE) == '-' ? code.substring(0, STATE) : code;
    }

    /** The state that an organisation belongs to; empty for a state. */
    public static Optional<String> memberOf(String code) {
        return stateOf(code).equals(code) ? Optional.empty() : Optional.of(stateOf(code));
    }
}

package org.entente.catalog.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes of partners as access-service registers them: a nation's, or that of an organisation of one, {@code XBB-CERT}. */
public final class PartnerCode {
    private static final int NATION = 3;
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}(-[A-Z0-9]{2,20})?");

    private PartnerCode() {}

    /** Whether a partner can have it. */
    public static boolean isOne(@Nullable String code) {
        return code != null && FORM.matcher(code).matches();
    }

    /** Whether a partner of somebody else can have it; the home nation and its organisations are none. */
    public static boolean isOfAnother(@Nullable String code, String home) {
        return isOne(code) && !nationOf(String.valueOf(code)).equals(home);
    }

    public static boolean isOrganisation(String code) {
        return code.length() > NATION && isOne(code);
    }

    /** The nation that a partner is or belongs to: labels know nations only. */
    public static String nationOf(String code) {
        return isOrganisation(code) ? code.substring(0, NATION) : code;
    }
}

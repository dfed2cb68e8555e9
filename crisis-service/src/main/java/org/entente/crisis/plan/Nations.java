package org.entente.crisis.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The codes of nations, ISO 3166-1 alpha-3: assigned ones, and those set aside for users (ISO 3166-1 clause 8.1.3). */
public final class Nations {
    private static final Set<String> ASSIGNED = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Pattern USER_ASSIGNED = Pattern.compile("AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]");

    private Nations() {}

    public static boolean isCode(String text) {
        return ASSIGNED.contains(text) || USER_ASSIGNED.matcher(text).matches();
    }
}
